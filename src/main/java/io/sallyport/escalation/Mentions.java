package io.sallyport.escalation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people whom a note is meant for: each {@code @name} in it that is not part of an address. */
final class Mentions {

    private static final Pattern AT = Pattern.compile("(?<![\\p{L}\\d._-])@");

    /** Of whom nobody knows, one word. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d](?:[\\p{L}\\d._-]*[\\p{L}\\d])?");

    private static final Pattern GOES_ON = Pattern.compile("[._-]*[\\p{L}\\d]");

    private Mentions() {}

    /**
     * In lower case, each once, in the order of the text.
     *
     * @param known names of people in lower case, of several words or addresses, too: the longest that stands there is meant
     */
    static List<String> in(String text, Collection<String> known) {
        List<String> longestFirst = known.stream()
                .filter(name -> !name.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String folded = text.toLowerCase(Locale.ROOT);
        var found = new ArrayList<String>();
        Matcher at = AT.matcher(folded);
        Matcher word = WORD.matcher(folded);
        int from = 0;
        while (at.find(from)) {
            int begin = at.end();
            from = longestFirst.stream()
                    .filter(name -> folded.startsWith(name, begin) && isEnd(folded, begin + name.length()))
                    .findFirst()
                    .or(() -> word.region(begin, folded.length()).lookingAt()
                            ? Optional.of(word.group())
                            : Optional.empty())
                    .map(name -> {
                        found.add(name);
                        return begin + name.length();
                    })
                    .orElse(begin);
        }
        return found.stream().distinct().toList();
    }

    /** Of {@code @jo-anne} nothing is Jo's. */
    private static boolean isEnd(String text, int at) {
        return !GOES_ON.matcher(text).region(at, text.length()).lookingAt();
    }
}
