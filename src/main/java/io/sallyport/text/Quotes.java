package io.sallyport.text;

import java.util.ArrayList;
import java.util.List;

/** Finds a quote word for word in a source; only white space and Markdown's emphasis marks are read over. */
public final class Quotes {

    private static final String MARKUP = "*`";

    private final String source;
    private final StringBuilder flat = new StringBuilder();
    private final List<Integer> positions = new ArrayList<>();

    private Quotes(String source) {
        this.source = source;
        for (int at = 0; at < source.length(); at++) {
            char c = source.charAt(at);
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
            if (MARKUP.indexOf(c) >= 0 || (blank && endsBlank(flat))) {
                continue;
            }
            flat.append(blank ? ' ' : c);
            positions.add(at);
        }
    }

    /** The whole sentences of the source in which the quote stands, none when it does not stand there. */
    public static List<String> sentencesWith(String quote, String source) {
        return new Quotes(source).sentences(flatten(quote));
    }

    public static boolean standsIn(String quote, String source) {
        return !new Quotes(source).occurrences(flatten(quote)).isEmpty();
    }

    private List<String> sentences(String quote) {
        List<TextSpan> found = occurrences(quote);
        return SentenceSplitter.spans(source).stream()
                .filter(sentence -> found.stream().anyMatch(sentence::overlaps))
                .map(sentence -> SentenceSplitter.flat(sentence.in(source)))
                .distinct()
                .toList();
    }

    private List<TextSpan> occurrences(String quote) {
        var found = new ArrayList<TextSpan>();
        if (quote.isEmpty()) {
            return found;
        }
        for (int at = flat.indexOf(quote); at >= 0; at = flat.indexOf(quote, at + 1)) {
            int end = at + quote.length();
            if (isEdge(at - 1, at) && isEdge(end - 1, end)) {
                found.add(new TextSpan(positions.get(at), positions.get(end - 1) + 1));
            }
        }
        return found;
    }

    /** A quote may not begin or end inside a word: "5 days" does not stand in "15 days". */
    private boolean isEdge(int before, int after) {
        return before < 0
                || after >= flat.length()
                || !Character.isLetterOrDigit(flat.charAt(before))
                || !Character.isLetterOrDigit(flat.charAt(after));
    }

    private static String flatten(String text) {
        return SentenceSplitter.flat(new Quotes(text).flat.toString());
    }

    private static boolean endsBlank(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == ' ';
    }
}
