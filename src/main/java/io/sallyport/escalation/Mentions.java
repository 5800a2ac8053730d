package io.sallyport.escalation;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The people whom a note is meant for: each {@code @name} in it that is not part of an address. */
final class Mentions {

    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\d._-])@([\\p{L}\\d](?:[\\p{L}\\d._-]*[\\p{L}\\d])?)");

    private Mentions() {}

    /** In lower case, each once, in the order of the text. */
    static List<String> in(String text) {
        return NAME.matcher(text)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
