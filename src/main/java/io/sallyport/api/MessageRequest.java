package io.sallyport.api;

import io.sallyport.casefile.Attachment;
import io.sallyport.casefile.ChainHash;
import io.sallyport.intake.Vouching;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A further message on a ticket, as another program hands it over.
 *
 * @param from empty for the ticket's own customer
 */
record MessageRequest(String subject, String text, String from, List<Attachment> attachments, Vouching vouching) {

    private static final Set<String> FIELDS =
            Set.of("subject", "text", "from", "attachments", TicketRequest.SIGNED_IN, TicketRequest.SIGNATURE);

    /** @throws Problem naming every field that is not as expected */
    static MessageRequest of(JsonNode body) {
        return Fields.read(
                body,
                FIELDS,
                fields -> new MessageRequest(
                        fields.optional("subject", TicketRequest.LONGEST_SUBJECT)
                                .orElse(""),
                        fields.text("text", TicketRequest.LONGEST_TEXT),
                        TicketRequest.address(
                                fields,
                                fields.optional("from", TicketRequest.LONGEST_ADDRESS)
                                        .orElse("")),
                        TicketRequest.attachments(fields),
                        TicketRequest.vouching(fields)));
    }

    String fingerprint() {
        return ChainHash.of("message", subject, text, from, attachments.toString() + TicketRequest.vouched(vouching));
    }
}
