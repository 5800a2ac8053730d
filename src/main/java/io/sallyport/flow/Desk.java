package io.sallyport.flow;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Rehearsal;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.delivery.ErrandDoors;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Gates;
import io.sallyport.gate.LaneModes;
import io.sallyport.gate.PostgresLaneModes;
import io.sallyport.platform.Places;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** The flow put together over one database: what runs the desk, in production and in tests alike. */
public final class Desk {

    /** Each holds one connection at the door and needs a second one; the pool has more than twice as many. */
    private static final int DOORS = 6;

    private final CaseStore cases;
    private final LaneModes lanes;
    private final Task<Void> task;
    private final Rehearsal rehearsal;

    public Desk(
            DataSource dataSource,
            Agents agents,
            Gates gates,
            List<ReplyChannel> channels,
            ActionDoors doors,
            InstantSource clock) {
        this(dataSource, agents, gates, channels, doors, ErrandDoors.NONE, new Places(Integer.MAX_VALUE), clock);
    }

    /** @param places for the cases that are computed on at once */
    public Desk(
            DataSource dataSource,
            Agents agents,
            Gates gates,
            List<ReplyChannel> channels,
            ActionDoors doors,
            ErrandDoors errandDoors,
            Places places,
            InstantSource clock) {
        var wakeUps = wakeUps(dataSource, clock);
        this.cases = casesOf(dataSource, clock);
        this.lanes = lanesOf(dataSource, clock);
        var gatekeeper = new Gatekeeper(gates, clock);
        var steps = new Steps(cases, agents, gatekeeper, lanes, new Doors(channels, doors, errandDoors), clock);
        var worker = new CaseWorker(cases, steps, wakeUps, places, clock);
        this.rehearsal = new DryRun(agents, gates, lanes, clock);
        this.task = Tasks.oneTime(WakeUps.TASK)
                .onDeadExecutionRevive()
                .execute((instance, _) -> worker.work(instance.getId()));
    }

    /** Cases alone, for those who only read and decide. */
    static CaseStore casesOf(DataSource dataSource, InstantSource clock) {
        return new PostgresCaseStore(
                JdbcClient.create(dataSource), transaction(dataSource), wakeUps(dataSource, clock), clock);
    }

    static LaneModes lanesOf(DataSource dataSource, InstantSource clock) {
        return new PostgresLaneModes(dataSource, transaction(dataSource), clock, DOORS);
    }

    private static WakeUps wakeUps(DataSource dataSource, InstantSource clock) {
        var scheduler = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .enablePriority()
                .build();
        return new WakeUps(scheduler, clock);
    }

    private static TransactionTemplate transaction(DataSource dataSource) {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    public CaseStore cases() {
        return cases;
    }

    public LaneModes lanes() {
        return lanes;
    }

    public Rehearsal rehearsal() {
        return rehearsal;
    }

    /** The one task there is: to wake a case. */
    public Task<Void> task() {
        return task;
    }
}
