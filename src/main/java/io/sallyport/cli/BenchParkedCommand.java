package io.sallyport.cli;

import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Fact;
import io.sallyport.evaluation.ScratchDatabase;
import io.sallyport.evaluation.load.ParkedCases;
import io.sallyport.evaluation.load.Usage;
import io.sallyport.platform.PeakMemory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "parked",
        description = {
            "Opens so many escalated cases that wait for people, on a scratch database, then says what they cost while nothing",
            "happens: statements, memory, and how late a reminder is that falls due among them."
        })
final class BenchParkedCommand implements Callable<Integer> {

    private static final int REMINDERS = 100;
    private static final Duration UNTIL_DUE = Duration.ofSeconds(20);

    @Option(names = "--cases", defaultValue = "100000", description = "Parked cases; ${DEFAULT-VALUE} unless told.")
    private int cases;

    @Option(names = "--idle", defaultValue = "60", description = "Seconds of watching; ${DEFAULT-VALUE} unless told.")
    private int idleSeconds;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws InterruptedException {
        if (cases <= REMINDERS) {
            throw new IllegalArgumentException(
                    "--cases: " + REMINDERS + " of them are woken; there must be more, not " + cases);
        }
        var figures = new LinkedHashMap<String, @Nullable Object>();
        try (var scratch = ScratchDatabase.openFresh(OpenDesk.var(), "bench parked")) {
            try {
                watch(scratch, open(scratch, figures), figures);
            } finally {
                scratch.drop();
            }
        }
        output.print(figures);
        return 0;
    }

    private List<CaseId> open(ScratchDatabase scratch, Map<String, @Nullable Object> figures)
            throws InterruptedException {
        var settings = new HashMap<>(scratch.settings());
        settings.put("sallyport.worker.enabled", false);
        try (var desk = OpenDesk.toWork(settings)) {
            var clock = desk.getBean(InstantSource.class);
            Instant began = clock.instant();
            var parked = new ParkedCases(desk.getBean(CaseStore.class), desk.getBean(DataSource.class));
            parked.open(cases - REMINDERS, began, began.plus(Duration.ofDays(2)));
            double seconds = seconds(Duration.between(began, clock.instant()));
            figures.put("cases", cases);
            figures.put("opened_per_s", (cases - REMINDERS) / seconds);
            return parked.open(REMINDERS, began, began);
        }
    }

    private void watch(ScratchDatabase scratch, List<CaseId> due, Map<String, @Nullable Object> figures)
            throws InterruptedException {
        try (var desk = OpenDesk.toWork(scratch.settings())) {
            var dataSource = desk.getBean(DataSource.class);
            JdbcClient jdbc = JdbcClient.create(dataSource);
            // What a start leaves behind is over by then; the sleeps of this class are the measurement itself.
            Thread.sleep(Duration.ofSeconds(10));
            Usage.forgetPeaks();
            long before = transactions(jdbc);
            long begun = System.nanoTime();
            Thread.sleep(Duration.ofSeconds(idleSeconds));
            // The two look-ups themselves count as two.
            long moved = transactions(jdbc) - before - 2;
            figures.put("idle_transactions_per_s", moved / seconds(Duration.ofNanos(System.nanoTime() - begun)));
            figures.put("heap_peak_idle_mb", Usage.peakHeapMegabytes());
            figures.put("heap_most_mb", Usage.mostHeapMegabytes());
            figures.put("rss_peak_mb", PeakMemory.megabytes());
            figures.put(
                    "database_mb",
                    jdbc.sql("SELECT pg_database_size(current_database()) / 1048576")
                            .query(Long.class)
                            .single());
            figures.put(
                    "scheduled_tasks_mb",
                    jdbc.sql("SELECT pg_total_relation_size('scheduled_tasks') / 1048576")
                            .query(Long.class)
                            .single());
            wakeUps(due, desk.getBean(CaseStore.class), dataSource, desk.getBean(InstantSource.class), figures);
        }
    }

    /** Commits and rollbacks; outside transactions of several statements, of which an idle desk has none, each is a statement. */
    private static long transactions(JdbcClient jdbc) throws InterruptedException {
        // A backend tells the statistics at most once a second.
        Thread.sleep(Duration.ofMillis(1_500));
        return jdbc.sql("SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()")
                .query(Long.class)
                .single();
    }

    private static void wakeUps(
            List<CaseId> ids,
            CaseStore store,
            DataSource dataSource,
            InstantSource clock,
            Map<String, @Nullable Object> figures)
            throws InterruptedException {
        var parked = new ParkedCases(store, dataSource);
        Instant due = clock.instant().plus(UNTIL_DUE);
        for (int count = 0; count < REMINDERS; count++) {
            parked.wakeAt(ids.get(count), due.plusMillis(count * 50L));
        }
        Thread.sleep(Duration.between(clock.instant(), due.plusSeconds(15)));
        var late = new ArrayList<Double>();
        for (int count = 0; count < REMINDERS; count++) {
            Instant time = due.plusMillis(count * 50L);
            reminded(store.events(ids.get(count)))
                    .ifPresent(at -> late.add(seconds(Duration.between(time, at)) * 1000));
        }
        figures.put("reminders", late.size());
        // Those that have not come by now are the latest of all.
        late.addAll(Collections.nCopies(REMINDERS - late.size(), Double.POSITIVE_INFINITY));
        late.sort(Double::compare);
        figures.put("reminder_late_ms_median", come(late.get(REMINDERS / 2)));
        figures.put("reminder_late_ms_p95", come(late.get(REMINDERS * 95 / 100)));
    }

    private static @Nullable Double come(double late) {
        return Double.isFinite(late) ? late : null;
    }

    private static Optional<Instant> reminded(List<CaseEvent> events) {
        return events.stream()
                .filter(event -> event.fact() instanceof Fact.Reminded)
                .map(CaseEvent::at)
                .findFirst();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
