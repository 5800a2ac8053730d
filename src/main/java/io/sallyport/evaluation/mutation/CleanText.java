package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.casefile.SourceRef;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The sentences of a source, each quoting itself, as an extractive reply does. */
final class CleanText {

    private static final Pattern STEP = Pattern.compile("^\\s*\\d{1,3}[.)]\\s+\\S.*");
    private static final int FEWEST_WORDS = 3;
    private static final String FENCE = "```";

    private CleanText() {}

    /** Headings that ask, lines that only lead in and code are left out: nobody answers with them. */
    static List<Sentence> of(SourceRef ref, String text) {
        var sentences = new ArrayList<Sentence>();
        boolean inCode = false;
        for (String line : text.split("\n", -1)) {
            boolean fence = line.strip().startsWith(FENCE);
            inCode = fence != inCode;
            if (!inCode && !fence) {
                Layout layout = STEP.matcher(line).matches() ? Layout.STEP : Layout.PARAGRAPH;
                SentenceSplitter.split(line).stream()
                        .filter(CleanText::states)
                        .map(said -> new Sentence(said, layout, List.of(new Citation(ref, said))))
                        .forEach(sentences::add);
            }
        }
        return List.copyOf(sentences);
    }

    private static boolean states(String sentence) {
        return sentence.split(" ").length >= FEWEST_WORDS && !sentence.matches("(?s).*[?:][\"')\\]]*");
    }
}
