package io.sallyport.escalation;

import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import io.sallyport.triage.DueTimes;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class EscalationConfiguration {

    @Bean
    QueueWaits queueWaits(JdbcClient jdbc, InstantSource clock) {
        return new RememberedWaits(new PostgresQueueWaits(jdbc), clock);
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
    Briefing briefing(Models models) {
        Optional<EscalationWriter> writer = models.find(Role.ESCALATION).map(EscalationWriter::new);
        return record -> writer.flatMap(asked -> asked.write(record));
    }
}
