package io.sallyport.intake.injection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words written so that a person does not read them: base64, hexadecimal, backwards, shifted by 13, with signs between. */
record Encoded(String written, String text) {

    private static final Pattern BASE64 = Pattern.compile("(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_-]{20,}={0,2}");
    private static final Pattern HEX = Pattern.compile("(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{2}[ :]?+){12,}+");

    /** Longer texts are no riddles, and turning them around for nothing costs time. */
    private static final int LONGEST_TURNED = 2_000;

    static Stream<Encoded> textsIn(String text) {
        Stream<Encoded> runs =
                Stream.concat(decoded(BASE64, text, Encoded::base64), decoded(HEX, text, Encoded::hexadecimal));
        if (text.length() > LONGEST_TURNED) {
            return runs;
        }
        return Stream.concat(
                runs,
                Stream.of(
                        new Encoded(text, new StringBuilder(text).reverse().toString()),
                        new Encoded(text, shifted(text))));
    }

    private static Stream<Encoded> decoded(Pattern runs, String text, Function<String, Optional<byte[]>> decoding) {
        return runs.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(run -> decoding
                        .apply(run)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .filter(Encoded::isReadable)
                        .map(words -> new Encoded(run, words))
                        .stream());
    }

    private static Optional<byte[]> base64(String run) {
        try {
            String usual = run.replace('-', '+').replace('_', '/').replace("=", "");
            return Optional.of(Base64.getDecoder().decode(usual));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> hexadecimal(String run) {
        String digits = run.replaceAll("[ :]", "");
        return digits.length() % 2 == 0 ? Optional.of(HexFormat.of().parseHex(digits)) : Optional.empty();
    }

    /** Nine in ten characters are letters, digits or blanks. */
    private static boolean isReadable(String words) {
        long usual = words.chars()
                .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '\n')
                .count();
        return usual * 10 >= words.length() * 9L && words.chars().noneMatch(c -> c == 0xFFFD);
    }

    private static String shifted(String text) {
        var turned = new StringBuilder(text.length());
        text.chars()
                .forEach(c -> turned.append((char)
                        (c >= 'a' && c <= 'z'
                                ? 'a' + (c - 'a' + 13) % 26
                                : c >= 'A' && c <= 'Z' ? 'A' + (c - 'A' + 13) % 26 : c)));
        return turned.toString();
    }
}
