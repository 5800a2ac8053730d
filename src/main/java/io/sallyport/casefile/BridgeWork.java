package io.sallyport.casefile;

import java.util.List;
import java.util.Optional;

/** How far the customer has been told how it stands with their case while people have it. */
public sealed interface BridgeWork {

    /** People have not been given the case, or had taken it by themselves. */
    record NotDue() implements BridgeWork {}

    /** What the customer is told. */
    enum Occasion {
        /** Who has their case, and by when they will hear. */
        HAND_OVER,
        /** That nobody has an answer yet, and by when they will hear then. */
        STILL_WAITING,
        /** What engineering said. */
        NEWS
    }

    /**
     * One thing to tell, however many attempts it takes.
     *
     * @param before attempts of earlier rounds
     */
    record Round(Occasion occasion, int before) {}

    /** @param attempts so far, of all rounds */
    record Due(int attempts, Round round) implements BridgeWork {

        private static final int MOST_ATTEMPTS = 5;

        /** What was turned back at the door so often in one round is for a person. */
        public boolean isExhausted() {
            return attempts - round.before() >= MOST_ATTEMPTS;
        }
    }

    /** @param attempt counted from 1 */
    record Estimated(Expectation expectation, int attempt, Round round) implements BridgeWork {}

    /** Written, and every gate has spoken; waits for a person where one of them stopped it. */
    record Judged(Bridge bridge) implements BridgeWork {}

    /** Waits for a person to say yes, because the lane is in this mode. */
    record Held(Bridge bridge, LaneMode mode) implements BridgeWork {

        /** Nobody's yes opens this lane. */
        public boolean isShut() {
            return mode.isShut();
        }
    }

    record Approved(Bridge bridge, String by) implements BridgeWork {}

    /** @param approvedBy empty when the lane let it through by itself */
    record Sending(Bridge bridge, String effectId, Optional<String> approvedBy) implements BridgeWork {}

    record Sent(Bridge bridge, String effectId) implements BridgeWork {}

    /**
     * Nothing is said to the customer now.
     *
     * @param attempts so far, of all rounds
     */
    record Omitted(String why, int attempts) implements BridgeWork {}

    /**
     * A bridge reply and what it rests on.
     *
     * @param attempt counted from 1
     */
    record Bridge(Expectation expectation, int attempt, Round round, Reply reply, List<Verdict> verdicts) {
        public Bridge {
            verdicts = List.copyOf(verdicts);
        }

        public boolean isPassed() {
            return !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict::isPass);
        }

        public String contentHash() {
            return ChainHash.of(reply.canonicalContent());
        }
    }

    /** The reply this stage holds, if it holds one. */
    default Optional<Bridge> findBridge() {
        return switch (this) {
            case NotDue _, Due _, Estimated _, Omitted _ -> Optional.empty();
            case Judged judged -> Optional.of(judged.bridge());
            case Held held -> Optional.of(held.bridge());
            case Approved approved -> Optional.of(approved.bridge());
            case Sending sending -> Optional.of(sending.bridge());
            case Sent sent -> Optional.of(sent.bridge());
        };
    }

    /** By when the customer will hear, once that is known. */
    default Optional<Expectation> findExpectation() {
        return this instanceof Estimated estimated
                ? Optional.of(estimated.expectation())
                : findBridge().map(Bridge::expectation);
    }

    /** Which estimate it is; what cites another one cites something that no longer holds. */
    default int attempt() {
        return switch (this) {
            case NotDue _ -> 0;
            case Omitted omitted -> omitted.attempts();
            case Due due -> due.attempts();
            case Estimated estimated -> estimated.attempt();
            case Judged _, Held _, Approved _, Sending _, Sent _ ->
                findBridge().map(Bridge::attempt).orElse(0);
        };
    }

    /** Nothing has left, and nothing is leaving. */
    default boolean isOpen() {
        return switch (this) {
            case Due _, Estimated _, Judged _, Held _, Approved _ -> true;
            case NotDue _, Sending _, Sent _, Omitted _ -> false;
        };
    }

    /** What engineering said is on its way, or waits for a yes that it may get. */
    default boolean isTellingNews() {
        boolean isUnderway = switch (this) {
            case Due due -> !due.isExhausted();
            case Judged judged -> judged.bridge().isPassed();
            case Held held -> !held.isShut();
            case Estimated _, Approved _, Sending _ -> true;
            case NotDue _, Sent _, Omitted _ -> false;
        };
        return isUnderway
                && findRound()
                        .filter(round -> round.occasion() == Occasion.NEWS)
                        .isPresent();
    }

    /** What it is about; empty when nothing is told. */
    default Optional<Round> findRound() {
        return switch (this) {
            case NotDue _, Omitted _ -> Optional.empty();
            case Due due -> Optional.of(due.round());
            case Estimated estimated -> Optional.of(estimated.round());
            case Judged _, Held _, Approved _, Sending _, Sent _ -> findBridge().map(Bridge::round);
        };
    }
}
