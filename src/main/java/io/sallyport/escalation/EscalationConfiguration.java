package io.sallyport.escalation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.sallyport.casefile.CaseStore;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import io.sallyport.triage.DueTimes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class EscalationConfiguration {

    /** A wave of one cause builds up over minutes. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

    @Bean
    QueueWaits queueWaits(JdbcClient jdbc, InstantSource clock) {
        return new RememberedWaits(new PostgresQueueWaits(jdbc), clock);
    }

    @Bean
    Clusters clusters(CaseStore cases, JdbcClient jdbc) {
        return new Clusters(cases, jdbc);
    }

    @Bean
    ClusterLinker clusterLinker(CaseStore cases, JdbcClient jdbc, InstantSource clock) {
        return new ClusterLinker(cases, jdbc, clock);
    }

    @Bean
    ClusterDecisions clusterDecisions(Clusters clusters, CaseStore cases) {
        return new ClusterDecisions(clusters, new Decisions(cases));
    }

    /** One execution for all nodes. */
    @Bean
    RecurringTask<Void> clusterWatch(ClusterLinker linker) {
        return Tasks.recurring("cluster-watch", FixedDelay.of(BETWEEN_LOOKS)).execute((_, _) -> linker.link());
    }

    @Bean
    QueueMembers queueMembers(DataSource dataSource) {
        return new QueueMembers(dataSource);
    }

    @Bean
    KnownPeople knownPeople(JdbcClient jdbc, InstantSource clock) {
        return new PostgresKnownPeople(jdbc, clock);
    }

    @Bean
    Leaving leaving(CaseStore cases, QueueMembers members, JdbcClient jdbc) {
        return new Leaving(cases, members, jdbc);
    }

    @Bean
    HumanQueues humanQueues(JdbcClient jdbc, DueTimes dueTimes, QueueWaits waits, InstantSource clock) {
        return new HumanQueues(jdbc, dueTimes, waits, clock);
    }

    @Bean
    BridgeWriter bridgeWriter(DueTimes dueTimes, QueueWaits waits, InstantSource clock, Models models) {
        return new BridgeWriter(new ExpectedWait(dueTimes, waits, clock), models.find(Role.ESCALATION));
    }

    @Bean
    Packager packager(DueTimes dueTimes, InstantSource clock) {
        return new Packager(dueTimes, clock);
    }

    @Bean
    Reminders reminders(DueTimes dueTimes) {
        return new Reminders(new Cadence(dueTimes));
    }

    @Bean
    Briefing briefing(Models models) {
        Optional<EscalationWriter> writer = models.find(Role.ESCALATION).map(EscalationWriter::new);
        return record -> writer.flatMap(asked -> asked.write(record));
    }
}
