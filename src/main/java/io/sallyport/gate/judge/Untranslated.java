package io.sallyport.gate.judge;

import io.sallyport.casefile.Opinion.Finding;
import io.sallyport.text.LanguageDetector;
import io.sallyport.text.LanguageDetector.Language;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells a sentence that was not translated from one that is the same in every language: a link, an address, a name.
 *
 * @param language ISO 639-1 code of what the sentences are in
 */
record Untranslated(LanguageDetector detector, String language) {

    private static final String ENGLISH = "en";

    /** Shorter ones may be names, so they have to read as the reply's language beyond doubt. */
    private static final int TELLING_LETTERS = 20;

    /** Names of towns, streets and people stay below 0.3, "Pas pour Pro." reaches 0.45. */
    private static final double SURE = 0.4;

    private static final Pattern LINK =
            Pattern.compile("(?i)https?://\\S+|www\\.\\S+|[^\\s@]{1,64}@\\S+|(?:[\\w-]{1,63}\\.){1,5}[a-z]{2,20}/\\S*");

    /** Street, house, postcode and town: "Alte Hafenstraße 12, 20457 Hamburg". */
    private static final Pattern POSTAL_ADDRESS = Pattern.compile(
            "(?:\\p{Lu}[\\p{L}.'’-]{1,40} ){1,3}\\d{1,4}\\p{L}?, ?(?:\\p{Lu}{1,2}-)?\\d{4,5} \\p{Lu}[\\p{L}-]+");

    boolean is(Finding translation) {
        if (!letters(translation.sentence()).equals(letters(translation.evidence()))) {
            return false;
        }
        String said = POSTAL_ADDRESS
                .matcher(LINK.matcher(translation.sentence()).replaceAll(" "))
                .replaceAll(" ");
        int length = letters(said).length();
        return length > 0 && reads(detector.detect(said), length);
    }

    /** A long one that reads as a third language was told wrongly: it is no English, and that is what counts. */
    private boolean reads(Language found, int length) {
        return length > TELLING_LETTERS
                ? !found.code().equals(ENGLISH)
                : found.code().equals(language) && found.confidence() >= SURE;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}]+", "");
    }
}
