package io.sallyport.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One message of the thread, from the customer or to them.
 *
 * @param id the sender's message id, else one of ours; unique within a case
 * @param from the sender's address, lower case; empty when unknown
 * @param subject may be empty
 * @param written what the sender wrote in this message, without quoted mail and signature
 * @param setAside the quoted mail and signature that were separated from it, for people to read
 * @param headers the mail headers that matter for threading and screening, names in lower case
 */
public record Message(
        String id,
        Author author,
        String from,
        Instant at,
        String subject,
        String written,
        String setAside,
        List<Attachment> attachments,
        Map<String, String> headers) {

    public enum Author {
        CUSTOMER,
        DESK,
        /** The desk again, but only to say who has the case: what the customer wrote is still unanswered. */
        BRIDGE,
        PERSON,
        /** An auto-reply or bounce that came back on a case: kept for people, changes nothing by itself. */
        MACHINE
    }

    public Message {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a message needs an id");
        }
        attachments = List.copyOf(attachments);
        headers = Map.copyOf(headers);
    }

    public boolean isFromCustomer() {
        return author == Author.CUSTOMER;
    }

    /** Said to the customer, by the desk or by a person. */
    public boolean isOurs() {
        return isAnswer() || author == Author.BRIDGE;
    }

    /** Said to the customer in answer. */
    public boolean isAnswer() {
        return author == Author.DESK || author == Author.PERSON;
    }

    /** Subject and text as one, the form in which agents read a message. */
    public String subjectAndText() {
        return subject.isBlank() ? written : subject + "\n" + written;
    }
}
