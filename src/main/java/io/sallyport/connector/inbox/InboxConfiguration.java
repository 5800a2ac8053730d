package io.sallyport.connector.inbox;

import io.sallyport.connector.ReplyChannel;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    ReplyChannel inboxChannel(JdbcClient jdbc, InstantSource clock) {
        return new InboxChannel(jdbc, clock);
    }
}
