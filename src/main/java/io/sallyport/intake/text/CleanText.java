package io.sallyport.intake.text;

/** Makes any string one that the database and JSON can hold, with {@code \n} as its only line end. */
public final class CleanText {

    private CleanText() {}

    /** Lower case of A to Z alone: other letters may become one of them, as the Kelvin sign does. */
    public static String lowerAscii(String text) {
        var lower = new StringBuilder(text.length());
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return lower.toString();
    }

    /** Drops control characters (PostgreSQL refuses U+0000) and replaces lone surrogates by U+FFFD. */
    public static String of(String raw) {
        var clean = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                if (i + 1 == raw.length() || raw.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (Character.isSurrogate(c)) {
                i += appendSurrogate(raw, i, clean);
            } else if (isText(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static boolean isText(char c) {
        boolean mark = c == '\uFEFF' || c == '\uFFFE' || c == '\uFFFF';
        return !mark && (!Character.isISOControl(c) || c == '\n' || c == '\t');
    }

    /** One line: line breaks and runs of blanks become one space. */
    public static String line(String raw) {
        return of(raw).replaceAll("\\s+", " ").strip();
    }

    /** @return how many characters beyond the one at {@code i} were consumed */
    private static int appendSurrogate(String raw, int i, StringBuilder clean) {
        char c = raw.charAt(i);
        if (Character.isHighSurrogate(c) && i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1))) {
            clean.append(c).append(raw.charAt(i + 1));
            return 1;
        }
        clean.append('\uFFFD');
        return 0;
    }
}
