package io.sallyport.insight;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.sallyport.answer.Coverage;
import io.sallyport.casefile.CaseStore;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.gate.Gates;
import io.sallyport.model.Embedder;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QaSettings.class)
class InsightConfiguration {

    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(30);

    /** Below every case's, of which the lowest is 10: a review is begun when no case waits. */
    private static final int AFTER_ALL_CASES = 1;

    @Bean
    QaFindings qaFindings(JdbcClient jdbc) {
        return new QaFindings(jdbc);
    }

    @Bean
    ReversedActions reversedActions(JdbcClient jdbc) {
        return new ReversedActions(jdbc);
    }

    @Bean
    Patterns patterns(CaseStore cases, JdbcClient jdbc) {
        return new Patterns(cases, jdbc);
    }

    @Bean
    PeoplesCorrections peoplesCorrections(JdbcClient jdbc) {
        return new PeoplesCorrections(jdbc);
    }

    /** One execution for all nodes. */
    @Bean
    RecurringTask<Void> resolutionPatterns(Patterns patterns) {
        return Tasks.recurring("resolution-patterns", FixedDelay.of(BETWEEN_ROUNDS))
                .defaultPriority(AFTER_ALL_CASES)
                .execute((_, _) -> patterns.learn());
    }

    @Bean
    QaReviewer qaReviewer(Models models, Gates gates, Embedder embedder, InstantSource clock) {
        return new QaReviewer(models.find(Role.QA), new Gatekeeper(gates, clock), new Coverage(embedder));
    }

    @Bean
    QaRound qaRound(
            DataSource dataSource, QaSettings settings, QaReviewer reviewer, CaseStore cases, InstantSource clock) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        var ledger = new QaLedger(JdbcClient.create(dataSource), transaction, cases, new Sampling(settings), clock);
        return new QaRound(ledger, reviewer, cases, clock);
    }

    /** One execution for all nodes, so that no two review the same reply and at most one thread is away from cases. */
    @Bean
    RecurringTask<Void> qaReviews(QaRound round) {
        return Tasks.recurring("qa-review", FixedDelay.of(BETWEEN_ROUNDS))
                .defaultPriority(AFTER_ALL_CASES)
                .execute((_, _) -> round.run());
    }
}
