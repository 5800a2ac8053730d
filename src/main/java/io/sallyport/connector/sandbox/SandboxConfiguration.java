package io.sallyport.connector.sandbox;

import io.sallyport.casefile.BusinessRecords;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.CodeChannel;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SandboxSettings.class)
class SandboxConfiguration {

    /** What a desk has when its sandbox is on. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "sallyport.sandbox.enabled", matchIfMissing = true)
    static class Enabled {

        @Bean
        Sandbox sandbox(DataSource dataSource, SandboxSettings settings, InstantSource clock) {
            return Sandbox.of(dataSource, settings.patience(), clock);
        }

        @Bean
        BusinessRecords sandboxRecords(Sandbox sandbox) {
            return sandbox.records();
        }

        @Bean
        ActionPort sandboxActions(Sandbox sandbox) {
            return sandbox.actions();
        }

        @Bean
        CodeChannel sandboxCodes(Sandbox sandbox) {
            return sandbox.codes();
        }
    }
}
