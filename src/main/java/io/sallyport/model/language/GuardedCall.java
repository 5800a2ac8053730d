package io.sallyport.model.language;

import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.Budget.Crowded;
import io.sallyport.model.language.Budget.Reserved;
import io.sallyport.model.language.Budget.Spent;
import io.sallyport.model.language.RateLimits.Booked;
import io.sallyport.model.language.RateLimits.TooLate;
import java.time.Duration;

/** One call with what stands around it: is the model up, when is our turn, is there money; and afterwards the bill. */
final class GuardedCall {

    /** English has some four bytes a token; other languages have fewer, so three errs on the side of waiting. */
    private static final int BYTES_A_TOKEN = 3;

    /** Between looks whether calls under way have given money back. */
    private static final Duration MONEY_LOOK = Duration.ofMillis(500);

    private final Role role;
    private final String model;
    private final VendorClient client;
    private final Safeguards guards;

    GuardedCall(Role role, String model, VendorClient client, Safeguards guards) {
        this.role = role;
        this.model = model;
        this.client = client;
        this.guards = guards;
    }

    /**
     * @param longest what waiting for our turn may take
     * @param within what waiting and calling may take together
     */
    Reply send(Request<?> request, Duration longest, Duration within) throws InterruptedException {
        if (!guards.breakers().enter(model)) {
            return new Reply.Unmade(Fault.SUSPENDED, "it failed too often lately and is left alone for a while");
        }
        Reply reply = new Reply.Unmade(Fault.SUSPENDED, "not called");
        var took = Duration.ZERO;
        try {
            var started = System.nanoTime();
            reply = inTurn(request, longest, within);
            took = Duration.ofNanos(System.nanoTime() - started);
            return reply;
        } finally {
            guards.breakers().leave(model, reply, took);
        }
    }

    private Reply inTurn(Request<?> request, Duration longest, Duration within) throws InterruptedException {
        var tokens = request.bytes() / BYTES_A_TOKEN + request.longest();
        return switch (guards.limits().book(vendor(), request.purpose().isUrgent(), tokens, longest)) {
            case TooLate(var delay) ->
                new Reply.Unmade(Fault.RATE_LIMITED, "our turn would come in " + delay.toSeconds() + " s", delay);
            case Booked turn -> {
                guards.backoff().sleeper().sleep(turn.delay());
                var reply = withinBudget(request, longest.minus(turn.delay()), within.minus(turn.delay()));
                guards.limits().correct(turn, reply.usage().all());
                if (reply instanceof Reply.Broken broken && broken.pause().isPositive()) {
                    guards.limits().leaveAlone(vendor(), broken.pause());
                }
                yield reply;
            }
        };
    }

    private Reply withinBudget(Request<?> request, Duration longest, Duration within) throws InterruptedException {
        for (var waited = Duration.ZERO; ; waited = waited.plus(MONEY_LOOK)) {
            switch (guards.budget().reserve(model, request)) {
                case Reserved money -> {
                    return metered(request, within.minus(waited), money);
                }
                case Spent(var what) -> {
                    return new Reply.Unmade(Fault.BUDGET_SPENT, what);
                }
                case Crowded(var what) -> {
                    if (waited.plus(MONEY_LOOK).compareTo(longest) > 0) {
                        return new Reply.Unmade(Fault.BUDGET_SPENT, what);
                    }
                }
            }
            guards.backoff().sleeper().sleep(MONEY_LOOK);
        }
    }

    private Duration shorter(Duration within) {
        return within.compareTo(guards.timeout()) < 0 ? within : guards.timeout();
    }

    private Reply metered(Request<?> request, Duration within, Reserved money) {
        var started = System.nanoTime();
        var reply = client.send(request, shorter(within));
        var took = Duration.ofNanos(System.nanoTime() - started);
        var cost = guards.budget().settle(money, reply);
        var outcome = switch (reply) {
            case Reply.Written _ -> Meter.Call.WRITTEN;
            case Reply.Broken broken -> broken.fault().label();
            case Reply.Unmade unmade -> unmade.fault().label();
        };
        guards.meter()
                .count(new Meter.Call(
                        role, request.purpose(), model, reply.usage(), cost, took, outcome, request.promptHash()));
        return reply;
    }

    private String vendor() {
        return model.substring(0, model.indexOf(':'));
    }
}
