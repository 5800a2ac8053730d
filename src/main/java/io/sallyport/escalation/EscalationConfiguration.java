package io.sallyport.escalation;

import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EscalationConfiguration {

    @Bean
    Briefing briefing(Models models) {
        Optional<EscalationWriter> writer = models.find(Role.ESCALATION).map(EscalationWriter::new);
        return (record, isPassed) -> writer.flatMap(asked -> asked.write(record, isPassed));
    }
}
