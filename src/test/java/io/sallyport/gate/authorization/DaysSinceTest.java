package io.sallyport.gate.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import io.sallyport.gate.authorization.Request.Uid;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A window of thirty days ends after thirty days, not at the end of the thirty-first. */
class DaysSinceTest {

    private static final CedarEngine ENGINE = ShippedPolicies.load();
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static BusinessRecord placed(String at) {
        return new BusinessRecord("order", "HL-1", Map.of("placed", new FieldValue.Text(at)));
    }

    private static long days(String at) {
        return new Projection(ENGINE.shape(), NOW).daysSince(placed(at), "placed");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT-4M, 0",
        "PT1M, 1",
        "PT24H, 1",
        "PT24H1M, 2",
        "P7D, 7",
        "P7DT1S, 8",
        "P29DT23H59M, 30",
        "P30D, 30",
        "P30DT0.001S, 31",
        "P30DT1M, 31",
        "P30DT23H, 31",
        "P31D, 31"
    })
    void aDayCountsOnceItHasBegun(Duration since, long days) {
        assertThat(days(NOW.minus(since).toString())).isEqualTo(days);
    }

    @Test
    void aDateCountsByTheCalendar() {
        assertThat(days("2026-03-02")).isZero();
        assertThat(days("2026-01-31")).isEqualTo(30);
        assertThat(days("2026-01-30")).isEqualTo(31);
    }

    @Test
    void whatLiesAheadIsNotCounted() {
        assertThatThrownBy(() -> days(NOW.plusSeconds(600).toString())).isInstanceOf(Unfit.class);
    }

    @Test
    void policiesAreShownTheDaysThatHaveBegun() {
        var record = new BusinessRecord(
                "invoice",
                "INV-1",
                Map.of(
                        "status", new FieldValue.Text("paid"),
                        "issued",
                                new FieldValue.Text(
                                        NOW.minus(Duration.ofDays(30).plusMinutes(1))
                                                .toString()),
                        "amount_minor", new FieldValue.Whole(1),
                        "refunded_minor", new FieldValue.Whole(0),
                        "currency", new FieldValue.Text("USD")));
        var shown = new Projection(ENGINE.shape(), NOW)
                .thing(new Uid("Invoice", "INV-1"), record, Map.of("account", new FieldValue.Text("acc-1")));
        assertThat(shown.attributes()).containsEntry("issued_days", new FieldValue.Whole(31));
    }
}
