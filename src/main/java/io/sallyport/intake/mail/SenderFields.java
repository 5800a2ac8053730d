package io.sallyport.intake.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header fields that tell whose mail it is, as they stood in the mail. Readers differ in what they make of a From with two
 * addresses, encoded words or odd characters; a verdict of our mail server is worth something only for one that they all read alike.
 */
final class SenderFields {

    /** More are no mail server's doing. */
    private static final int MOST_RESULTS = 50;

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final String ADDRESS = "[^\\s<>()@,;:\"\\\\\\[\\]]+@[A-Za-z0-9.-]+";
    private static final Pattern PLAIN = Pattern.compile("(?:[^<>()@,;:\"\\\\]*<(" + ADDRESS + ")>|(" + ADDRESS + "))");

    private final List<String> from = new ArrayList<>();
    private final List<String> results = new ArrayList<>();

    void add(String name, byte[] raw) {
        if (name.equals("from")) {
            from.add(body(raw));
        } else if (name.equals("authentication-results") && results.size() < MOST_RESULTS) {
            results.add(body(raw));
        }
    }

    private static String body(byte[] raw) {
        String field = new String(raw, StandardCharsets.ISO_8859_1);
        return field.substring(field.indexOf(':') + 1)
                .replaceAll("\\r?\\n(?=[ \\t])", "")
                .strip();
    }

    /** Every Authentication-Results field, the topmost first, a line each; empty when From is not as plain as it has to be. */
    Optional<String> results(String address) {
        boolean isPlain = from.size() == 1
                && plainAddress(from.getFirst())
                        .filter(address::equalsIgnoreCase)
                        .isPresent();
        boolean isReadable = results.stream().allMatch(SenderFields::isPrintable);
        return isPlain && isReadable && !results.isEmpty() ? Optional.of(String.join("\n", results)) : Optional.empty();
    }

    private static Optional<String> plainAddress(String field) {
        Matcher plain = PLAIN.matcher(QUOTED.matcher(field).replaceAll("").strip());
        return isPrintable(field) && plain.matches()
                ? Optional.of(plain.group(1) == null ? plain.group(2) : plain.group(1))
                : Optional.empty();
    }

    private static boolean isPrintable(String field) {
        return field.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'));
    }
}
