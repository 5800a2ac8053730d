package io.sallyport.gate.claim;

import io.sallyport.text.Leaning;
import io.sallyport.text.Lexicon;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Openings that tie a sentence to the one before, or announce it, and say nothing themselves. */
public final class LeadIns {

    private static final List<String> PHRASES = Lexicon.lines("/gate/lead-ins.txt").stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private LeadIns() {}

    /** The sentence without such openings. */
    public static String strip(String sentence) {
        String rest = sentence.strip();
        while (true) {
            String shorter = withoutOne(rest);
            if (shorter.length() == rest.length() || shorter.isBlank()) {
                return rest;
            }
            rest = shorter;
        }
    }

    /** Whether it points back at the sentence before, be it behind such an opening: "In short, it includes …". */
    public static boolean leans(String sentence) {
        return Leaning.leans(sentence) || Leaning.leans(strip(sentence));
    }

    private static String withoutOne(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
        for (String phrase : PHRASES) {
            if (lower.startsWith(phrase) && endsAt(lower, phrase)) {
                return sentence.substring(phrase.length()).replaceFirst("^\\s*[,:–—-]?\\s*", "");
            }
        }
        return sentence;
    }

    /** Announcements that end in "that" lead straight on; every other wants its comma. */
    private static boolean endsAt(String lower, String phrase) {
        String rest = lower.substring(phrase.length());
        return phrase.endsWith("that")
                ? rest.startsWith(" ")
                : rest.matches("(?s)(?:,|:|\\s*[–—]| -)\\s.*") || isShort(phrase, rest);
    }

    /** "Also you can", "Then open": one word needs no comma. */
    private static boolean isShort(String phrase, String rest) {
        return List.of("and", "also", "then", "so", "but").contains(phrase) && rest.startsWith(" ");
    }
}
