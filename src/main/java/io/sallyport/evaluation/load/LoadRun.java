package io.sallyport.evaluation.load;

import io.sallyport.evaluation.ReplayInput;
import io.sallyport.intake.Incoming;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.intake.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes cases in while the worker stands still, starts it, and waits until no case has anything left to do. */
public final class LoadRun {

    private static final Duration LOOK = Duration.ofMillis(200);

    private static final Duration IDLE_LOOK = Duration.ofSeconds(2);

    /** Without any case getting on for this long, something is stuck; learning from examples, before the first, takes a minute or two. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ConfigurableApplicationContext desk;
    private final JdbcClient jdbc;
    private final SmartLifecycle worker;

    /** @param desk with a worker of its own */
    public LoadRun(ConfigurableApplicationContext desk) {
        this.desk = desk;
        this.jdbc = JdbcClient.create(desk.getBean(DataSource.class));
        this.worker = desk.getBean("caseScheduler", SmartLifecycle.class);
    }

    /**
     * What a run came to.
     *
     * @param took from the worker's start until every case rests
     * @param longestPath most calls that one case made, one after another
     * @param outcomes of calls, how many of each
     * @param ends where cases came to rest, how many in each place
     */
    public record Result(
            int cases,
            Duration took,
            long calls,
            long longestPath,
            Map<String, Long> outcomes,
            Map<String, Long> ends) {
        public Result {
            outcomes = Map.copyOf(outcomes);
            ends = Map.copyOf(ends);
        }
    }

    /** @param name tells this run's messages from those of others */
    public Result run(String name, List<ReplayInput.Line> lines, int cases) {
        return run(name, lines, cases, () -> {});
    }

    /** @param ready told when all is taken in and the worker is about to start */
    public Result run(String name, List<ReplayInput.Line> lines, int cases, Runnable ready) {
        worker.stop();
        IntStream.range(0, cases).forEach(at -> takeIn(name, lines, at));
        long before = lastCall();
        ready.run();
        long begun = System.nanoTime();
        worker.start();
        waitUntilAllRest();
        return result(name, cases, Duration.ofNanos(System.nanoTime() - begun), before);
    }

    /**
     * A message again is another message: a line that only it has keeps every store of results from knowing it. The same
     * sender does not write twice, or it would be one case.
     */
    private void takeIn(String name, List<ReplayInput.Line> lines, int at) {
        var line = lines.get(at % lines.size());
        var text = "%s%n%nWritten on day %d of the month at %02d:%02d."
                .formatted(line.text(), 1 + at % 28, at / 60 % 24, at % 60);
        var receipt = desk.getBean(IntakeWatcher.class)
                .receive(Incoming.words(
                        name,
                        name + "-" + at,
                        line.channel(),
                        "customer" + at + "@" + name + ".example",
                        line.subject(),
                        text,
                        Instant.now()));
        if (!(receipt instanceof Receipt.Opened)) {
            throw new IllegalStateException("message " + at + " opened no case: " + receipt);
        }
    }

    private void waitUntilAllRest() {
        long lastVersion = -1;
        long movedAt = System.nanoTime();
        while (unfinished() > 0) {
            long version = events();
            if (version != lastVersion) {
                lastVersion = version;
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > PATIENCE.toNanos()) {
                throw new IllegalStateException(unfinished() + " wake-ups are left and nothing moves");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Learning from examples goes on beside the first cases; waits until it, or whatever else is begun, is over. */
    public void waitUntilIdle(Usage usage) {
        Duration before;
        Duration after = usage.ofDesk();
        do {
            before = after;
            LockSupport.parkNanos(IDLE_LOOK.toNanos());
            after = usage.ofDesk();
        } while (after.minus(before).compareTo(IDLE_LOOK.dividedBy(10)) > 0);
    }

    /** Wake-ups that are due or being worked on; those of whoever has a case are an hour away or more, those for a quiet customer a week. */
    private long unfinished() {
        return count(
                "SELECT count(*) FROM scheduled_tasks WHERE task_name = 'case' AND execution_time <= now() + interval '10 minutes'");
    }

    private long events() {
        return count("SELECT coalesce(sum(version), 0) FROM case_head");
    }

    private long lastCall() {
        return count("SELECT coalesce(max(id), 0) FROM model_call");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private Result result(String name, int cases, Duration took, long before) {
        long path = jdbc.sql(
                        "SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM model_call WHERE id > ? GROUP BY case_id) AS each")
                .param(before)
                .query(Long.class)
                .single();
        var outcomes =
                counted("SELECT role || ' ' || outcome, count(*) FROM model_call WHERE id > ? GROUP BY 1", before);
        long calls = outcomes.values().stream().mapToLong(Long::longValue).sum();
        return new Result(
                cases,
                took,
                calls,
                path,
                outcomes,
                counted(
                        "SELECT standing || CASE WHEN awaiting THEN ', held' ELSE '' END, count(*) FROM case_head WHERE source = ? GROUP BY 1",
                        name));
    }

    private Map<String, Long> counted(String sql, Object parameter) {
        var counts = new TreeMap<String, Long>();
        jdbc.sql(sql).param(parameter).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }
}
