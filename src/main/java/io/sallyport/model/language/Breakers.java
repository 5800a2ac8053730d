package io.sallyport.model.language;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.sallyport.model.language.Answer.Fault;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a model alone that is down, for this node: half of its latest twenty calls failed. After half a minute a few
 * calls try whether it is back. Safe to share between threads.
 */
public final class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger(Breakers.class);

    private static final int LATEST_CALLS = 20;
    private static final int FEWEST_CALLS = 5;
    private static final float FAILED_PERCENT = 50;
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
    private static final int TRIAL_CALLS = 3;

    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final CircuitBreakerConfig config;

    public Breakers(InstantSource clock) {
        var zoned = clock.withZone(ZoneOffset.UTC);
        this.config = CircuitBreakerConfig.custom()
                .slidingWindowSize(LATEST_CALLS)
                .minimumNumberOfCalls(FEWEST_CALLS)
                .failureRateThreshold(FAILED_PERCENT)
                .waitDurationInOpenState(LEFT_ALONE)
                .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                .clock(zoned)
                .currentTimestampFunction(from -> from.millis(), TimeUnit.MILLISECONDS)
                .build();
    }

    /** Whether the model may be called; whoever may must say how it went. */
    boolean enter(String model) {
        return breaker(model).tryAcquirePermission();
    }

    void leave(String model, Reply reply, Duration took) {
        var breaker = breaker(model);
        switch (reply) {
            case Reply.Unmade _ -> breaker.releasePermission();
            case Reply.Broken broken
            when isDown(broken.fault()) ->
                breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException(broken.why()));
            case Reply.Broken _, Reply.Written _ -> breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Someone who says "later" or "not like this" is there. */
    private static boolean isDown(Fault fault) {
        return switch (fault) {
            case OVERLOADED, TIMED_OUT, UNREACHABLE, SERVER_ERROR -> true;
            case UNREADABLE,
                    TRUNCATED,
                    REFUSED,
                    EXTRA_TEXT,
                    WRONG_SCHEMA,
                    RATE_LIMITED,
                    REJECTED,
                    SUSPENDED,
                    BUDGET_SPENT -> false;
        };
    }

    private CircuitBreaker breaker(String model) {
        return breakers.computeIfAbsent(model, name -> {
            var breaker = CircuitBreaker.of(name, config);
            breaker.getEventPublisher()
                    .onStateTransition(event -> LOG.warn(
                            "a language model's breaker changed model={} from={} to={}",
                            name,
                            event.getStateTransition().getFromState(),
                            event.getStateTransition().getToState()));
            return breaker;
        });
    }
}
