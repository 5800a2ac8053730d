package io.sallyport.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The clock of what waits for a person's decision: a draft, a plan, words for the customer. */
final class HeldFolding {

    /** As long as an office day lasts at most, for words whose priority nobody has read. */
    private static final Duration UNREAD = Duration.ofDays(1);

    private HeldFolding() {}

    /** In a lane that is off or in shadow nothing leaves, whatever a person decides. */
    static void held(Changes now, CaseEvent event, LaneMode mode) {
        if (!mode.isShut()) {
            held(now, event);
        }
    }

    /** Where people have the case, its packet says when they are reminded. */
    static void held(Changes now, CaseEvent event) {
        now.handOver.heldSince = now.handOver.heldSince.or(() -> Optional.of(event.at()));
        if (!(now.standing instanceof Standing.WithPeople)) {
            now.handOver.remindAt = now.handOver.remindAt.or(() -> Optional.of(due(now, event)));
        }
    }

    /** News come when the first answer has long been due: they have the time that the customer would be told. */
    private static Instant due(Changes now, CaseEvent event) {
        Optional<Instant> due = event.fact() instanceof Fact.BridgeHeld
                ? now.before.bridge().findExpectation().map(Expectation::by)
                : now.findings.triage().map(triage -> triage.sla().firstAnswerDue());
        return due.orElseGet(() -> event.at().plus(UNREAD));
    }

    /** Decided, or overtaken by what the customer wrote. What a person is mending goes on waiting if a gate gives it back. */
    static void settle(Changes now) {
        boolean isHeld = now.answer instanceof AnswerWork.Held
                || now.action instanceof ActionWork.Held
                || now.bridge instanceof BridgeWork.Held;
        boolean isMended = now.standing instanceof Standing.AtWork && now.answer.isPersons();
        if (isHeld || isMended) {
            return;
        }
        now.handOver.heldSince = Optional.empty();
        if (!(now.standing instanceof Standing.WithPeople)) {
            over(now);
        }
    }

    /** Nobody is reminded any more, nor told late that they were to be. */
    static void over(Changes now) {
        now.handOver.heldSince = Optional.empty();
        now.handOver.reminders = 0;
        now.handOver.remindAt = Optional.empty();
        now.handOver.move(
                work -> work.errand().isReminder() && work.stage() instanceof ErrandWork.Planned,
                _ -> new ErrandWork.Dropped("it was decided before anybody could be reminded"));
    }
}
