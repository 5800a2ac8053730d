package io.sallyport.api;

import io.sallyport.casefile.Attachment;
import io.sallyport.casefile.ChainHash;
import io.sallyport.intake.Vouching;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A further message on a ticket, as another program hands it over.
 *
 * @param from empty for the ticket's own customer
 * @param person of the company who wrote it to the customer; empty when a customer wrote it
 */
record MessageRequest(
        String subject,
        String text,
        String from,
        List<Attachment> attachments,
        Vouching vouching,
        Optional<String> person) {

    private static final String PERSON = "person";
    private static final List<String> OF_CUSTOMERS = List.of("from", TicketRequest.SIGNED_IN, TicketRequest.SIGNATURE);
    private static final Set<String> FIELDS =
            Set.of("subject", "text", "from", "attachments", PERSON, TicketRequest.SIGNED_IN, TicketRequest.SIGNATURE);

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
                        TicketRequest.vouching(fields),
                        person(fields)));
    }

    private static Optional<String> person(Fields fields) {
        if (fields.isWithout(PERSON)) {
            return Optional.empty();
        }
        OF_CUSTOMERS.stream()
                .filter(name -> !fields.isWithout(name))
                .forEach(name -> fields.refuse(name, "no such field beside person, who is no customer", "one"));
        return Optional.of(fields.text(PERSON, TicketRequest.LONGEST_NAME));
    }

    /** A customer's messages keep the fingerprint that they always had. */
    String fingerprint() {
        String of = attachments.toString() + TicketRequest.vouched(vouching);
        return person.map(name -> ChainHash.of("person's message", subject, text, name, of))
                .orElseGet(() -> ChainHash.of("message", subject, text, from, of));
    }
}
