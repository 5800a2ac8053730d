package io.sallyport.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Standing;
import io.sallyport.testkit.Around;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A case waits for a later time, and the clock is set back after its wake-up was picked and before it is looked at. */
@Tag("database")
class ClockSetBackTest {

    private static final Duration BACK = Duration.ofMinutes(5);

    private boolean isBroken = true;
    private final DeskKit desk = DeskKit.of(breakingOnce(), List.of());
    private final CaseId id = desk.ticket("A person please.");

    @AfterEach
    void close() {
        desk.close();
    }

    private Agents breakingOnce() {
        return Around.each(Agents.class, new ScriptedAgents(), (method, _, call) -> {
            if (method.getName().equals("triage") && isBroken) {
                isBroken = false;
                throw new IllegalStateException("broken once");
            }
            return call.go();
        });
    }

    private List<String> wakeUps() {
        return desk.database()
                .jdbc()
                .sql("SELECT task_instance FROM scheduled_tasks WHERE task_name = 'case'")
                .query((row, _) -> row.getString("task_instance"))
                .list();
    }

    /** As the scheduler does it: the row is there until the execution is over. */
    private void pick(String wakeUp) {
        var task = desk.desk().task();
        task.execute(new TaskInstance<>(task.getName(), wakeUp), null);
        desk.database()
                .jdbc()
                .sql("DELETE FROM scheduled_tasks WHERE task_instance = ?")
                .param(wakeUp)
                .update();
    }

    @Test
    void theWakeUpIsAskedForAgainHoweverOftenThatHappens() {
        desk.runUntilQuiet();
        assertThat(desk.load(id).failure()).isPresent();
        for (int times = 0; times < 12; times++) {
            desk.tick(BACK.negated());
            assertThat(wakeUps()).hasSize(1);
            pick(wakeUps().getFirst());
        }
        desk.runUntilQuiet();
        assertThat(desk.load(id).failure()).as("it is not due yet").isPresent();
        desk.tick(BACK.multipliedBy(13));
        desk.runUntilQuiet();
        assertThat(desk.load(id).standing()).isInstanceOf(Standing.WithPeople.class);
    }

    @Test
    void whoeverElseLooksMeanwhileAsksForNoSecondOne() {
        desk.runUntilQuiet();
        for (int times = 0; times < 3; times++) {
            pick(id.value() + "/1");
        }
        assertThat(wakeUps()).hasSize(1);
    }

    /** The scheduler goes by the machine's clock, to which the desk's clock is long set back. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noWakeUpIsLostToTheScheduler() {
        var scheduler =
                new CaseScheduler(desk.database().dataSource(), desk.desk().task(), List.of(), 2);
        scheduler.start();
        try {
            while (desk.load(id).failure().isEmpty() || wakeUps().contains(id.value() + "/1")) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            String first = wakeUps().stream().findFirst().orElse("");
            while (wakeUps().contains(first)) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            desk.tick(BACK);
            while (!(desk.load(id).standing() instanceof Standing.WithPeople)) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        } finally {
            scheduler.stop();
        }
        assertThat(desk.load(id).failure()).isEmpty();
    }
}
