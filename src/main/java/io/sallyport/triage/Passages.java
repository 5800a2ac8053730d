package io.sallyport.triage;

import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of a long message that are read one by one. A network gives one opinion of all that it reads, so one grave sentence
 * among ten about something else is hardly heard there.
 */
final class Passages {

    /** In words: some three sentences, as long as most messages are. */
    private static final int LONGEST = 40;

    /** In words; what is little longer than a passage is short enough as it is. */
    private static final int SHORT = 48;

    private static final String SPACE = "\\s+";

    private Passages() {}

    /**
     * Whole sentences, as many as fit; the last of a passage begins the next, for what refers to it. Who writes without full stops
     * is cut by words.
     *
     * @return none where the text is short enough to be read as a whole
     */
    static List<String> of(String text) {
        if (words(text) <= SHORT) {
            return List.of();
        }
        List<String> parts =
                SentenceSplitter.split(text).stream().flatMap(Passages::cut).toList();
        var passages = new ArrayList<String>();
        int from = 0;
        int to = 0;
        while (to < parts.size()) {
            to = endFrom(parts, from);
            passages.add(String.join(" ", parts.subList(from, to)));
            from = Math.max(from + 1, to - 1);
        }
        return List.copyOf(passages);
    }

    private static int endFrom(List<String> parts, int from) {
        int words = words(parts.get(from));
        int to = from + 1;
        while (to < parts.size() && words + words(parts.get(to)) <= LONGEST) {
            words += words(parts.get(to));
            to++;
        }
        return to;
    }

    /** A sentence, or its pieces where it is longer than a passage. */
    private static Stream<String> cut(String sentence) {
        if (words(sentence) <= LONGEST) {
            return Stream.of(sentence);
        }
        List<String> words = List.of(sentence.strip().split(SPACE));
        return Stream.iterate(0, from -> from < words.size(), from -> from + LONGEST / 2)
                .map(from -> String.join(" ", words.subList(from, Math.min(from + LONGEST / 2, words.size()))));
    }

    private static int words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split(SPACE).length;
    }
}
