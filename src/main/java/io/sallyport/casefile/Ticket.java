package io.sallyport.casefile;

/**
 * Their side of a case: what the help desk or inbox holds.
 *
 * @param source the connector it came through, such as {@code inbox}, {@code api}, {@code import:orders.mbox}
 * @param externalId unique within the source; receiving it twice opens no second case
 * @param customer the sender's address, lower case; empty when unknown
 * @param link the unguessable key of the customer's own page
 */
public record Ticket(String source, String externalId, Channel channel, String customer, String subject, String link) {

    public Ticket {
        if (source.isBlank() || externalId.isBlank() || link.isBlank()) {
            throw new IllegalArgumentException("a ticket needs a source, an external id and a link");
        }
    }
}
