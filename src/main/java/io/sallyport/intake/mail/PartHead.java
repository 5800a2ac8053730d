package io.sallyport.intake.mail;

import io.sallyport.intake.text.CleanText;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.dom.field.ContentTypeField;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.field.ContentTypeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;
import org.jspecify.annotations.Nullable;

/** What the head of a MIME part says of its body. */
final class PartHead {

    private String mediaType = "text/plain";
    private Optional<Charset> charset = Optional.empty();
    private String name = "";
    private boolean attached;

    void contentType(String value) {
        ContentTypeField field =
                ContentTypeFieldLenientImpl.PARSER.parse(new RawField("Content-Type", value), DecodeMonitor.SILENT);
        mediaType = text(field.getMimeType(), mediaType).toLowerCase(Locale.ROOT);
        charset = TextBytes.charset(text(field.getCharset(), ""));
        if (name.isEmpty()) {
            name = HeaderText.decodeWords(text(field.getParameter("name"), ""));
        }
    }

    void disposition(String value) {
        ContentDispositionField field = ContentDispositionFieldLenientImpl.PARSER.parse(
                new RawField("Content-Disposition", value), DecodeMonitor.SILENT);
        attached = "attachment".equalsIgnoreCase(field.getDispositionType());
        String filename = text(field.getFilename(), "");
        if (!filename.isEmpty()) {
            name = HeaderText.decodeWords(filename);
        }
    }

    private static String text(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    boolean isMultipart() {
        return mediaType.startsWith("multipart/");
    }

    boolean isAlternative() {
        return mediaType.equals("multipart/alternative");
    }

    boolean isHtml() {
        return mediaType.equals("text/html") || mediaType.equals("application/xhtml+xml");
    }

    /** Words of the mail itself: text that is not offered as a file. */
    boolean isBodyText() {
        boolean text = isHtml() || mediaType.equals("text/plain") || mediaType.equals("text/enriched");
        return text && !attached;
    }

    boolean isMail() {
        return mediaType.equals("message/rfc822") || mediaType.equals("message/global");
    }

    boolean isDeliveryReport() {
        return mediaType.equals("message/delivery-status") || mediaType.equals("text/rfc822-headers");
    }

    String mediaType() {
        return mediaType;
    }

    Optional<Charset> charset() {
        return charset;
    }

    /** Without folders: a name is shown to people and never used as a path. */
    String name() {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = CleanText.line(last);
        return clean.isEmpty() ? "unnamed" : clean.substring(0, Math.min(clean.length(), 200));
    }
}
