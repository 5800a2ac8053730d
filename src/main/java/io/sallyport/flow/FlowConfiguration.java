package io.sallyport.flow;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.sallyport.answer.Composer;
import io.sallyport.answer.Researcher;
import io.sallyport.audit.AuditTrail;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Reply;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.escalation.Briefing;
import io.sallyport.gate.Gate;
import io.sallyport.gate.LaneModes;
import io.sallyport.intake.Screener;
import io.sallyport.routing.Router;
import io.sallyport.triage.TriageAgent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerSettings.class)
class FlowConfiguration {

    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(10);

    @Bean
    CaseStore caseStore(DataSource dataSource, InstantSource clock) {
        return Desk.casesOf(dataSource, clock);
    }

    @Bean
    LaneModes laneModes(DataSource dataSource, InstantSource clock) {
        return Desk.lanesOf(dataSource, clock);
    }

    @Bean
    @ConditionalOnBooleanProperty(name = "sallyport.worker.enabled", matchIfMissing = true)
    CaseScheduler caseScheduler(
            DataSource dataSource,
            WorkerSettings settings,
            Agents agents,
            List<Gate<Reply>> gates,
            List<ReplyChannel> channels,
            AuditTrail audit,
            List<RecurringTask<Void>> upkeep,
            InstantSource clock) {
        var desk = new Desk(dataSource, agents, gates, channels, clock);
        Task<Void> checkpoints = Tasks.recurring("audit-checkpoint", FixedDelay.of(BETWEEN_CHECKPOINTS))
                .execute((_, _) -> audit.checkpoint());
        var tasks = new ArrayList<Task<?>>(List.of(desk.task(), checkpoints));
        tasks.addAll(upkeep);
        return new CaseScheduler(dataSource, tasks, settings.threads());
    }

    @Bean
    Agents agents(
            Screener screener,
            TriageAgent triage,
            Router router,
            Researcher researcher,
            Composer composer,
            Briefing briefing) {
        return new AgentRoster(screener, triage, router, researcher, composer, briefing);
    }
}
