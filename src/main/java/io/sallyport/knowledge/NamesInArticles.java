package io.sallyport.knowledge;

import io.sallyport.text.Names;
import io.sallyport.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;

/** What the articles call by name in one state of the index: products, screens, plans; all that they hardly ever write small. */
record NamesInArticles(IndexSearcher searcher) {

    /** In fewer it may be a customer of an example, or another company. */
    private static final int FEWEST_ARTICLES = 3;

    /** Of the passages that hold a word, the share that must call something by it. */
    private static final double MOSTLY = 0.8;

    /** Enough to count articles by. */
    private static final int PASSAGES = 100;

    /** A capital tells a name from a word; of those who write none at all every word may be one. */
    boolean areIn(String text) {
        Collection<String> words = text.chars().anyMatch(Character::isUpperCase) ? Names.wordsIn(text) : Words.of(text);
        return words.stream()
                .flatMap(word -> Stream.of(word, Words.singular(word)))
                .anyMatch(this::isOne);
    }

    private boolean isOne(String word) {
        try {
            var name = new Term(PassageEntry.NAME, word);
            var reader = searcher.getIndexReader();
            int named = reader.docFreq(name);
            if (named < FEWEST_ARTICLES) {
                return false;
            }
            int held = 0;
            for (var stem : EnglishText.words(word)) {
                held = Math.max(held, reader.docFreq(new Term(PassageEntry.BODY, stem)));
            }
            return held > 0 && named >= MOSTLY * held && articles(name).size() >= FEWEST_ARTICLES;
        } catch (IOException e) {
            throw new UncheckedIOException("looking a name up in the search index", e);
        }
    }

    private Set<String> articles(Term name) throws IOException {
        var stored = searcher.storedFields();
        var slugs = new TreeSet<String>();
        for (var hit : searcher.search(new TermQuery(name), PASSAGES).scoreDocs) {
            slugs.add(stored.document(hit.doc, Set.of(PassageEntry.SLUG)).get(PassageEntry.SLUG));
        }
        return slugs;
    }
}
