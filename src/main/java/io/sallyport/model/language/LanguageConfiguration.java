package io.sallyport.model.language;

import io.sallyport.model.Embedder;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class LanguageConfiguration {

    @Bean
    Meters meters() {
        return new Meters();
    }

    @Bean
    Safeguards safeguards(ModelSettings settings, Meter meter, InstantSource clock) {
        return new Safeguards(
                Budget.none(),
                RateLimits.none(),
                new Breakers(clock),
                Backoff.standard(),
                meter,
                settings.timeout(),
                clock);
    }

    @Bean
    ModelCheck modelCheck(Models models, Embedder embedder) {
        return new ModelCheck(models, embedder);
    }

    @Bean
    Models models(ModelSettings settings, List<Vendor> vendors, Safeguards guards) {
        return new Models(settings, vendors, guards);
    }
}
