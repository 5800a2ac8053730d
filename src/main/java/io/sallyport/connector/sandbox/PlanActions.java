package io.sallyport.connector.sandbox;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Changes of a subscription. */
final class PlanActions {

    private static final List<String> SMALLEST_FIRST = List.of("Free", "Home", "Pro", "Fleet");
    private static final long LEAST_FLEET_SITES = 25;
    /** What resuming goes back to: a trial that was cancelled does not become a paid plan. */
    private static final String STATUS_BEFORE = "status_before_cancelling";

    private static final Duration UNDO = Duration.ofDays(14);

    private PlanActions() {}

    /** At once. */
    static void upgrade(Change change) {
        BusinessRecord subscription = running(change, List.of("active", "trialing"));
        String plan = change.wanted().slot("to_plan");
        if (rank(plan) <= rank(subscription.text("plan").orElse(""))) {
            throw new Refusal(plan + " is no larger plan");
        }
        if (plan.equals("Fleet") && subscription.whole("sites").orElse(0L) < LEAST_FLEET_SITES) {
            throw new Refusal("Fleet needs " + LEAST_FLEET_SITES + " sites or more");
        }
        change.set(subscription, Map.of("plan", new FieldValue.Text(plan)));
        change.confirm("plan", plan);
        change.confirm("effective", change.now().toString());
        done(change, subscription);
    }

    /** At the end of the period that is paid for. */
    static void downgrade(Change change) {
        BusinessRecord subscription = running(change, List.of("active", "trialing"));
        String plan = change.wanted().slot("to_plan");
        if (rank(plan) >= rank(subscription.text("plan").orElse(""))) {
            throw new Refusal(plan + " is no smaller plan");
        }
        change.set(subscription, Map.of("next_plan", new FieldValue.Text(plan)));
        change.confirm("plan", plan);
        change.confirm("effective", renews(subscription));
        done(change, subscription);
    }

    static void cancel(Change change) {
        BusinessRecord subscription = running(change, List.of("active", "trialing", "past_due"));
        change.set(
                subscription,
                Map.of(
                        "status",
                        new FieldValue.Text("cancelling"),
                        STATUS_BEFORE,
                        new FieldValue.Text(subscription.text("status").orElseThrow())));
        change.confirm("plan", subscription.text("plan").orElse(""));
        change.confirm("effective", renews(subscription));
        done(change, subscription);
    }

    static void resume(Change change) {
        BusinessRecord subscription = own(change);
        if (!subscription.text("status").orElse("").equals("cancelling")) {
            throw new Refusal("the subscription is not about to end");
        }
        String before = subscription.text(STATUS_BEFORE).orElse("active");
        change.set(subscription, Map.of("status", new FieldValue.Text(before)));
        change.confirm("plan", subscription.text("plan").orElse(""));
        change.confirm("renews", renews(subscription));
        done(change, subscription);
    }

    private static void done(Change change, BusinessRecord subscription) {
        change.confirm("subscription", subscription.id());
        change.mayBeUndoneFor(UNDO);
    }

    private static BusinessRecord own(Change change) {
        BusinessRecord subscription = change.own("subscription", change.wanted().slot("subscription"));
        change.wanted().agree("plan", subscription.text("plan"));
        change.wanted().agree("from_plan", subscription.text("plan"));
        return subscription;
    }

    private static BusinessRecord running(Change change, List<String> statuses) {
        BusinessRecord subscription = own(change);
        if (!statuses.contains(subscription.text("status").orElse(""))) {
            throw new Refusal("the subscription is not " + String.join(" or ", statuses));
        }
        return subscription;
    }

    private static int rank(String plan) {
        int rank = SMALLEST_FIRST.indexOf(plan);
        if (rank < 0) {
            throw new Refusal("there is no plan '" + plan + "'");
        }
        return rank;
    }

    private static String renews(BusinessRecord subscription) {
        return subscription.text("renews").orElseThrow(() -> new Refusal("the subscription's period is not on record"));
    }
}
