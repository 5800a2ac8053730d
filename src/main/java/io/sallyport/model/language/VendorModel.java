package io.sallyport.model.language;

import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.Answer.Said;
import io.sallyport.model.language.Answer.Tried;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A role's model at a vendor: reads what was written, and asks again where the vendor said "later" and there is time. */
final class VendorModel implements LanguageModel {

    private final String name;
    private final GuardedCall call;
    private final Safeguards guards;

    VendorModel(Role role, String name, VendorClient client, Safeguards guards) {
        this.name = name;
        this.call = new GuardedCall(role, name, client, guards);
        this.guards = guards;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public <A> Answer<A> ask(Request<A> request) {
        return ask(request, guards.clock().instant().plus(request.patience()));
    }

    <A> Answer<A> ask(Request<A> request, Instant until) {
        var calls = 0;
        try {
            while (true) {
                var reply = send(request, until);
                calls += reply instanceof Reply.Unmade ? 0 : 1;
                if (!(reply instanceof Reply.Broken broken) || !isPassing(broken.fault())) {
                    return signed(read(reply, request), calls);
                }
                var wait = broken.pause().plus(guards.backoff().after(calls));
                if (calls >= guards.backoff().mostCalls() || wait.compareTo(longestWait(until)) > 0) {
                    return signed(read(reply, request), calls);
                }
                guards.backoff().sleeper().sleep(wait);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return signed(new Failed<>(Fault.TIMED_OUT, "interrupted while waiting", Usage.NONE), calls);
        }
    }

    private Reply send(Request<?> request, Instant until) throws InterruptedException {
        var left = left(until);
        return left.isPositive()
                ? call.send(request, longestWait(until), left)
                : new Reply.Unmade(Fault.TIMED_OUT, "no time was left to ask");
    }

    /** The vendor did nothing, and will do it later. Whatever else goes wrong goes wrong again, or was paid for. */
    private static boolean isPassing(Fault fault) {
        return fault == Fault.RATE_LIMITED || fault == Fault.OVERLOADED;
    }

    private Duration left(Instant until) {
        return Duration.between(guards.clock().instant(), until);
    }

    private Duration longestWait(Instant until) {
        var left = left(until);
        return left.compareTo(Backoff.LONGEST) < 0 ? left : Backoff.LONGEST;
    }

    private static <A> Answer<A> read(Reply reply, Request<A> request) {
        return switch (reply) {
            case Reply.Unmade(var fault, var why, var pause) -> new Failed<>(fault, why, Usage.NONE, pause);
            case Reply.Broken(var fault, var why, var pause) -> new Failed<>(fault, why, Usage.NONE, pause);
            case Reply.Written(var text, var end, var usage) ->
                switch (end) {
                    case FINISHED -> request.shape().read(text, usage);
                    case CUT_OFF -> new Failed<>(Fault.TRUNCATED, "cut off at " + request.longest() + " tokens", usage);
                    case REFUSED -> new Failed<>(Fault.REFUSED, "the model declined", usage);
                    case OTHER -> new Failed<>(Fault.UNREADABLE, "the model stopped without having finished", usage);
                };
        };
    }

    private <A> Answer<A> signed(Answer<A> answer, int calls) {
        return switch (answer) {
            case Said<A>(var value, var usage, var _) -> new Said<>(value, usage, name);
            case Failed<A>(var fault, var why, var usage, var pause, var _) ->
                new Failed<>(fault, why, usage, pause, List.of(new Tried(name, fault, why, calls)));
        };
    }
}
