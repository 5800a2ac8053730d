package io.sallyport.intake.language;

import java.util.HashMap;
import java.util.Map;

/** Letters that one language of a writing system has and its neighbours lack. */
final class TellingLetters {

    private static final Map<String, String> LETTERS = Map.of(
            "ar", "ةيكأإىؤئ",
            "fa", "پچژگکی",
            "ur", "ٹڈڑںے",
            "ru", "ыэё",
            "uk", "іїєґ",
            "be", "ў",
            "bg", "ъ",
            "sr", "ђћџљњј",
            "mk", "ѓќѕ");

    /** One such letter in a short text settles the matter against the statistics. */
    private static final double EACH = 4;

    private TellingLetters() {}

    static Map<String, Double> weighed(Map<String, Double> shares, String text) {
        Map<String, Double> weighed = new HashMap<>(shares);
        LETTERS.forEach((language, letters) -> {
            int count = (int) text.codePoints()
                    .filter(letter -> letters.indexOf(Character.toLowerCase(letter)) >= 0)
                    .count();
            weighed.computeIfPresent(language, (_, share) -> (share + 0.01) * Math.pow(EACH, Math.min(count, 10)));
        });
        double sum = weighed.values().stream().mapToDouble(Double::doubleValue).sum();
        weighed.replaceAll((_, share) -> share / sum);
        return weighed;
    }
}
