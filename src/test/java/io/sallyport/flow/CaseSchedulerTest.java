package io.sallyport.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CaseSchedulerTest {

    @Test
    void upkeepRunsOnADeskThatHasJustBegun() throws InterruptedException {
        var ran = new CountDownLatch(2);
        var upkeep = Tasks.recurring("upkeep-under-test", FixedDelay.of(Duration.ofMillis(50)))
                .execute((_, _) -> ran.countDown());
        try (var database = TestDatabase.fresh()) {
            var cases = Tasks.oneTime(WakeUps.TASK).execute((_, _) -> {});
            var scheduler = new CaseScheduler(database.dataSource(), cases, List.of(upkeep), 2);
            scheduler.start();
            try {
                assertThat(ran.await(20, TimeUnit.SECONDS)).isTrue();
            } finally {
                scheduler.stop();
            }
        }
    }
}
