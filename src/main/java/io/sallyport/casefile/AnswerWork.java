package io.sallyport.casefile;

import java.util.List;
import java.util.Optional;

/** How far the answer lane is with the customer's latest message. */
public sealed interface AnswerWork {

    record NotBegun() implements AnswerWork {}

    /** @param stopped what was written from earlier evidence, and why that may not go out */
    record Researched(Evidence evidence, Optional<Judged> stopped) implements AnswerWork {}

    record Declined(Evidence evidence, Trigger why) implements AnswerWork {}

    /** Written and not yet judged. */
    record Drafted(Draft draft) implements AnswerWork {}

    /** Every gate has spoken. */
    record Judged(Draft draft, List<Verdict> verdicts) implements AnswerWork {
        public Judged {
            verdicts = List.copyOf(verdicts);
        }

        public boolean isPassed() {
            return !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict::isPass);
        }
    }

    /** Waits for a person to approve, edit or reject. */
    record Held(Draft draft, List<Verdict> verdicts, LaneMode mode) implements AnswerWork {
        public Held {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** A person said yes to this very content. */
    record Approved(Draft draft, String by) implements AnswerWork {}

    /**
     * The intent is written; the outcome is not known.
     *
     * @param approvedBy the person who said yes, empty when the lane let it through by itself
     */
    record Sending(Draft draft, String effectId, Optional<String> approvedBy) implements AnswerWork {}

    record Sent(Draft draft, String effectId) implements AnswerWork {}

    /** The channel refused it, or nobody can tell whether it took it. */
    record Undelivered(Draft draft, String why) implements AnswerWork {}

    /**
     * A reply on its way, with what it was written from.
     *
     * @param attempt counted from 1; a second one was asked for with the stopped sentences named
     * @param editedBy the person whose words these are, if one edited it
     * @param stopped the sentences that earlier attempts were stopped for
     * @param opinions what judges have said of this very reply
     */
    record Draft(
            Evidence evidence,
            Reply reply,
            double confidence,
            int attempt,
            Optional<String> editedBy,
            List<Verdict.Flag> stopped,
            List<Opinion> opinions) {

        /** Below this nobody is sure that a reply answers, however true it is. */
        public static final double LEAST_CONFIDENCE = 0.75;

        public Draft {
            stopped = List.copyOf(stopped);
            opinions = Opinion.orNone(opinions);
        }

        Draft judged(List<Verdict> verdicts) {
            var said = verdicts.stream()
                    .flatMap(verdict -> verdict.opinions().stream())
                    .toList();
            return new Draft(evidence, reply, confidence, attempt, editedBy, stopped, said);
        }

        /** Gates judge whether an answer is true; whether it answers, only this says. A question claims no answer. */
        public boolean isSure() {
            return reply.kind() != Reply.Kind.ANSWER || confidence >= LEAST_CONFIDENCE;
        }

        public String contentHash() {
            return ChainHash.of(reply.canonicalContent());
        }
    }

    /** The draft this stage holds, if it holds one. */
    default Optional<Draft> findDraft() {
        return switch (this) {
            case NotBegun() -> Optional.empty();
            case Researched _ -> Optional.empty();
            case Declined _ -> Optional.empty();
            case Drafted drafted -> Optional.of(drafted.draft());
            case Judged judged -> Optional.of(judged.draft());
            case Held held -> Optional.of(held.draft());
            case Approved approved -> Optional.of(approved.draft());
            case Sending sending -> Optional.of(sending.draft());
            case Sent sent -> Optional.of(sent.draft());
            case Undelivered undelivered -> Optional.of(undelivered.draft());
        };
    }

    /** What was gathered for the customer's latest message, once it was. */
    default Optional<Evidence> findEvidence() {
        return switch (this) {
            case NotBegun() -> Optional.empty();
            case Researched(Evidence evidence, var _) -> Optional.of(evidence);
            case Declined(Evidence evidence, var _) -> Optional.of(evidence);
            case Drafted _, Judged _, Held _, Approved _, Sending _, Sent _, Undelivered _ ->
                findDraft().map(Draft::evidence);
        };
    }

    /** Whether a person has said yes to these very words, or written them. */
    default boolean isPersons() {
        return this instanceof Approved || findDraft().flatMap(Draft::editedBy).isPresent();
    }

    /** The draft that gates have spoken on, when another is to be written. */
    default Optional<Judged> findStopped() {
        return switch (this) {
            case Researched researched -> researched.stopped();
            case Judged judged -> Optional.of(judged);
            case NotBegun _, Declined _, Drafted _, Held _, Approved _, Sending _, Sent _, Undelivered _ ->
                Optional.empty();
        };
    }

    /** What people are shown of it: where another draft is to be written, the one that gates have stopped. */
    default AnswerWork shown() {
        return this instanceof Researched(Evidence _, Optional<Judged> stopped)
                ? stopped.<AnswerWork>map(judged -> judged).orElse(this)
                : this;
    }

    default List<Verdict> verdicts() {
        return switch (this) {
            case Judged judged -> judged.verdicts();
            case Held held -> held.verdicts();
            case NotBegun _, Researched _, Declined _, Drafted _, Approved _, Sending _, Sent _, Undelivered _ ->
                List.of();
        };
    }
}
