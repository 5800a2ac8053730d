package io.sallyport.text;

import io.sallyport.text.Markers.Marker;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A line that denies what stands under it: "Not covered", "Items that cannot be returned", "Without a receipt". */
public final class Denying {

    private static final Pattern OPENS = Pattern.compile(
            "(?s)(?:not?|never|without|except(?:ions?|ed)?|excluded|exclusions?)\\b.*", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMES = Pattern.compile(
            "\\b(?:without|except(?:ions?|ed)?|excluded|exclusions?|non-\\p{L}+|un(?:supported|available)"
                    + "|ineligible|prohibited|forbidden)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<Marker> NEGATIONS = EnumSet.of(Marker.NOT, Marker.NEVER, Marker.NO_LONGER, Marker.NONE);

    private Denying() {}

    /** From its first word. */
    public static boolean opens(String line) {
        return OPENS.matcher(line).matches();
    }

    /** Anywhere. */
    public static boolean isSaidIn(String line) {
        return negates(line) || opens(line) || NAMES.matcher(line).find();
    }

    /** With "not" or the like, not merely by naming an exception. */
    public static boolean negates(String line) {
        return Markers.kindsIn(line).stream().anyMatch(NEGATIONS::contains);
    }
}
