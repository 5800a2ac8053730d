package io.sallyport.connector.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.connector.StepUp;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OidcConfigurationTest {

    private final ApplicationContextRunner desk = new ApplicationContextRunner()
            .withBean(InstantSource.class, InstantSource::system)
            .withUserConfiguration(OidcConfiguration.class);

    @Test
    void withoutAnIssuerOrWithAnEmptyOneNobodyIsSentToSignIn() {
        desk.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(StepUp.class));
        desk.withPropertyValues("sallyport.identity.oidc.issuer=")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(StepUp.class));
        desk.withPropertyValues(
                        "sallyport.identity.oidc.issuer=https://login.harbourlight.example",
                        "sallyport.identity.oidc.client-id=desk",
                        "sallyport.identity.oidc.client-secret=for-tests-only")
                .run(context -> assertThat(context).hasSingleBean(StepUp.class));
    }
}
