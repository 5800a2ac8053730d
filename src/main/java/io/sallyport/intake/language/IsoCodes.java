package io.sallyport.intake.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** ISO 639-3 to 639-1. */
final class IsoCodes {

    private static final Map<String, String> TWO_LETTER = Arrays.stream(Locale.getISOLanguages())
            .collect(Collectors.toMap(code -> Locale.of(code).getISO3Language(), code -> code, (first, _) -> first));

    /** Written forms and varieties that the JDK's table does not lead to their language. */
    private static final Map<String, String> VARIETIES = Map.of(
            "nob", "no",
            "nno", "no",
            "cmn", "zh",
            "ekk", "et",
            "lvs", "lv",
            "pes", "fa",
            "plt", "mg",
            "zsm", "ms",
            "azj", "az");

    private IsoCodes() {}

    static String twoLetter(String threeLetter) {
        String variety = VARIETIES.get(threeLetter);
        return variety == null ? TWO_LETTER.getOrDefault(threeLetter, threeLetter) : variety;
    }
}
