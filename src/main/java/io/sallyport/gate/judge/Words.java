package io.sallyport.gate.judge;

import java.util.Locale;

/** How what judges said is written on a case. */
final class Words {

    /** Twenty words fit; what runs on is not worth keeping. */
    private static final int LONGEST = 240;

    private Words() {}

    /** {@code NOT_SUPPORTED} becomes {@code not supported}. */
    static String label(Enum<?> answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String brief(String why) {
        var flat = why.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return flat.length() <= LONGEST ? flat : flat.substring(0, LONGEST).strip() + "…";
    }
}
