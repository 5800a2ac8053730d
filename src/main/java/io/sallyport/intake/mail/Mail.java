package io.sallyport.intake.mail;

import io.sallyport.casefile.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One mail, read.
 *
 * @param from the sender's address, lower case; empty when there is none to be read
 * @param text what its reader would see, still with quotes and signature
 * @param hidden texts an HTML part hides from its reader
 * @param headers names in lower case; only those that threading and screening use
 * @param faults what was broken, for people; empty for a sound mail
 */
public record Mail(
        String from,
        String subject,
        Optional<Instant> date,
        String text,
        List<String> hidden,
        List<Attachment> attachments,
        Map<String, String> headers,
        List<String> faults) {

    public Mail {
        hidden = List.copyOf(hidden);
        attachments = List.copyOf(attachments);
        headers = Map.copyOf(headers);
        faults = List.copyOf(faults);
    }

    /** The Message-ID with its angle brackets, empty when the mail has none. */
    public String messageId() {
        return headers.getOrDefault("message-id", "");
    }
}
