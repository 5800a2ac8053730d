package io.sallyport.model.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.sallyport.casefile.Priority;
import io.sallyport.model.language.Budget;
import io.sallyport.model.language.Meter;
import io.sallyport.model.language.Role;
import io.sallyport.model.language.Usage;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallTelemetryTest {

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T09:00:00Z"));

    @Test
    void aCallIsASpanWithTokensCostRoleAndOutcome() {
        meter().count(call(new Usage(40, 100, 0, 12), "written"));
        assertThat(TELEMETRY.getSpans()).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("chat claude-haiku-4-5");
            assertThat(span.getEndEpochNanos() - span.getStartEpochNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(2));
            assertThat(span.getAttributes().asMap())
                    .containsEntry(AttributeKey.stringKey("gen_ai.operation.name"), "chat")
                    .containsEntry(AttributeKey.stringKey("gen_ai.provider.name"), "anthropic")
                    .containsEntry(AttributeKey.stringKey("gen_ai.request.model"), "claude-haiku-4-5")
                    .containsEntry(AttributeKey.longKey("gen_ai.usage.input_tokens"), 140L)
                    .containsEntry(AttributeKey.longKey("gen_ai.usage.output_tokens"), 12L)
                    .containsEntry(AttributeKey.longKey("gen_ai.usage.cache_read.input_tokens"), 100L)
                    .containsEntry(AttributeKey.stringKey("sallyport.role"), "triage")
                    .containsEntry(AttributeKey.stringKey("sallyport.outcome"), "written")
                    .containsEntry(AttributeKey.doubleKey("sallyport.cost.usd"), 0.00011);
        });
        assertThat(TELEMETRY.getMetrics())
                .extracting(MetricData::getName)
                .contains("gen_ai.client.token.usage", "gen_ai.client.operation.duration", "sallyport.model.cost");
    }

    @Test
    void aFailedCallIsAnError() {
        meter().count(call(Usage.NONE, "rate limited"));
        assertThat(TELEMETRY.getSpans()).singleElement().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().get(AttributeKey.stringKey("error.type")))
                    .isEqualTo("rate limited");
        });
    }

    /** Made within the test: the extension forgets the instruments of before. */
    private Meter meter() {
        return new CallTelemetry(TELEMETRY.getOpenTelemetry(), clock);
    }

    private static Meter.Call call(Usage usage, String outcome) {
        return new Meter.Call(
                Role.TRIAGE,
                ModelKit.purpose(Priority.P3),
                "anthropic:claude-haiku-4-5",
                usage,
                new Budget.Cost(110, true),
                Duration.ofSeconds(2),
                outcome,
                "");
    }
}
