package io.sallyport.intake;

import io.sallyport.casefile.CaseStore;
import io.sallyport.intake.injection.InjectionDetector;
import io.sallyport.intake.language.BlendedLanguageDetector;
import io.sallyport.text.LanguageDetector;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {

    @Bean
    IntakeWatcher intakeWatcher(DataSource dataSource, CaseStore store, IntakeSettings settings, InstantSource clock) {
        return IntakeWatcher.over(dataSource, store, settings, clock);
    }

    @Bean
    LanguageDetector languageDetector() {
        return BlendedLanguageDetector.load();
    }

    @Bean
    InjectionDetector injectionDetector() {
        return new InjectionDetector();
    }

    @Bean
    Screener screener(LanguageDetector languages, InjectionDetector injections, IntakeSettings settings) {
        return new Screener(languages, injections, settings);
    }
}
