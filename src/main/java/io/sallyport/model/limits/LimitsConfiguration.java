package io.sallyport.model.limits;

import io.sallyport.model.language.ModelSettings;
import io.sallyport.model.language.RateLimits;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    @Bean
    RateLimits rateLimits(ModelSettings settings, DataSource dataSource, InstantSource clock) {
        var jdbc = JdbcClient.create(dataSource);
        return new PostgresRateLimits(
                settings,
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                clock,
                new Pauses(jdbc, clock, RandomGenerator.getDefault()));
    }
}
