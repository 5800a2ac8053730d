package io.sallyport.model.telemetry;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.sallyport.model.language.Meter;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {

    /** Goes nowhere until somebody installs an exporter, as OpenTelemetry's Java agent does by its OTEL_* variables. */
    @Bean
    Meter callTelemetry(InstantSource clock) {
        return new CallTelemetry(GlobalOpenTelemetry.get(), clock);
    }
}
