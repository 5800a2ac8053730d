package io.sallyport.escalation;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.AnswerWork.Approved;
import io.sallyport.casefile.AnswerWork.Declined;
import io.sallyport.casefile.AnswerWork.Drafted;
import io.sallyport.casefile.AnswerWork.Held;
import io.sallyport.casefile.AnswerWork.Judged;
import io.sallyport.casefile.AnswerWork.NotBegun;
import io.sallyport.casefile.AnswerWork.Researched;
import io.sallyport.casefile.AnswerWork.Sending;
import io.sallyport.casefile.AnswerWork.Sent;
import io.sallyport.casefile.AnswerWork.Undelivered;
import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.PersonName;
import io.sallyport.casefile.SenderEvidence;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.Decisions.Choice;
import java.util.Optional;

/** Why a decision does not fit a case, as one sentence for the person who took it; empty when it fits. */
final class Objections {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_REPLY = 20_000;
    private static final int LONGEST_NAME = 200;

    private Objections() {}

    static Optional<String> to(Choice choice, CaseRecord record, String person) {
        return switch (choice) {
            case APPROVE -> toOwner(record, person).or(() -> toApproving(record));
            case EDIT, REJECT -> toOwner(record, person).or(() -> toTouchingDraft(record));
            case APPROVE_PLAN -> toOwner(record, person).or(() -> PlanObjections.toApproving(record, person));
            case REJECT_PLAN -> toOwner(record, person).or(() -> PlanObjections.toTouching(record));
            case CLAIM -> toOwner(record, person).or(() -> toClaiming(record));
            case RELEASE -> record.isTakenOver() ? Optional.empty() : Optional.of("Nobody has claimed this case.");
            case RESOLVE -> toOwner(record, person).or(() -> toResolving(record));
            case REPLY -> toOwner(record, person).or(() -> toLeaving(record)).or(() -> toReplying(record));
            case GIVE_BACK -> toOwner(record, person).or(() -> toGivingBack(record));
            case ASSIGN -> toOwner(record, person).or(() -> record.isTakenOver() ? Optional.empty() : toMoving(record));
            case RECLASSIFY -> toOwner(record, person).or(() -> toMoving(record));
            case LEAVE_CLUSTER -> toOwner(record, person).or(() -> ClusterObjections.toLeaving(record));
            case NOTE -> Optional.empty();
            case MERGE -> toOwner(record, person).or(() -> toLeaving(record)).or(() -> toMoving(record));
            case TELL -> toOwner(record, person).or(() -> toTelling(record));
            case TELL_AND_CLAIM ->
                toOwner(record, person).or(() -> toClaiming(record)).or(() -> toTelling(record));
        };
    }

    static Optional<String> toHash(CaseRecord record, String contentHash) {
        return record.answer()
                .findDraft()
                .filter(draft -> !draft.contentHash().equals(contentHash))
                .map(_ -> "The draft is not the text you read; read it again.");
    }

    static Optional<String> toBridgeHash(CaseRecord record, String contentHash) {
        return record.bridge()
                .findBridge()
                .filter(bridge -> !bridge.contentHash().equals(contentHash))
                .map(_ -> "It is not the text you read; read it again.");
    }

    private static Optional<String> toTelling(CaseRecord record) {
        return switch (record.bridge()) {
            case BridgeWork.Held held ->
                held.isShut()
                        ? Optional.of("The escalation lane is " + held.mode().label() + "; nothing leaves by it.")
                        : Optional.empty();
            case BridgeWork.Judged judged
            when !judged.bridge().isPassed() -> Optional.of("A gate stopped what the customer was to be told.");
            case BridgeWork.Sending _, BridgeWork.Sent _, BridgeWork.Approved _ ->
                Optional.of("The customer has been told.");
            case BridgeWork.Omitted(String why, int _) -> Optional.of("The customer is told nothing: " + why + ".");
            case BridgeWork.NotDue _, BridgeWork.Due _, BridgeWork.Estimated _, BridgeWork.Judged _ ->
                Optional.of("There is nothing that waits to be told.");
        };
    }

    private static Optional<String> toOwner(CaseRecord record, String person) {
        return record.standing() instanceof Standing.WithPeople people
                ? people.owner()
                        .filter(owner -> !PersonName.of(person).isOf(owner))
                        .map(owner -> owner + " has claimed this case; it has to be released first.")
                : Optional.empty();
    }

    private static Optional<String> toApproving(CaseRecord record) {
        return switch (record.answer()) {
            case Held held -> stop(held).or(() -> shut(held.mode()));
            case Judged judged -> stop(judged).or(() -> Optional.of("The draft does not wait for a person."));
            case AnswerWork other -> Optional.of(noDraftWaits(other));
        };
    }

    private static Optional<String> toTouchingDraft(CaseRecord record) {
        return switch (record.answer()) {
            case Held _, Judged _, Undelivered _ -> Optional.empty();
            case AnswerWork other -> Optional.of(noDraftWaits(other));
        };
    }

    private static Optional<String> toClaiming(CaseRecord record) {
        return switch (record.standing()) {
            case Standing.WithPeople people -> people.owner().map(_ -> "You have claimed this case already.");
            case Standing.AtWork _, Standing.AwaitingCustomer _, Standing.Resolved _, Standing.Junk _ ->
                Optional.empty();
        };
    }

    private static Optional<String> toResolving(CaseRecord record) {
        Optional<String> leaving = toLeaving(record);
        if (leaving.isPresent()) {
            return leaving;
        }
        return switch (record.standing()) {
            case Standing.Resolved resolved -> Optional.of("The case is resolved already, by " + resolved.by() + ".");
            case Standing.AtWork _, Standing.WithPeople _, Standing.AwaitingCustomer _, Standing.Junk _ ->
                Optional.empty();
        };
    }

    /** What is leaving or about to must not be overtaken by what would make it wrong. */
    private static Optional<String> toLeaving(CaseRecord record) {
        if (record.findOpenEffect().isPresent()) {
            return Optional.of("A reply or an account change is on its way; decide once its outcome is known.");
        }
        boolean isPersonsUnderway = switch (record.answer()) {
            case Drafted _, Judged _, Approved _ -> record.answer().isPersons();
            case NotBegun _, Researched _, Declined _, Held _, Sending _, Sent _, Undelivered _ -> false;
        };
        return isPersonsUnderway
                ? Optional.of("A person's reply is with the gates; decide once it has left or come back.")
                : Optional.empty();
    }

    private static Optional<String> toReplying(CaseRecord record) {
        return record.handOver()
                .mergedInto()
                .map(into -> "This case goes on with " + into + "; answer there.")
                .or(() -> record.ticket().customer().isBlank()
                        ? Optional.of("Nobody knows who wrote this, so nobody can be answered.")
                        : Optional.empty());
    }

    private static Optional<String> toGivingBack(CaseRecord record) {
        return record.standing() instanceof Standing.WithPeople
                ? toLeaving(record)
                : Optional.of("People do not have this case.");
    }

    /** Of a case that is over nothing is to be moved. */
    private static Optional<String> toMoving(CaseRecord record) {
        return switch (record.standing()) {
            case Standing.Resolved _, Standing.Junk _ -> Optional.of("The case is over.");
            case Standing.AtWork _, Standing.WithPeople _, Standing.AwaitingCustomer _ -> Optional.empty();
        };
    }

    static Optional<String> toColleague(CaseRecord record, String colleague, String person) {
        if (colleague.isBlank()) {
            return Optional.of("Say who is to have the case.");
        }
        boolean hasIt = record.standing() instanceof Standing.WithPeople people
                && people.owner().filter(PersonName.of(colleague)::isOf).isPresent();
        return hasIt
                ? Optional.of((PersonName.of(colleague).isOf(person) ? "You have" : colleague.strip() + " has")
                        + " this case already.")
                : tooLong("The name", colleague.length(), LONGEST_NAME);
    }

    static Optional<String> toMerging(CaseRecord record, Optional<CaseRecord> target, CaseId into) {
        if (record.id().equals(into)) {
            return Optional.of("A case cannot go on with itself.");
        }
        if (target.isEmpty()) {
            return Optional.of("There is no case " + into + ".");
        }
        CaseRecord other = target.get();
        if (other.handOver().mergedInto().isPresent()) {
            return Optional.of(into + " itself goes on with "
                    + other.handOver().mergedInto().get() + ".");
        }
        String customer = record.ticket().customer();
        if (customer.isBlank() || !customer.equals(other.ticket().customer())) {
            return Optional.of(into + " is another customer's; what is theirs stays apart.");
        }
        if (SenderEvidence.isOpenedByVouched(record.messages())
                && !SenderEvidence.isOpenedByVouched(other.messages())) {
            return Optional.of("Whoever opened " + into + " may not be the customer, and what comes here later"
                    + " would be shown on their page; merge the other way round.");
        }
        return toMoving(other)
                .map(_ -> into + " is over; only an open case can take this one on.")
                .or(() -> Merging.isWaiting(record)
                        ? toLeaving(other)
                                .map(_ -> "Something is on its way to the customer on " + into
                                        + "; merge once it has left or come back.")
                        : Optional.empty());
    }

    static Optional<String> toReason(String why) {
        return why.isBlank()
                ? Optional.of("Say why, in a few words.")
                : tooLong("The reason", why.length(), LONGEST_REASON);
    }

    static Optional<String> toText(String text) {
        return text.isBlank()
                ? Optional.of("A reply needs at least one sentence.")
                : tooLong("The reply", text.length(), LONGEST_REPLY);
    }

    private static Optional<String> tooLong(String what, int length, int most) {
        return length <= most
                ? Optional.empty()
                : Optional.of("%s is %,d characters long; at most %,d are taken.".formatted(what, length, most));
    }

    private static Optional<String> stop(AnswerWork work) {
        if (work.verdicts().isEmpty()) {
            return Optional.of("The gates have not judged this draft.");
        }
        return work.verdicts().stream()
                .filter(verdict -> !verdict.isPass())
                .findFirst()
                .map(Verdict::gate)
                .map(gate -> "The " + gate + " gate stopped this draft; edit it or reject it.");
    }

    private static Optional<String> shut(LaneMode mode) {
        return switch (mode) {
            case OFF, SHADOW -> Optional.of("The answer lane is " + mode.label() + "; nothing leaves by it.");
            case DRAFT, AUTO -> Optional.empty();
        };
    }

    private static String noDraftWaits(AnswerWork work) {
        return switch (work) {
            case NotBegun _, Researched _, Declined _ -> "There is no draft.";
            case Drafted _, Judged _ -> "The gates are still at work on the draft.";
            case Held _ -> "The draft waits for a decision.";
            case Approved _, Sending _ -> "The draft is approved and on its way.";
            case Sent _ -> "The reply has been sent.";
            case Undelivered undelivered -> "The reply was approved and did not arrive: " + undelivered.why() + ".";
        };
    }
}
