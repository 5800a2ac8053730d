package io.sallyport.connector.builtin;

import io.sallyport.connector.IssueTracker;
import io.sallyport.connector.TeamChat;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration(proxyBeanMethods = false)
class BuiltInConfiguration {

    /** As long as an impatient caller waits. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    @Bean
    BuiltInTools builtInTools(DataSource dataSource, InstantSource clock) {
        return BuiltInTools.of(dataSource, SILENCE, clock);
    }

    /** Where no other tracker is connected. */
    @Bean
    @Fallback
    IssueTracker builtInTracker(BuiltInTools tools) {
        return tools.tracker();
    }

    /** Where no other chat is connected. */
    @Bean
    @Fallback
    TeamChat builtInChat(BuiltInTools tools) {
        return tools.chat();
    }
}
