package io.sallyport.intake.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Bytes to text when the charset is named, wrongly named or not named at all. */
public final class TextBytes {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Names that mail programs write and the JDK does not know. */
    private static final Map<String, String> ALIASES = Map.of(
            "utf8mb4", "UTF-8",
            "unicode-1-1-utf-8", "UTF-8",
            "x-gbk", "GBK",
            "gb2312", "GB18030",
            "ks_c_5601-1987", "x-windows-949",
            "x-sjis", "windows-31j",
            "iso-8859-8-i", "ISO-8859-8",
            "macintosh", "x-MacRoman",
            "ansi", "windows-1252",
            "default", "UTF-8");

    private TextBytes() {}

    static Optional<Charset> charset(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\"']", "");
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        try {
            Charset found = Charset.forName(ALIASES.getOrDefault(plain, plain));
            // Whoever says Latin-1 or ASCII means the Windows page: its extra letters are the curly quotes.
            return Optional.of(isLatin(found) ? WINDOWS_1252 : found);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            return Optional.empty();
        }
    }

    private static boolean isLatin(Charset found) {
        return found.equals(StandardCharsets.ISO_8859_1) || found.equals(StandardCharsets.US_ASCII);
    }

    /** In the named charset if the bytes fit it, else UTF-8 if they fit that, else Windows-1252, which fits all. */
    public static String decode(byte[] bytes, Optional<Charset> named) {
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (named.isEmpty() || isMislabelledUtf8(bytes, named.get(), utf8)) {
            return utf8.orElseGet(() -> new String(bytes, WINDOWS_1252));
        }
        return strictly(bytes, named.get()).or(() -> utf8).orElseGet(() -> new String(bytes, fallback(named.get())));
    }

    public static boolean isUtf8(byte[] bytes) {
        return strictly(bytes, StandardCharsets.UTF_8).isPresent();
    }

    /** Valid multi-byte UTF-8 does not come about by chance: a Latin label over it is wrong. */
    private static boolean isMislabelledUtf8(byte[] bytes, Charset named, Optional<String> utf8) {
        return named.equals(WINDOWS_1252) && utf8.isPresent() && utf8.get().length() < bytes.length;
    }

    private static Charset fallback(Charset named) {
        return named.equals(StandardCharsets.UTF_8) ? WINDOWS_1252 : named;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
