package io.sallyport.casefile;

import java.time.Instant;
import java.util.stream.Collectors;

/** What changes when a person finds a P1 in what the machine took for less, and people do not have. */
final class AlarmFolding {

    private AlarmFolding() {}

    /** It is routed anew, answered or not; that it had been given back for less says nothing of it. */
    static void corrected(Changes now, CaseEvent event, Fact.Reclassified corrected) {
        if (corrected.priority().isEmpty() || event.actor().kind() != Actor.Kind.PERSON) {
            return;
        }
        if (corrected.priority().get() != Priority.P1) {
            takenBack(now, event.at());
        } else if (isMissed(now.before)) {
            now.findings = now.findings.unrouted();
            now.handOver.waived = now.handOver.waived.stream()
                    .filter(kind -> kind != Trigger.Kind.P1)
                    .collect(Collectors.toUnmodifiableSet());
            now.handOver.correction = now.handOver.correction.map(by -> by.asUnheard(true));
            now.standing = new Standing.AtWork();
        }
    }

    /** The machine knows it as something lesser, and goes by that. */
    private static boolean isMissed(CaseRecord before) {
        boolean isLesser = before.findings().triage().stream().anyMatch(triage -> triage.priority() != Priority.P1);
        return isLesser
                && switch (before.standing()) {
                    case Standing.AtWork _, Standing.AwaitingCustomer _ -> true;
                    case Standing.WithPeople _, Standing.Resolved _, Standing.Junk _ -> false;
                };
    }

    /** Before anybody was called: who was answered is waited for again. */
    private static void takenBack(Changes now, Instant at) {
        if (isUnheard(now) && !now.before.isAnswerOwed()) {
            now.standing = new Standing.AwaitingCustomer(at);
        }
        now.handOver.correction = now.handOver.correction.map(by -> by.asUnheard(false));
    }

    /** What was on its way when a person found it to be graver does not keep people from getting it. */
    static Standing afterAnswer(Changes now, Instant at) {
        return isUnheard(now) && now.findings.route().isEmpty() ? now.standing : new Standing.AwaitingCustomer(at);
    }

    private static boolean isUnheard(Changes now) {
        return now.standing instanceof Standing.AtWork
                && now.handOver
                        .correction
                        .filter(HandOver.Correction::isUnheard)
                        .isPresent();
    }
}
