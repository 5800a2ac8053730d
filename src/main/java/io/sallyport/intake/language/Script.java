package io.sallyport.intake.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Letters of a text by writing system. Most systems belong to one language, or to a few that must be told apart. */
record Script(UnicodeScript main, double share, List<String> languages) {

    private static final Map<UnicodeScript, List<String>> LANGUAGES = new EnumMap<>(Map.ofEntries(
            Map.entry(UnicodeScript.HANGUL, List.of("ko")),
            Map.entry(UnicodeScript.HIRAGANA, List.of("ja")),
            Map.entry(UnicodeScript.KATAKANA, List.of("ja")),
            Map.entry(UnicodeScript.HAN, List.of("zh")),
            Map.entry(UnicodeScript.GREEK, List.of("el")),
            Map.entry(UnicodeScript.HEBREW, List.of("he")),
            Map.entry(UnicodeScript.THAI, List.of("th")),
            Map.entry(UnicodeScript.GEORGIAN, List.of("ka")),
            Map.entry(UnicodeScript.ARMENIAN, List.of("hy")),
            Map.entry(UnicodeScript.BENGALI, List.of("bn")),
            Map.entry(UnicodeScript.TAMIL, List.of("ta")),
            Map.entry(UnicodeScript.TELUGU, List.of("te")),
            Map.entry(UnicodeScript.GUJARATI, List.of("gu")),
            Map.entry(UnicodeScript.GURMUKHI, List.of("pa")),
            Map.entry(UnicodeScript.DEVANAGARI, List.of("hi", "mr", "ne")),
            Map.entry(UnicodeScript.ARABIC, List.of("ar", "fa", "ur")),
            Map.entry(UnicodeScript.CYRILLIC, List.of("ru", "uk", "bg", "be", "mk", "sr"))));

    /** The system that most letters are of; {@code languages} is empty for Latin and for what is not known here. */
    static Script of(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> counts.merge(system(letter), weight(letter), Integer::sum));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most ->
                        new Script(most.getKey(), (double) most.getValue() / all, languages(most.getKey(), counts)))
                .orElse(new Script(UnicodeScript.COMMON, 0, List.of()));
    }

    private static List<String> languages(UnicodeScript main, Map<UnicodeScript, Integer> counts) {
        boolean kana = counts.containsKey(UnicodeScript.HIRAGANA) || counts.containsKey(UnicodeScript.KATAKANA);
        // Japanese mixes kana into Han; Chinese never does.
        return main == UnicodeScript.HAN && kana ? List.of("ja") : LANGUAGES.getOrDefault(main, List.of());
    }

    private static UnicodeScript system(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return script == UnicodeScript.KATAKANA ? UnicodeScript.HIRAGANA : script;
    }

    /** A Han or Hangul sign says as much as two or three letters of an alphabet. */
    private static int weight(int letter) {
        return switch (UnicodeScript.of(letter)) {
            case HAN, HANGUL -> 3;
            case HIRAGANA, KATAKANA -> 2;
            default -> 1;
        };
    }
}
