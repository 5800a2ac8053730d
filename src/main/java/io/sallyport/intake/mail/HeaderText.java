package io.sallyport.intake.mail;

import io.sallyport.intake.text.CleanText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.field.DateTimeField;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;

/** Header fields as people read them: unfolded, RFC 2047 words decoded, raw 8-bit bytes guessed. */
final class HeaderText {

    /** Lets a long References header through; anything longer is an attack or an accident. */
    private static final int LONGEST_VALUE = 8_000;

    /** RFC 5321 4.5.3.1.3: 256 octets for a path, its angle brackets included. */
    private static final int LONGEST_ADDRESS = 254;

    private static final Pattern ANGLED = Pattern.compile("<\\s*([^<>\\s@]+@[^<>\\s@]+)\\s*>");
    private static final Pattern BARE = Pattern.compile("([^\\s<>()\\[\\],;:\"@]+@[^\\s<>()\\[\\],;:\"@]+)");

    private HeaderText() {}

    /** @param raw the field as it stood in the mail, name included */
    static String value(byte[] raw) {
        String field = TextBytes.decode(raw, Optional.empty());
        int colon = field.indexOf(':');
        String unfolded = field.substring(colon + 1).replaceAll("\\r?\\n(?=[ \\t])", "");
        return shortened(CleanText.line(decodeWords(unfolded)));
    }

    static String decodeWords(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        try {
            return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
        } catch (RuntimeException _) {
            // The decoder throws on words it half understands; the raw header still says more than nothing.
            return text;
        }
    }

    private static String shortened(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
    }

    /** The address in angle brackets, else the first thing that looks like one; a display name never counts. */
    static String address(String header) {
        String found = "";
        Matcher angled = ANGLED.matcher(header);
        while (angled.find()) {
            found = angled.group(1);
        }
        if (found.isEmpty()) {
            Matcher bare = BARE.matcher(header.replaceAll("\"[^\"]*\"", " "));
            found = bare.find() ? bare.group(1) : "";
        }
        return found.length() > LONGEST_ADDRESS ? "" : CleanText.lowerAscii(found);
    }

    static Optional<Instant> date(String header) {
        try {
            DateTimeField field =
                    DateTimeFieldLenientImpl.PARSER.parse(new RawField("Date", header), DecodeMonitor.SILENT);
            return Optional.ofNullable(field.getDate()).map(java.util.Date::toInstant);
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
