package io.sallyport.connector.pager;

import io.sallyport.connector.Pager;
import io.sallyport.connector.builtin.BuiltInTools;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PagerSettings.class)
class PagerConfiguration {

    @Bean
    @Fallback
    Pager pager(PagerSettings settings, BuiltInTools tools, JdbcClient jdbc, InstantSource clock) {
        return switch (settings.kind()) {
            case LOG -> tools.pageLog();
            case WEBHOOK -> new WebhookPager(settings.webhook(), settings.timeout(), clock);
            case MAIL -> new MailPager(settings.mail(), settings.timeout(), new SentPages(jdbc, clock), clock);
        };
    }
}
