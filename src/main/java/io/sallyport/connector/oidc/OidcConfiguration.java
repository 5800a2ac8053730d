package io.sallyport.connector.oidc;

import io.sallyport.connector.StepUp;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcSettings.class)
class OidcConfiguration {

    /** Off by default: without an issuer there is no such bean. */
    @Bean
    @ConditionalOnProperty("sallyport.identity.oidc.issuer")
    StepUp stepUp(OidcSettings settings, InstantSource clock) {
        return new OpenIdConnect(settings, new ProviderCalls(), clock);
    }
}
