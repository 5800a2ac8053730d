package io.sallyport.flow;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.AnswerWork.Approved;
import io.sallyport.casefile.AnswerWork.Declined;
import io.sallyport.casefile.AnswerWork.Held;
import io.sallyport.casefile.AnswerWork.Judged;
import io.sallyport.casefile.AnswerWork.Undelivered;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Rehearsal.Upcoming;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import java.util.Locale;
import java.util.Optional;

/** What comes next for a case, and why, in words for people. */
final class NextWords {

    private static final String DESK = "desk";
    private static final String PERSON = "person";
    private static final String CUSTOMER = "customer";

    private NextWords() {}

    static Upcoming of(Next next, CaseRecord record) {
        return switch (next) {
            case Next.Run(Step step) -> new Upcoming(DESK, label(step), because(step, record), Optional.empty());
            case Next.RunAt(var _, Step step) when step == Step.REMIND -> waiting("a person", record);
            case Next.RunAt(var time, Step step) ->
                new Upcoming(
                        step == Step.CLOSE ? CUSTOMER : DESK, label(step), because(step, record), Optional.of(time));
            case Next.Wait(String what) -> waiting(what, record);
        };
    }

    private static String label(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String because(Step step, CaseRecord record) {
        return record.failure()
                .filter(failed -> failed.step().equals(step.name()))
                .map(failed -> "it failed " + failed.attempt() + " times: " + failed.fault())
                .orElseGet(() -> unbroken(step, record));
    }

    private static String unbroken(Step step, CaseRecord record) {
        return switch (step) {
            case SCREEN -> "a message has come in that nobody has screened";
            case DISCARD -> record.screening().isEmpty() ? "it is empty" : "a machine wrote it: " + automatic(record);
            case VERIFY -> "the customer has answered the one-time code";
            case PLAN -> triaged(record) + ", and something is to be done";
            case JUDGE_PLAN -> action(record) + " is planned and no gate has read the plan";
            case CHALLENGE -> action(record) + " waits for the customer to prove who they are";
            case HOLD_PLAN -> action(record) + " needs a person's yes";
            case DENY -> "a gate stopped the plan, and nobody's yes changes that: " + action(record);
            case ACT -> "every gate passed the plan: " + action(record);
            case TRIAGE -> "screened, language " + record.screening().language() + ", not triaged yet";
            case ROUTE -> triaged(record) + ", not routed yet";
            case RESEARCH ->
                record.answer() instanceof Judged judged
                        ? stopped(judged)
                        : triaged(record) + ", no reason to bring a person in";
            case COMPOSE -> "the evidence is gathered";
            case JUDGE -> "a reply is written and no gate has read it";
            case HOLD -> "a gate stopped a person's own words";
            case DELIVER ->
                record.answer() instanceof Approved approved ? approved.by() + " approved it" : "every gate passed it";
            case LOOK_UP -> "a reply was on its way and nobody knows whether it arrived";
            case ESCALATE -> whyPeople(record);
            case PAGE -> "whoever is on call is to be called";
            case PACKAGE -> "the people who have the case need everything that is known of it";
            case TRACK -> "colleagues are to be told";
            case ERRAND ->
                record.handOver()
                        .nextErrand()
                        .map(work -> work.errand().id() + " is to be carried out")
                        .orElse("an errand is due");
            case REMIND -> "reminded when nobody decides anything until then";
            case FOLLOW_UP -> "engineering said something of the issue, and the customer does not know yet";
            case BRIDGE -> "the customer is to be told how it stands";
            case DELIVER_BRIDGE -> "what the customer is told meanwhile is ready to go";
            case CLOSE ->
                "answered; closed when the customer writes nothing for " + TicketLife.SILENCE.toDays() + " days";
        };
    }

    private static String action(CaseRecord record) {
        return record.action().findPlan().map(ActionPlan::action).orElse("an action");
    }

    private static String automatic(CaseRecord record) {
        return record.screening().automatic().label();
    }

    private static String triaged(CaseRecord record) {
        return record.triage().category().label() + ", " + record.triage().priority();
    }

    private static String stopped(Judged judged) {
        return judged.verdicts().stream()
                .filter(Verdict.Stop.class::isInstance)
                .map(Verdict.Stop.class::cast)
                .findFirst()
                .map(stop -> "the " + stop.gate() + " gate stopped the draft: " + stop.reason())
                .orElse("a gate stopped the draft");
    }

    private static String whyPeople(CaseRecord record) {
        if (record.failure().isPresent()) {
            return record.failure().get().step() + " failed: "
                    + record.failure().get().fault();
        }
        if (record.action() instanceof ActionWork.ForPerson(String why)) {
            return why;
        }
        if (record.action() instanceof ActionWork.Unacted(var _, String why)) {
            return why;
        }
        return switch (record.answer()) {
            case Declined(var _, var why) -> why.kind().label() + ": " + why.because();
            case Judged judged -> stopped(judged);
            case Undelivered(var _, String why) -> why;
            case AnswerWork _ ->
                record.findings().route().map(Route::triggers).stream()
                        .flatMap(triggers -> triggers.stream())
                        .map(trigger -> trigger.kind().label() + ": " + trigger.because())
                        .findFirst()
                        .orElse("routed to people");
        };
    }

    private static Upcoming waiting(String what, CaseRecord record) {
        return switch (record.standing()) {
            case Standing.WithPeople people ->
                new Upcoming(
                        PERSON,
                        "wait",
                        people.owner().map(owner -> owner + " has it: ").orElse("in the queue " + people.queue() + ": ")
                                + people.why(),
                        Optional.empty());
            case Standing.AtWork()
            when record.action() instanceof ActionWork.Held held ->
                new Upcoming(PERSON, "wait", "a plan waits to be approved: " + held.why(), Optional.empty());
            case Standing.AtWork()
            when record.answer() instanceof Held held ->
                new Upcoming(PERSON, "wait", "a draft waits to be approved: " + held(held), Optional.empty());
            case Standing.AwaitingCustomer _, Standing.Resolved _
            when record.handOver().remindAt().isPresent() ->
                new Upcoming(PERSON, "wait", "a plan or news wait to be approved", Optional.empty());
            case Standing.AtWork _, Standing.AwaitingCustomer _, Standing.Resolved _, Standing.Junk _ ->
                new Upcoming(CUSTOMER, "wait", "waits for " + what, Optional.empty());
        };
    }

    private static String held(Held held) {
        return held.mode() == LaneMode.AUTO
                ? "every gate passed it, but its confidence is under " + percent(AnswerWork.Draft.LEAST_CONFIDENCE)
                : "the answer lane is in " + held.mode().label();
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
