package io.sallyport.model.language;

import io.sallyport.model.Embedder;
import io.sallyport.privacy.CaseMasks;
import io.sallyport.privacy.PrivacySettings;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class LanguageConfiguration {

    @Bean
    Safeguards safeguards(
            ModelSettings settings, Budget budget, RateLimits limits, List<Meter> meters, InstantSource clock) {
        return new Safeguards(
                budget,
                limits,
                new Breakers(clock),
                Backoff.standard(),
                call -> meters.forEach(meter -> meter.count(call)),
                settings.timeout(),
                clock);
    }

    @Bean
    ModelCheck modelCheck(Models models, Embedder embedder) {
        return new ModelCheck(models, embedder);
    }

    @Bean
    Models models(
            ModelSettings settings, List<Vendor> vendors, Safeguards guards, PrivacySettings privacy, CaseMasks masks) {
        return new Models(
                settings, MaskedVendor.allBut(privacy.unmaskedVendors(), AwayVendor.all(vendors), masks), guards);
    }
}
