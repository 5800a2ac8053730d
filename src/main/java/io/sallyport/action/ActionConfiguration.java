package io.sallyport.action;

import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.LeftOver;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ActionSettings.class)
class ActionConfiguration {

    @Bean
    Catalogue catalogue(ActionSettings settings) {
        Catalogue catalogue = settings.dir().isBlank() ? Catalogue.shipped() : Catalogue.with(Path.of(settings.dir()));
        catalogue.checkPhrases();
        return catalogue;
    }

    /** Without business records there is nothing to plan from. */
    @Bean
    ActionPlanner actionPlanner(
            Catalogue catalogue, ObjectProvider<BusinessRecords> records, Models models, InstantSource clock) {
        BusinessRecords found = records.getIfAvailable();
        return found == null
                ? ActionPlanner.NONE
                : ActionPlanner.of(catalogue, found, models.find(Role.SPECIALIST), clock);
    }

    @Bean
    LeftOver leftOver(ActionPlanner planner) {
        return planner.leftOver();
    }
}
