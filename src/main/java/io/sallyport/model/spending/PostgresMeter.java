package io.sallyport.model.spending;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.model.language.Meter;
import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One row for each call. */
final class PostgresMeter implements Meter {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    PostgresMeter(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void count(Call call) {
        var colon = call.model().indexOf(':');
        jdbc.sql("""
                INSERT INTO model_call (at, role, agent, vendor, model, case_id, lane, input, cache_read, cache_written, output,
                                        micros, priced, outcome, took_ms, prompt_hash)
                VALUES (?, ?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, ''), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        Timestamp.from(clock.instant()),
                        call.role().label(),
                        call.purpose().agent(),
                        call.model().substring(0, colon),
                        call.model().substring(colon + 1),
                        call.purpose().findCase().map(CaseId::value).orElse(""),
                        call.purpose().findLane().map(Lane::label).orElse(""),
                        call.usage().input(),
                        call.usage().cacheRead(),
                        call.usage().cacheWritten(),
                        call.usage().output(),
                        call.cost().micros(),
                        call.cost().isPriced(),
                        call.outcome(),
                        call.took().toMillis(),
                        call.promptHash())
                .update();
    }
}
