package io.sallyport.text;

import java.util.Locale;
import java.util.Set;

/** What is known of words that end in a full stop without ending a sentence. */
final class Abbreviations {

    /** Always followed by the thing they introduce. */
    private static final Set<String> NEVER_LAST = Set.of(
            "e.g", "i.e", "eg", "ie", "mr", "mrs", "ms", "dr", "prof", "st", "vs", "v", "cf", "viz", "approx", "ca",
            "resp", "incl", "excl", "fig", "figs", "sec", "ch", "vol", "pp", "ed", "eds", "rev", "gen", "col", "sgt",
            "capt", "hon", "messrs", "mt", "ft", "p.o", "attn", "c.f", "ref", "tel", "mobil", "w.r.t");

    /** Abbreviate only before a number; else they are words or ends of sentences. */
    private static final Set<String> BEFORE_NUMBER =
            Set.of("no", "nos", "nr", "art", "par", "p", "max", "min", "item", "ext", "ver", "ph", "#");

    /** May end a sentence; the next word decides. */
    private static final Set<String> MAYBE_LAST = Set.of(
            "a.m", "p.m", "am", "pm", "etc", "inc", "ltd", "co", "corp", "llc", "plc", "gmbh", "jr", "sr", "u.s", "u.k",
            "u.s.a", "e.u", "u.n", "d.c", "b.c", "a.d", "ph.d", "m.d", "b.a", "m.a", "al", "dept", "est", "jan", "feb",
            "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu",
            "thur", "thurs", "fri", "sat", "sun", "min", "max", "hr", "hrs", "sec", "secs", "mins", "no", "kg", "km",
            "cm", "mm", "lb", "lbs", "oz");

    /** Capitalised words that go on after "5 p.m." or "Oct." rather than open a sentence. */
    private static final Set<String> GOES_ON = Set.of(
            "eastern",
            "central",
            "mountain",
            "pacific",
            "utc",
            "gmt",
            "cet",
            "cest",
            "est",
            "edt",
            "cst",
            "cdt",
            "mst",
            "mdt",
            "pst",
            "pdt",
            "bst",
            "ist",
            "jst",
            "aest",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "american",
            "government",
            "european");

    private Abbreviations() {}

    /** Whether the full stop after this word is part of it, given the word that follows. */
    static boolean keepsOpen(String wordBefore, String next) {
        String word = wordBefore.toLowerCase(Locale.ROOT);
        if (NEVER_LAST.contains(word)) {
            return true;
        }
        boolean numberFollows = !next.isEmpty() && (Character.isDigit(next.charAt(0)) || next.charAt(0) == '#');
        if (BEFORE_NUMBER.contains(word) && numberFollows) {
            return true;
        }
        if (!MAYBE_LAST.contains(word)) {
            return false;
        }
        return startsLower(next) || GOES_ON.contains(next.toLowerCase(Locale.ROOT)) || (numberFollows && isMonth(word));
    }

    static boolean isKnown(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return NEVER_LAST.contains(lower) || BEFORE_NUMBER.contains(lower) || MAYBE_LAST.contains(lower);
    }

    /** Whether a line ends with an abbreviation that cannot be its end. */
    static boolean endsOpen(String line) {
        if (!line.endsWith(".")) {
            return false;
        }
        String word =
                line.substring(line.lastIndexOf(' ') + 1, line.length() - 1).replaceAll("^[(\\[\"“']+", "");
        return NEVER_LAST.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isMonth(String word) {
        return Set.of("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
                .contains(word);
    }

    private static boolean startsLower(String next) {
        return !next.isEmpty() && Character.isLowerCase(next.charAt(0));
    }
}
