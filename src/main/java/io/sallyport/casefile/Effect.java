package io.sallyport.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that becomes visible outside, as the ledger holds it: the intent first, the outcome when it is known.
 *
 * @param id also the idempotency key of the call; derived from case and content, so the same intent has the same key
 * @param content the very content
 * @param permit what the gatekeeper issued for this very content
 * @param heard how many of the case's messages had been read for it; counted when a case is read, and not written down
 * @param begun how many messages the case had by then; counted likewise
 */
public record Effect(
        String id,
        Proposal content,
        PermitSlip permit,
        Instant intendedAt,
        Optional<Delivery> outcome,
        OptionalInt heard,
        OptionalInt begun) {

    public Effect(String id, Proposal content, PermitSlip permit, Instant intendedAt, Optional<Delivery> outcome) {
        this(id, content, permit, intendedAt, outcome, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * The written form of a permit, kept for auditors; it opens nothing.
     *
     * @param contentHash SHA-256 of the content, in hex
     * @param gates the gates that passed it, in the order they were asked
     * @param sources the source revisions it rests on
     */
    public record PermitSlip(
            String contentHash, long caseVersion, List<String> gates, List<SourceRef> sources, Instant expires) {
        public PermitSlip {
            gates = List.copyOf(gates);
            sources = List.copyOf(sources);
        }
    }

    /** @param parts what makes it the same effect: case and content */
    public static String idOf(String... parts) {
        return "fx-" + ChainHash.of(parts).substring(0, 32);
    }

    public Effect settled(Delivery delivery) {
        return new Effect(id, content, permit, intendedAt, Optional.of(delivery), heard, begun);
    }

    Effect after(int heard, int begun) {
        return new Effect(id, content, permit, intendedAt, outcome, OptionalInt.of(heard), OptionalInt.of(begun));
    }

    /** Whether some of what had been written by then had not been read for it. */
    boolean isBegunUnheard() {
        return heard.orElse(0) < begun.orElse(0);
    }

    public Optional<Reply> reply() {
        return content instanceof Reply reply ? Optional.of(reply) : Optional.empty();
    }

    public Optional<ActionPlan> plan() {
        return content instanceof ActionPlan plan ? Optional.of(plan) : Optional.empty();
    }

    public boolean isAccepted() {
        return outcome.filter(Delivery.Accepted.class::isInstance).isPresent();
    }

    public boolean isUncertain() {
        return outcome.filter(Delivery.Unknown.class::isInstance).isPresent();
    }

    public boolean isOpen() {
        return outcome.isEmpty();
    }
}
