package io.sallyport.model.language;

import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.Answer.Said;
import io.sallyport.model.language.Answer.Tried;
import java.time.Duration;
import java.util.List;

/** A role's model at a vendor: meters each call and reads what was written. */
final class VendorModel implements LanguageModel {

    private final Role role;
    private final String name;
    private final VendorClient client;
    private final Meter meter;

    VendorModel(Role role, String name, VendorClient client, Meter meter) {
        this.role = role;
        this.name = name;
        this.client = client;
        this.meter = meter;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public <A> Answer<A> ask(Request<A> request) {
        return switch (read(request)) {
            case Said<A>(var value, var usage, var _) -> new Said<>(value, usage, name);
            case Failed<A>(var fault, var why, var usage, var pause, var _) ->
                new Failed<>(fault, why, usage, pause, List.of(new Tried(name, fault, why, 1)));
        };
    }

    private <A> Answer<A> read(Request<A> request) {
        return switch (metered(request)) {
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

    private Reply metered(Request<?> request) {
        var started = System.nanoTime();
        var reply = client.send(request);
        var outcome = switch (reply) {
            case Reply.Written _ -> "written";
            case Reply.Broken broken -> broken.fault().label();
        };
        meter.count(new Meter.Call(role, name, reply.usage(), Duration.ofNanos(System.nanoTime() - started), outcome));
        return reply;
    }
}
