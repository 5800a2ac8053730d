package io.sallyport.model.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.sallyport.model.language.Meter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * A span and three measurements for each call. Names are those of OpenTelemetry's semantic conventions for generative AI
 * where these have one, and {@code sallyport.*} where not: role, agent, outcome, cost.
 */
final class CallTelemetry implements Meter {

    private static final String SCOPE = "io.sallyport.model";
    private static final double MICROS = 1e6;

    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("gen_ai.operation.name");
    private static final AttributeKey<String> PROVIDER = AttributeKey.stringKey("gen_ai.provider.name");
    private static final AttributeKey<String> MODEL = AttributeKey.stringKey("gen_ai.request.model");
    private static final AttributeKey<String> TOKEN_TYPE = AttributeKey.stringKey("gen_ai.token.type");
    private static final AttributeKey<Long> INPUT = AttributeKey.longKey("gen_ai.usage.input_tokens");
    private static final AttributeKey<Long> OUTPUT = AttributeKey.longKey("gen_ai.usage.output_tokens");
    private static final AttributeKey<Long> CACHE_READ = AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens");
    private static final AttributeKey<Long> CACHE_WRITTEN =
            AttributeKey.longKey("gen_ai.usage.cache_creation.input_tokens");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> ROLE = AttributeKey.stringKey("sallyport.role");
    private static final AttributeKey<String> AGENT = AttributeKey.stringKey("sallyport.agent");
    private static final AttributeKey<String> CASE = AttributeKey.stringKey("sallyport.case");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("sallyport.outcome");
    private static final AttributeKey<Double> COST = AttributeKey.doubleKey("sallyport.cost.usd");

    private final Tracer tracer;
    private final LongHistogram tokens;
    private final DoubleHistogram duration;
    private final DoubleCounter cost;
    private final InstantSource clock;

    CallTelemetry(OpenTelemetry telemetry, InstantSource clock) {
        this.tracer = telemetry.getTracer(SCOPE);
        this.clock = clock;
        var meter = telemetry.getMeter(SCOPE);
        // The conventions advise powers of four for tokens and powers of two for seconds.
        this.tokens = meter.histogramBuilder("gen_ai.client.token.usage")
                .ofLongs()
                .setUnit("{token}")
                .setExplicitBucketBoundariesAdvice(
                        List.of(1L, 4L, 16L, 64L, 256L, 1024L, 4096L, 16_384L, 65_536L, 262_144L, 1_048_576L))
                .build();
        this.duration = meter.histogramBuilder("gen_ai.client.operation.duration")
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(
                        List.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92))
                .build();
        this.cost = meter.counterBuilder("sallyport.model.cost")
                .ofDoubles()
                .setUnit("USD")
                .build();
    }

    @Override
    public void count(Call call) {
        var about = about(call).build();
        span(call, about);
        duration.record(call.took().toNanos() / (double) Duration.ofSeconds(1).toNanos(), about);
        if (call.usage().all() > 0) {
            tokens.record(call.usage().allInput(), withType(about, "input"));
            tokens.record(call.usage().output(), withType(about, "output"));
        }
        cost.add(call.cost().micros() / MICROS, about);
    }

    /** Begun and ended afterwards: who counts calls hears of them when they are over. */
    private void span(Call call, Attributes about) {
        var end = clock.instant();
        var span = tracer.spanBuilder("chat " + model(call))
                .setSpanKind(SpanKind.CLIENT)
                .setStartTimestamp(end.minus(call.took()))
                .setAllAttributes(about)
                .setAttribute(AGENT, call.purpose().agent())
                .setAttribute(INPUT, call.usage().allInput())
                .setAttribute(OUTPUT, call.usage().output())
                .setAttribute(CACHE_READ, call.usage().cacheRead())
                .setAttribute(CACHE_WRITTEN, call.usage().cacheWritten())
                .startSpan();
        call.purpose().findCase().ifPresent(id -> span.setAttribute(CASE, id.value()));
        if (call.cost().isPriced()) {
            span.setAttribute(COST, call.cost().micros() / MICROS);
        }
        if (isFailed(call)) {
            span.setStatus(StatusCode.ERROR, call.outcome());
        }
        span.end(end);
    }

    private static AttributesBuilder about(Call call) {
        var about = Attributes.builder()
                .put(OPERATION, "chat")
                .put(PROVIDER, call.model().substring(0, call.model().indexOf(':')))
                .put(MODEL, model(call))
                .put(ROLE, call.role().label())
                .put(OUTCOME, call.outcome());
        return isFailed(call) ? about.put(ERROR, call.outcome()) : about;
    }

    private static Attributes withType(Attributes about, String type) {
        return about.toBuilder().put(TOKEN_TYPE, type).build();
    }

    private static boolean isFailed(Call call) {
        return !call.outcome().equals(Call.WRITTEN);
    }

    private static String model(Call call) {
        return call.model().substring(call.model().indexOf(':') + 1);
    }
}
