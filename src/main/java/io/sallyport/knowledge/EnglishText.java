package io.sallyport.knowledge;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Words of an English text as the index knows them: folded, stemmed, without the words that every question has. */
final class EnglishText extends Analyzer {

    static final EnglishText ANALYZER = new EnglishText();

    /** The two compounds that customers write either way. */
    private static final Pattern HYPHENATED = Pattern.compile("\\b([Ee]|[Ww]i)[-\u2010\u2011](mail|fi)\\b");

    private static final CharArraySet EVERYWHERE = new CharArraySet(
            List.of(
                    ("a about am an and any are as at be been but by can could d did do does for from get got had has have"
                                    + " hello hi how i if in into is it its just ll m me my need of on or our please re s should so"
                                    + " t thank thanks that the their them then there these they this to us ve want was we were"
                                    + " what when where which who why will with would you your")
                            .split(" ")),
            true);

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        var lower = new LowerCaseFilter(new ASCIIFoldingFilter(new EnglishPossessiveFilter(words)));
        return new TokenStreamComponents(words, new PorterStemFilter(new StopFilter(lower, EVERYWHERE)));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new PatternReplaceCharFilter(HYPHENATED, "$1$2", reader);
    }

    /** The text's different words, in order. */
    static Set<String> words(String text) {
        var words = new LinkedHashSet<String>();
        try (var stream = ANALYZER.tokenStream("words", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading a text in memory", e);
        }
        return words;
    }
}
