package io.sallyport.flow;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** db-scheduler on this node, started with the application and stopped before the database is. */
final class CaseScheduler implements SmartLifecycle {

    /** With four missed heartbeats the cases of a dead node are taken over within half a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration POLL = Duration.ofMillis(200);

    /** Wake-ups of a task this version does not know are another version's: not ours to delete. */
    private static final Duration KEEP_UNRESOLVED = Duration.ofDays(3650);

    private final DataSource dataSource;
    private final Task<?> cases;
    private final List<RecurringTask<Void>> upkeep;
    private final int threads;
    private volatile @Nullable Scheduler running;

    /** @param upkeep runs again and again, once at a time for all nodes */
    CaseScheduler(DataSource dataSource, Task<?> cases, List<RecurringTask<Void>> upkeep, int threads) {
        this.dataSource = dataSource;
        this.cases = cases;
        this.upkeep = List.copyOf(upkeep);
        this.threads = threads;
    }

    @Override
    public void start() {
        // Two nodes of one name would revive each other's running work.
        var name = new SchedulerName.Fixed("node-" + UUID.randomUUID());
        // The upper fraction stays at 1.0: a row picked beyond the pool gets no heartbeat.
        Scheduler scheduler = Scheduler.create(dataSource, cases)
                // A recurring task that is only made known is never scheduled for the first time.
                .startTasks(upkeep)
                .schedulerName(name)
                .threads(threads)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(KEEP_UNRESOLVED)
                .enablePriority()
                .build();
        scheduler.start();
        running = scheduler;
    }

    @Override
    public void stop() {
        Scheduler scheduler = running;
        if (scheduler != null) {
            scheduler.stop();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
