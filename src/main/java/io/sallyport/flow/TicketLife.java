package io.sallyport.flow;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.ActionWork.Acting;
import io.sallyport.casefile.ActionWork.Asking;
import io.sallyport.casefile.ActionWork.Challenged;
import io.sallyport.casefile.ActionWork.Denied;
import io.sallyport.casefile.ActionWork.Done;
import io.sallyport.casefile.ActionWork.ForPerson;
import io.sallyport.casefile.ActionWork.Interrupted;
import io.sallyport.casefile.ActionWork.NoPlan;
import io.sallyport.casefile.ActionWork.Planned;
import io.sallyport.casefile.ActionWork.Unacted;
import io.sallyport.casefile.AnswerWork.Approved;
import io.sallyport.casefile.AnswerWork.Declined;
import io.sallyport.casefile.AnswerWork.Draft;
import io.sallyport.casefile.AnswerWork.Drafted;
import io.sallyport.casefile.AnswerWork.Held;
import io.sallyport.casefile.AnswerWork.Judged;
import io.sallyport.casefile.AnswerWork.NotBegun;
import io.sallyport.casefile.AnswerWork.Researched;
import io.sallyport.casefile.AnswerWork.Sending;
import io.sallyport.casefile.AnswerWork.Sent;
import io.sallyport.casefile.AnswerWork.Undelivered;
import io.sallyport.casefile.BridgeWork;
import io.sallyport.casefile.BridgeWork.Due;
import io.sallyport.casefile.BridgeWork.Estimated;
import io.sallyport.casefile.BridgeWork.NotDue;
import io.sallyport.casefile.BridgeWork.Omitted;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.ErrandWork;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Findings;
import io.sallyport.casefile.HandOver;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.NewsAnswer;
import io.sallyport.casefile.NewsText;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.flow.Next.Run;
import io.sallyport.flow.Next.RunAt;
import io.sallyport.flow.Next.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole life of a ticket: from the record of a case to what comes next for it. A pure function; whoever wants to know
 * why a case did what it did reads this file against the case's events.
 */
final class TicketLife {

    /** Five tries, each pause four times the one before, reach over three minutes; what is still broken then is for a person. */
    static final int TRIES = 5;

    /** A first draft and one more with the stopped sentences named. */
    static final int DRAFTS = 2;

    /** After a week without a word the answer has served. */
    static final Duration SILENCE = Duration.ofDays(7);

    private TicketLife() {}

    static Next next(CaseRecord record) {
        Optional<Fact.StepFailed> failed = record.failure().filter(one -> isDueStill(record, Step.valueOf(one.step())));
        if (failed.isPresent()) {
            return afterFailure(record, failed.get());
        }
        // Only the worker that wrote an intent may call; whoever finds one open has lost that worker.
        if (record.findOpenEffect().isPresent()) {
            return new Run(Step.LOOK_UP);
        }
        return switch (record.standing()) {
            case Standing.AtWork() -> atWork(record);
            case Standing.WithPeople people -> people.owner().isPresent() ? withOwner(record) : inQueue(record, people);
            case Standing.AwaitingCustomer(var since) ->
                toldAfterwards(record)
                        .or(() -> undecided(record))
                        .orElseGet(() -> earliest(
                                        errand(record), Optional.of(new RunAt(since.plus(SILENCE), Step.CLOSE)))
                                .orElseThrow());
            case Standing.Resolved _ -> toldAfterwards(record).orElseGet(() -> later(record, "a new message"));
            case Standing.Junk _ -> new Wait("a new message");
        };
    }

    /** 1 arrive, 2 triage, 3 route; then the lanes. */
    private static Next atWork(CaseRecord record) {
        Findings findings = record.findings();
        if (isPersonsWord(record)) {
            return answerLane(record);
        }
        if (isApprovedPlan(record)) {
            return actionLane(record);
        }
        if (findings.screening().isEmpty()) {
            return new Run(Step.SCREEN);
        }
        if (findings.screening().get().isJunk()) {
            return new Run(Step.DISCARD);
        }
        Optional<NewsAnswer> helped = NewsAnswer.of(record);
        if (findings.triage().isEmpty() && helped.isPresent()) {
            return new Run(
                    switch (helped.get()) {
                        case HELPED -> Step.CLOSE;
                        case BROKEN -> Step.ESCALATE;
                    });
        }
        if (findings.triage().isEmpty()) {
            return new Run(record.action() instanceof Challenged ? Step.VERIFY : Step.TRIAGE);
        }
        if (findings.route().isEmpty()) {
            return new Run(Step.ROUTE);
        }
        return findings.route().get().needsPerson() ? new Run(Step.ESCALATE) : lanes(record);
    }

    /** What is to be done is done, refused or waiting for a code before the one reply speaks of it. */
    private static Next lanes(CaseRecord record) {
        boolean isToAct = record.route().lanes().contains(Lane.ACTION) || record.action() instanceof Interrupted;
        return isToAct ? actionLane(record) : answerLane(record);
    }

    /** 5 act, behind the gates of 6. */
    private static Next actionLane(CaseRecord record) {
        return switch (record.action()) {
            case ActionWork.NotBegun(), Interrupted _ -> new Run(Step.PLAN);
            case Planned _ -> new Run(Step.JUDGE_PLAN);
            case ActionWork.Judged judged -> new Run(judged.isPassed() ? Step.ACT : afterStop(judged));
            case ActionWork.Held _ -> later(record, "a person's decision on the plan");
            case Acting _ -> new Run(Step.LOOK_UP);
            case ForPerson _, Unacted _ -> new Run(Step.ESCALATE);
            case NoPlan _, Asking _, Challenged _, Done _, Denied _ -> answerLane(record);
        };
    }

    private static Step afterStop(ActionWork.Judged judged) {
        return judged.remedy()
                .map(remedy -> switch (remedy) {
                    case PROOF -> Step.CHALLENGE;
                    case APPROVAL, SECOND_APPROVAL -> Step.HOLD_PLAN;
                })
                .orElse(Step.DENY);
    }

    /** 4 answer, 6 gates, 7 deliver. */
    private static Next answerLane(CaseRecord record) {
        return switch (record.answer()) {
            case NotBegun() -> new Run(Step.RESEARCH);
            case Researched _ -> new Run(Step.COMPOSE);
            case Declined _ -> new Run(Step.ESCALATE);
            case Drafted _ -> new Run(Step.JUDGE);
            case Judged judged -> new Run(judged.isPassed() ? Step.DELIVER : afterStop(judged.draft()));
            case Held _ -> later(record, "a person's decision on the draft");
            case Approved _ -> new Run(Step.DELIVER);
            case Sending _ -> new Run(Step.LOOK_UP);
            case Sent _ -> new Wait("the customer");
            case Undelivered _ -> new Run(Step.ESCALATE);
        };
    }

    /** A person's own words go back to that person; what sources say now gets one more try; then people get the case. */
    private static Step afterStop(Draft draft) {
        if (draft.editedBy().isPresent()) {
            return Step.HOLD;
        }
        return draft.attempt() < DRAFTS ? Step.RESEARCH : Step.ESCALATE;
    }

    /** 8 escalate. What the customer adds is still read, for its priority and for every reason to bring others in. */
    private static Next inQueue(CaseRecord record, Standing.WithPeople people) {
        if (isPersonsWord(record)) {
            return answerLane(record);
        }
        if (record.findings().screening().isEmpty()) {
            return new Run(Step.SCREEN);
        }
        boolean hasHelped = NewsAnswer.of(record).equals(Optional.of(NewsAnswer.HELPED));
        if (hasHelped && !people.isForPeopleAlone() && isToTriage(record.findings())) {
            return new Run(Step.CLOSE);
        }
        return reread(record)
                .or(() -> handOver(record).stream().findFirst())
                .orElseGet(() -> later(record, "a person to claim it"));
    }

    /** What the customer adds may be graver than what brought the case to people. */
    private static Optional<Next> reread(CaseRecord record) {
        Findings findings = record.findings();
        if (isToTriage(findings)) {
            return Optional.of(new Run(Step.TRIAGE));
        }
        return when(findings.triage().isPresent() && findings.route().isEmpty(), Step.ROUTE);
    }

    /** First whoever is on call; then the packet, the customer, the colleagues. */
    private static List<Next> handOver(CaseRecord record) {
        HandOver handOver = record.handOver();
        return Stream.of(
                        paged(record),
                        when(!handOver.isCurrent(), Step.PACKAGE),
                        told(record),
                        when(handOver.isCurrent() && !handOver.isTracked(), Step.TRACK))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Next> when(boolean isDue, Step step) {
        return isDue ? Optional.of(new Run(step)) : Optional.empty();
    }

    private static Optional<Next> paged(CaseRecord record) {
        if (isToPage(record)) {
            return Optional.of(new Run(Step.PAGE));
        }
        return when(isPageDue(record.handOver()), Step.ERRAND);
    }

    private static boolean isToPage(CaseRecord record) {
        return !record.handOver().isPaged()
                && record.standing() instanceof Standing.WithPeople people
                && (people.triggers().stream().anyMatch(why -> HandOver.CALLED_FOR.contains(why.kind()))
                        || record.findings().triage().stream().anyMatch(triage -> triage.priority() == Priority.P1));
    }

    /** Once, before anything else; when nobody can be reached it waits for its turn like any errand. */
    private static boolean isPageDue(HandOver handOver) {
        return handOver.errands().stream()
                .anyMatch(work -> work.errand().kind() == Errand.Kind.PAGE
                        && work.attempts() == 0
                        && work.due().isPresent());
    }

    /** What the customer is to hear now: who has their case, or that nobody has an answer yet, or what engineering said. */
    private static Optional<Next> told(CaseRecord record) {
        return switch (record.bridge()) {
            case Due due when !due.isExhausted() -> Optional.of(new Run(Step.BRIDGE));
            case Estimated _ -> Optional.of(new Run(Step.BRIDGE));
            case BridgeWork.Judged judged when judged.bridge().isPassed() -> Optional.of(new Run(Step.DELIVER_BRIDGE));
            case BridgeWork.Approved _ -> Optional.of(new Run(Step.DELIVER_BRIDGE));
            case BridgeWork.Sending _ -> Optional.empty();
            case Due _, BridgeWork.Judged _, BridgeWork.Held _, NotDue _, BridgeWork.Sent _, Omitted _ ->
                when(record.handOver().untold().isPresent(), Step.FOLLOW_UP);
        };
    }

    /** News that do not reach the customer are for a person. */
    private static Optional<Next> toldAfterwards(CaseRecord record) {
        return NewsText.findHindrance(record).isPresent() ? Optional.of(new Run(Step.ESCALATE)) : told(record);
    }

    /** Silence does not close what a person has yet to decide on. */
    private static Optional<Next> undecided(CaseRecord record) {
        return record.handOver().remindAt().map(_ -> later(record, "a person's decision"));
    }

    /** Nothing to do now: an errand that was put off, or those who have it or may decide on it are reminded. */
    private static Next later(CaseRecord record, String forWhat) {
        return earliest(errand(record), reminder(record)).orElseGet(() -> new Wait(forWhat));
    }

    private static Optional<Next> reminder(CaseRecord record) {
        return record.handOver().remindAt().map(at -> new RunAt(at, Step.REMIND));
    }

    /** What colleagues are to be told still, or what became of it: an answer to the customer does not call it off. */
    private static Optional<Next> errand(CaseRecord record) {
        return record.handOver().nextErrand().flatMap(ErrandWork::due).map(due -> new RunAt(due, Step.ERRAND));
    }

    private static Optional<Next> earliest(Optional<Next> one, Optional<Next> other) {
        return Stream.concat(one.stream(), other.stream())
                .min(Comparator.comparing(next -> next instanceof RunAt(Instant time, Step _) ? time : Instant.MIN));
    }

    /** From here on the machine is silent on this case, but for words that are a person's or that its owner approved. */
    private static Next withOwner(CaseRecord record) {
        if (isPersonsWord(record)) {
            return answerLane(record);
        }
        if (record.bridge() instanceof BridgeWork.Approved) {
            return new Run(Step.DELIVER_BRIDGE);
        }
        return packed(record).or(() -> tracked(record)).orElseGet(() -> later(record, "its owner"));
    }

    /** What the customer adds is read for its owner, too. */
    private static Optional<Next> packed(CaseRecord record) {
        if (record.handOver().since() == 0 || record.handOver().isCurrent()) {
            return Optional.empty();
        }
        Findings findings = record.findings();
        if (findings.screening().isEmpty()) {
            return Optional.of(new Run(Step.SCREEN));
        }
        return reread(record).or(() -> paged(record)).or(() -> findings.triage().map(_ -> new Run(Step.PACKAGE)));
    }

    /** Engineering hears what the customer adds and what is theirs by a person's word, whoever has the case. */
    private static Optional<Next> tracked(CaseRecord record) {
        HandOver handOver = record.handOver();
        return when(handOver.isCurrent() && !handOver.isTracked() && handOver.isForEngineering(), Step.TRACK);
    }

    /** A person's own words that wait for nobody else. */
    private static boolean isPersonsWord(CaseRecord record) {
        return record.answer().isPersons()
                && switch (record.answer()) {
                    case Drafted _, Judged _, Approved _ -> true;
                    case NotBegun _, Researched _, Declined _, Held _, Sending _, Sent _, Undelivered _ -> false;
                };
    }

    /** A person has said yes to it, whatever the customer has written since: that is read once the plan has had its end. */
    private static boolean isApprovedPlan(CaseRecord record) {
        return !record.action().approvals().isEmpty()
                && (record.action() instanceof Planned || record.action() instanceof ActionWork.Judged);
    }

    private static boolean isToTriage(Findings findings) {
        return findings.triage().isEmpty() && findings.screening().stream().noneMatch(found -> found.isJunk());
    }

    /** A step may break after its work is written down: with nothing left to do it would be run in a circle. */
    private static boolean isDueStill(CaseRecord record, Step step) {
        return switch (step) {
            case LOOK_UP -> record.findOpenEffect().isPresent();
            case ERRAND -> errand(record).isPresent();
            case ACT -> !(record.action() instanceof Done || record.action() instanceof ActionWork.NotBegun);
            default -> true;
        };
    }

    private static Next afterFailure(CaseRecord record, Fact.StepFailed failed) {
        // Its call may have arrived: what became of that comes before another try.
        Step step = record.findOpenEffect().isPresent() ? Step.LOOK_UP : Step.valueOf(failed.step());
        if (failed.attempt() < TRIES) {
            return new RunAt(failed.retryAt(), step);
        }
        return record.standing() instanceof Standing.WithPeople ? goOn(record, failed) : new Run(Step.ESCALATE);
    }

    /** Nobody waits for what is broken; it is tried again once something is done, and two that are broken take no turns. */
    private static Next goOn(CaseRecord record, Fact.StepFailed failed) {
        var broken = new Broken(failed, record.isTakenOver() ? List.of() : handOver(record));
        return broken.nextInHandOver()
                .or(() -> earliest(
                        errand(record).map(broken::atLeisure), reminder(record).map(broken::atLeisure)))
                .orElseGet(() -> new Wait("a person: " + failed.fault()));
    }
}
