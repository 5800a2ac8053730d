package io.sallyport.api;

import io.sallyport.casefile.Attachment;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.intake.Vouching;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A ticket as another program files it.
 *
 * @param name the sender's, as they gave it; empty when unknown
 */
record TicketRequest(
        String subject,
        String text,
        String from,
        String name,
        Channel channel,
        Optional<String> externalId,
        List<Attachment> attachments,
        Vouching vouching) {

    static final int LONGEST_SUBJECT = 500;
    static final int LONGEST_TEXT = 500_000;
    static final int LONGEST_ADDRESS = 254;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_EXTERNAL_ID = 200;
    static final int MOST_ATTACHMENTS = 50;

    static final String SIGNED_IN = "senderSignedIn";
    static final String SIGNATURE = "senderSignature";
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");

    private static final Set<String> FIELDS =
            Set.of("subject", "text", "from", "name", "channel", "externalId", "attachments", SIGNED_IN, SIGNATURE);

    /** Not a proof that it works: one @, something on both sides, no blanks or brackets. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

    /** @throws Problem naming every field that is not as expected */
    static TicketRequest of(JsonNode body) {
        return Fields.read(
                body,
                FIELDS,
                fields -> new TicketRequest(
                        fields.required("subject", LONGEST_SUBJECT),
                        fields.text("text", LONGEST_TEXT),
                        address(fields, fields.text("from", LONGEST_ADDRESS)),
                        fields.optional("name", LONGEST_NAME).orElse(""),
                        fields.choice("channel", Arrays.asList(Channel.values()), TicketRequest::label)
                                .orElse(Channel.API),
                        externalId(fields),
                        attachments(fields),
                        vouching(fields)));
    }

    static String address(Fields fields, String from) {
        if (!from.isBlank() && !ADDRESS.matcher(from.strip()).matches()) {
            fields.refuse("from", "one e-mail address, such as jo@example.com", "another text");
        }
        return from.strip();
    }

    /** What the caller says of the sender; whether it counts is the settings' to say. */
    static Vouching vouching(Fields fields) {
        Optional<String> signature = fields.optional(SIGNATURE, 64);
        if (signature.isPresent() && !HEX.matcher(signature.get()).matches()) {
            fields.refuse(SIGNATURE, "an HMAC-SHA-256 as 64 hexadecimal digits", "another text");
        }
        boolean isSignedIn = fields.flag(SIGNED_IN);
        return signature
                .<Vouching>map(Vouching.Signed::new)
                .orElseGet(() -> isSignedIn ? new Vouching.SignedIn() : Vouching.NONE);
    }

    private static Optional<String> externalId(Fields fields) {
        Optional<String> given = fields.optional("externalId", LONGEST_EXTERNAL_ID);
        if (given.isPresent() && given.get().isBlank()) {
            fields.refuse("externalId", "your own id of the ticket, or no such field", "a blank text");
        }
        return given;
    }

    static List<Attachment> attachments(Fields fields) {
        return fields.list(
                "attachments",
                MOST_ATTACHMENTS,
                Set.of("name", "mediaType", "bytes"),
                file -> new Attachment(
                        file.text("name", LONGEST_NAME), file.text("mediaType", LONGEST_NAME), file.count("bytes")));
    }

    private static String label(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    /** Name and address as a mail's From header writes them. */
    Map<String, String> sender() {
        return name.isBlank()
                ? Map.of()
                : Map.of("from", "\"" + name.replaceAll("[\"\\\\\\p{Cntrl}]", " ") + "\" <" + from + ">");
    }

    /** Requests that say nothing of the sender keep the fingerprint that they always had. */
    static String vouched(Vouching vouching) {
        return vouching.equals(Vouching.NONE) ? "" : vouching.toString();
    }

    /** The same for the same request, however its JSON was laid out. */
    String fingerprint() {
        return ChainHash.of(
                "ticket",
                subject,
                text,
                from,
                name,
                channel.name(),
                externalId.orElse(""),
                attachments.toString() + vouched(vouching));
    }
}
