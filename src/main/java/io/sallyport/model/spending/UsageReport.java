package io.sallyport.model.spending;

import io.sallyport.model.language.Money;
import io.sallyport.model.language.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was asked and spent today, which began at midnight UTC. */
public final class UsageReport {

    /**
     * One role's calls to one model.
     *
     * @param calls HTTP calls, failed ones included
     * @param failed calls that brought no words of the model's
     * @param unpriced calls to a model without a price; they are in no sum of money
     */
    public record Line(String role, String model, long calls, long failed, Usage usage, Money money, long unpriced) {

        /** Of all input tokens, those that the vendor's cache served; zero where there was no input. */
        public double cachedShare() {
            return usage.allInput() == 0 ? 0 : (double) usage.cacheRead() / usage.allInput();
        }
    }

    /** @param scope {@code day} or {@code lane:NAME} */
    public record Spent(String scope, Money spent, Money most) {}

    private final JdbcClient jdbc;
    private final InstantSource clock;

    UsageReport(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** By role and model, in their names' order. */
    public List<Line> lines() {
        var midnight = today().atStartOfDay().toInstant(ZoneOffset.UTC);
        return jdbc.sql("""
                SELECT role, vendor || ':' || model AS name, count(*) AS calls, count(*) FILTER (WHERE outcome <> 'written') AS failed,
                       sum(input) AS input, sum(cache_read) AS cache_read, sum(cache_written) AS cache_written,
                       sum(output) AS output, sum(micros) AS micros, count(*) FILTER (WHERE NOT priced) AS unpriced
                FROM model_call WHERE at >= ? AND at < ? GROUP BY role, name ORDER BY role, name
                """)
                .params(Timestamp.from(midnight), Timestamp.from(midnight.plus(Duration.ofDays(1))))
                .query(UsageReport::line)
                .list();
    }

    /** Today's budgets that something was spent of. */
    public List<Spent> budgets() {
        var day = ":" + today();
        return jdbc.sql("""
                SELECT left(scope, -length(:day)) AS scope, spent, most FROM model_budget
                WHERE scope = 'day' || :day OR (scope LIKE 'lane:%' AND right(scope, length(:day)) = :day) ORDER BY scope
                """)
                .param("day", day)
                .query((row, _) -> new Spent(
                        row.getString("scope"), new Money(row.getLong("spent")), new Money(row.getLong("most"))))
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var usage = new Usage(
                row.getLong("input"), row.getLong("cache_read"), row.getLong("cache_written"), row.getLong("output"));
        return new Line(
                row.getString("role"),
                row.getString("name"),
                row.getLong("calls"),
                row.getLong("failed"),
                usage,
                new Money(row.getLong("micros")),
                row.getLong("unpriced"));
    }
}
