package io.sallyport.platform;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What every room may ask for: the time, and where to keep things. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    VarDirectory varDirectory(Environment settings) {
        return new VarDirectory(Path.of(settings.getRequiredProperty("sallyport.var"))
                .toAbsolutePath()
                .normalize());
    }

    /** A command that only looks makes few beans; these it makes in any case: the tables first, no misspelt setting. */
    @Bean
    static LazyInitializationExcludeFilter neverLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(FlywayMigrationInitializer.class, UnknownSettings.class);
    }

    @Bean
    UnknownSettings unknownSettings(ApplicationContext context) {
        return new UnknownSettings(context);
    }
}
