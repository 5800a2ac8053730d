package io.sallyport.gate.identity;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the customer's account says of who they are.
 *
 * @param address on file, as it stands there
 * @param contactChangedAt when the address or another way to reach the customer last changed, if it ever did
 */
record Account(String id, String address, Status status, boolean isVerified, Optional<Instant> contactChangedAt) {

    private static final FieldValue NOT_SET = new FieldValue.Flag(false);

    enum Status {
        ACTIVE,
        LOCKED,
        CLOSED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The account lacks a field or contradicts itself: nothing can be told from it. */
    static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unclear(String what) {
            super(what);
        }
    }

    /** @throws Unclear when a field that counts is missing or has no meaning */
    static Account of(BusinessRecord record) {
        String address = record.text("email")
                .filter(Address::isAddress)
                .orElseThrow(() -> new Unclear("the account has no address on file"));
        boolean isVerified = record.isSet("email_verified");
        if (!isVerified
                && record.find("email_verified")
                        .filter(value -> value.equals(NOT_SET))
                        .isEmpty()) {
            throw new Unclear("the account does not say whether its address was verified");
        }
        return new Account(record.id(), address, status(record), isVerified, changedAt(record));
    }

    private static Status status(BusinessRecord record) {
        return record.text("status")
                .flatMap(word -> Arrays.stream(Status.values())
                        .filter(status -> status.label().equals(word.toLowerCase(Locale.ROOT)))
                        .findFirst())
                .orElseThrow(() -> new Unclear("the account's status is not one that is known"));
    }

    private static Optional<Instant> changedAt(BusinessRecord record) {
        if (record.find("contact_changed_at").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(record.text("contact_changed_at").orElse("")));
        } catch (DateTimeException _) {
            throw new Unclear("the account does not say clearly when its contact details changed");
        }
    }

    /** A change that lies ahead is a wrong clock, and counts as one of just now. */
    boolean isContactChangedWithin(Duration rest, Instant now) {
        return contactChangedAt.filter(at -> at.isAfter(now.minus(rest))).isPresent();
    }
}
