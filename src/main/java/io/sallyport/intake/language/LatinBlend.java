package io.sallyport.intake.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weighs letter statistics against frequent words for languages in Latin letters: a small naive Bayes in logarithms. */
final class LatinBlend {

    static final List<String> LANGUAGES = List.of(
            "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "ro", "tr", "hu", "id", "vi",
            "hr", "ca", "sk", "sl", "et", "lt", "lv");

    /** The statistics are timid on short texts: their logarithms count this much. Chosen on our own list of messages. */
    private static final double LETTERS = 2.0;

    private static final double FLOOR = 1e-4;

    /** One frequent word of a single language makes it this much likelier, as a logarithm. */
    private static final double WORD = 1.6;

    /** The desk is written to in English unless something says otherwise. */
    private static final double ENGLISH = 2.0;

    /** A word with letters that English lacks, unless it is a name. */
    private static final double FOREIGN_LETTERS = 2.0;

    private LatinBlend() {}

    static Map<String, Double> scores(
            Map<String, Double> letters, Map<String, Double> words, int length, long foreignWords) {
        Map<String, Double> logs = new HashMap<>();
        double most = Double.NEGATIVE_INFINITY;
        // Letter statistics grow with the text; on a handful of words they are hardly more than a guess.
        double trust = LETTERS * Math.min(1.5, 0.4 + length / 12.0);
        for (String language : LANGUAGES) {
            double score = trust * Math.log(Math.max(FLOOR, letters.getOrDefault(language, 0.0)))
                    + WORD * words.getOrDefault(language, 0.0)
                    + (language.equals("en") ? ENGLISH - FOREIGN_LETTERS * foreignWords : 0);
            logs.put(language, score);
            most = Math.max(most, score);
        }
        double top = most;
        logs.replaceAll((_, score) -> Math.exp(score - top));
        double sum = logs.values().stream().mapToDouble(Double::doubleValue).sum();
        logs.replaceAll((_, share) -> share / sum);
        return logs;
    }
}
