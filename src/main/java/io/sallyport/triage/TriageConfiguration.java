package io.sallyport.triage;

import io.sallyport.connector.CustomerDirectory;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.TwoPoolEmbedder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TriageSettings.class)
class TriageConfiguration {

    @Bean
    CategoryModel categoryModel(BgeSmall network, TriageSettings settings) {
        return new LearnedCategories(new TwoPoolEmbedder(network), Examples.read(settings.examples()));
    }

    @Bean
    TriageAgent triageAgent(CategoryModel categories, CustomerDirectory customers, TriageSettings settings) {
        return new TriageAgent(categories, customers, new DueTimes(new BusinessCalendar(settings.officeZone())));
    }
}
