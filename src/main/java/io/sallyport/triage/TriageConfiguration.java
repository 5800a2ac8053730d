package io.sallyport.triage;

import io.sallyport.connector.CustomerDirectory;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.StoredEmbedder;
import io.sallyport.model.TwoPoolEmbedder;
import io.sallyport.platform.VarDirectory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TriageSettings.class)
class TriageConfiguration {

    @Bean
    CategoryModel categoryModel(BgeSmall network, TriageSettings settings, VarDirectory var) {
        var embedder = new StoredEmbedder(
                new TwoPoolEmbedder(network), var.resolve("triage").resolve("vectors"));
        var own = Examples.read(settings.examples());
        var general = Examples.general();
        return LaterCategories.soon(() -> new LearnedCategories(embedder, own, general));
    }

    @Bean
    TriageAgent triageAgent(CategoryModel categories, CustomerDirectory customers, TriageSettings settings) {
        return new TriageAgent(categories, customers, new DueTimes(new BusinessCalendar(settings.officeZone())));
    }
}
