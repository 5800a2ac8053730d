package io.sallyport.text;

import java.util.regex.Pattern;

/** A line that denies from its first word: "Not covered", "No sound from the siren". */
public final class Denying {

    private static final Pattern OPENS = Pattern.compile(
            "(?s)(?:not?|never|without|except(?:ions?|ed)?|excluded|exclusions?)\\b.*", Pattern.CASE_INSENSITIVE);

    private Denying() {}

    public static boolean opens(String line) {
        return OPENS.matcher(line).matches();
    }
}
