package io.sallyport.model.spending;

import io.sallyport.model.language.Budget;
import io.sallyport.model.language.Meter;
import io.sallyport.model.language.ModelSettings;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class SpendingConfiguration {

    @Bean
    Budget budget(ModelSettings settings, DataSource dataSource, InstantSource clock, OverBudget overBudget) {
        var jdbc = JdbcClient.create(dataSource);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        var alarm = new SpentAlarm(jdbc, overBudget, Executors.newVirtualThreadPerTaskExecutor());
        return new PostgresBudget(settings, jdbc, transaction, clock, alarm);
    }

    @Bean
    Meter meter(DataSource dataSource, InstantSource clock) {
        return new PostgresMeter(JdbcClient.create(dataSource), clock);
    }

    @Bean
    UsageReport usageReport(DataSource dataSource, InstantSource clock) {
        return new UsageReport(JdbcClient.create(dataSource), clock);
    }
}
