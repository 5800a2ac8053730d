package io.sallyport.connector.oidc;

import io.sallyport.connector.StepUp;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcSettings.class)
class OidcConfiguration {

    /** Off by default: without an issuer, or with an empty one, there is no such bean. */
    @Bean
    @Conditional(IsNamed.class)
    StepUp stepUp(OidcSettings settings, InstantSource clock) {
        return new OpenIdConnect(settings, new ProviderCalls(), clock);
    }

    private static final class IsNamed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("sallyport.identity.oidc.issuer"));
        }
    }
}
