package io.sallyport.model;

import io.sallyport.text.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One run of letters or digits, or one sign, with what its writing says about being a name. */
record NameWord(String text, TextSpan span, boolean isLineFirst, boolean isSentenceFirst) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\S");

    private static final Set<String> HONORIFICS = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "prof",
            "professor",
            "mx",
            "herr",
            "frau",
            "monsieur",
            "madame",
            "mme",
            "mlle",
            "señor",
            "señora",
            "sr",
            "sra",
            "signor",
            "signora",
            "sig",
            "dhr",
            "mevr",
            "pan",
            "pani");

    private static final Set<String> ENDS = Set.of(".", "!", "?", ":", "\"", "“", "(", ">", "|", "-", "–", "*");

    static List<NameWord> in(String text) {
        var words = new ArrayList<NameWord>();
        var matcher = WORD.matcher(text);
        int after = 0;
        while (matcher.find()) {
            boolean isLineFirst =
                    words.isEmpty() || text.substring(after, matcher.start()).indexOf('\n') >= 0;
            boolean isSentenceFirst =
                    isLineFirst || ENDS.contains(words.getLast().text());
            words.add(new NameWord(
                    matcher.group(), new TextSpan(matcher.start(), matcher.end()), isLineFirst, isSentenceFirst));
            after = matcher.end();
        }
        return words;
    }

    boolean isWord() {
        return text.codePoints()
                .allMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    boolean isLarge() {
        return Character.isUpperCase(text.codePointAt(0)) || Character.isTitleCase(text.codePointAt(0));
    }

    boolean isAllLarge() {
        return text.length() > 1 && text.codePoints().noneMatch(Character::isLowerCase);
    }

    boolean isForeign() {
        return text.chars().anyMatch(c -> c > 127);
    }

    boolean isHonorific() {
        return HONORIFICS.contains(text.toLowerCase(Locale.ROOT));
    }

    boolean isOneOf(String... signs) {
        return List.of(signs).contains(text);
    }
}
