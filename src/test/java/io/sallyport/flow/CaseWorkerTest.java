package io.sallyport.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.delivery.ErrandDoors;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Gates;
import io.sallyport.platform.Places;
import io.sallyport.testkit.Around;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import java.sql.Timestamp;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A step that writes nothing leaves the case as it was, so that the same step comes next. */
@Tag("database")
class CaseWorkerTest {

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatChangesNothingIsTriedAgainLaterNotAtOnce() {
        try (var desk = DeskKit.of(new ScriptedAgents(), List.of())) {
            CaseId id = desk.ticket("When do you open?");
            CaseStore forgetful = Around.each(
                    CaseStore.class,
                    desk.cases(),
                    (method, given, call) -> method.getName().equals("appendAtWork") ? given.getFirst() : call.go());
            worker(desk, forgetful).work(id.value() + "/1");
            assertThat(desk.load(id).version()).isOne();
            assertThat(dueLater(desk)).singleElement().asString().startsWith(id.value() + "/1@");
        }
    }

    private static CaseWorker worker(DeskKit desk, CaseStore store) {
        var gatekeeper = new Gatekeeper(Gates.ofReplies(List.of()), desk.clock());
        var doors = new Doors(List.of(desk.channel()), ActionDoors.NONE, ErrandDoors.NONE);
        var steps =
                new Steps(store, new ScriptedAgents(), gatekeeper, desk.desk().lanes(), doors, desk.clock());
        var scheduler = SchedulerClient.Builder.create(desk.database().dataSource())
                .enablePriority()
                .build();
        var wakeUps = new WakeUps(scheduler, desk.clock());
        return new CaseWorker(store, steps, wakeUps, new Places(Integer.MAX_VALUE), desk.clock());
    }

    private static List<String> dueLater(DeskKit desk) {
        return desk.database()
                .jdbc()
                .sql("SELECT task_instance FROM scheduled_tasks WHERE execution_time > ?")
                .param(Timestamp.from(desk.clock().instant()))
                .query((row, _) -> row.getString("task_instance"))
                .list();
    }
}
