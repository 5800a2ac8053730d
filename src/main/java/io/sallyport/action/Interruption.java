package io.sallyport.action;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.ActionWork.Challenged;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What becomes of a plan when the customer, who was asked for a code, writes something else. */
final class Interruption {

    /** With as many requests for a code and none in return, a person takes over. */
    private static final int MOST_REQUESTS = 5;

    private Interruption() {}

    /** @param read what the words come to by themselves, with those that the plan was made from */
    static Fact settled(CaseRecord record, Fact read, Instant now) {
        return record.action() instanceof ActionWork.Interrupted(Challenged challenged)
                ? settled(record, challenged, read, now)
                : read;
    }

    private static Fact settled(CaseRecord record, Challenged challenged, Fact read, Instant now) {
        return switch (read) {
            case Fact.ActionPlanned(ActionPlan plan)
            when isSame(plan, challenged.plan()) -> again(record, challenged, now);
            case Fact.ActionPlanned(ActionPlan plan) ->
                besides(record, challenged, plan.action()).orElse(read);
            case Fact.ActionSlotMissing(String action, String _, var _) ->
                besides(record, challenged, action).orElse(read);
            case Fact _ -> read;
        };
    }

    /** What is planned instead takes the place of the first; of two, a person sees both. */
    private static Optional<Fact> besides(CaseRecord record, Challenged challenged, String action) {
        return CodeTalk.isBesides(unanswered(record))
                ? Optional.of(new Fact.ActionForPerson("several changes are asked for at once: "
                        + challenged.plan().action() + ", and another " + action))
                : Optional.empty();
    }

    /** A code that is good still is not replaced without need: the customer may be typing it. */
    private static Fact again(CaseRecord record, Challenged challenged, Instant now) {
        int requests = Said.of(record).timesForCode();
        if (requests >= MOST_REQUESTS) {
            return new Fact.ActionForPerson("asked " + requests + " times for the one-time code");
        }
        return now.isBefore(challenged.code().expires()) && !CodeTalk.isOfAnother(sinceAsked(record))
                ? new Fact.CodeAwaited()
                : new Fact.ActionPlanned(challenged.plan());
    }

    /** What is written about a code is no other reason for the plan. */
    private static boolean isSame(ActionPlan plan, ActionPlan other) {
        return plan.action().equals(other.action())
                && plan.definition().equals(other.definition())
                && plan.customer().equals(other.customer())
                && plan.slots().equals(other.slots())
                && plan.amount().equals(other.amount());
    }

    /** Nothing, where the request for the code is not among what we said: it could not be meant yet. */
    private static String sinceAsked(CaseRecord record) {
        Optional<Message> ours =
                record.messages().reversed().stream().filter(Message::isAnswer).findFirst();
        return ours.filter(message -> Challenged.isAskedIn(message.written())).isPresent() ? unanswered(record) : "";
    }

    private static String unanswered(CaseRecord record) {
        return record.unanswered().stream().map(Message::written).collect(Collectors.joining("\n\n"));
    }
}
