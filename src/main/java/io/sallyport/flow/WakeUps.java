package io.sallyport.flow;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Priority;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Wake-ups as db-scheduler executions, one row each, written in the transaction of the events that ask for them.
 *
 * <p>Every wake-up is a row of its own, named for the case and the version that asked for it. A single row per case would
 * be picked, and so could not be moved, just when a message arrives during a step; that wake-up would be lost. A wake-up too
 * many costs one read of the case.
 */
final class WakeUps {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("case");

    static final int URGENCY_UNREAD = 30;

    private static final String AGAIN = "+";

    private final SchedulerClient scheduler;
    private final InstantSource clock;

    WakeUps(SchedulerClient scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void wakeNow(CaseRecord record) {
        schedule(record, record.id().value() + "/" + record.version(), clock.instant());
    }

    /**
     * The time is part of the name, as the execution that asks for this may itself bear the version's name. Where the clock was set
     * back since that was picked, it bears the time, too: its row would be taken for the new one, and is gone when it ends.
     *
     * @param running the execution that asks
     */
    void wakeAt(CaseRecord record, Instant time, String running) {
        String name = record.id().value() + "/" + record.version() + "@" + time.getEpochSecond();
        schedule(record, running.equals(name) || running.startsWith(name + AGAIN) ? next(running, name) : name, time);
    }

    private static String next(String running, String name) {
        int times = running.equals(name) ? 0 : Integer.parseInt(running.substring(name.length() + AGAIN.length()));
        return name + AGAIN + (times + 1);
    }

    private void schedule(CaseRecord record, String name, Instant time) {
        scheduler.scheduleIfNotExists(
                TASK.instance(name).priority(urgency(record)).scheduledTo(time));
    }

    static CaseId caseOf(String instanceId) {
        return new CaseId(instanceId.substring(0, instanceId.indexOf('/')));
    }

    /** P1 and P2 first; what is not triaged yet might be either. */
    static int urgency(CaseRecord record) {
        return record.findings()
                .triage()
                .map(triage -> urgency(triage.priority()))
                .orElse(URGENCY_UNREAD);
    }

    private static int urgency(Priority priority) {
        return switch (priority) {
            case P1 -> 40;
            case P2 -> 35;
            case P3 -> 20;
            case P4 -> 10;
        };
    }
}
