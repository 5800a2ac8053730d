package io.sallyport.escalation.tracking;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.sallyport.casefile.CaseStore;
import io.sallyport.connector.IssueTracker;
import io.sallyport.privacy.CaseMasks;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrackerSettings.class)
class TrackingConfiguration {

    /** Customers wait for days; a tracker that is asked more often than this gets angry. */
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(30);

    @Bean
    TrackedIssues trackedIssues(JdbcClient jdbc) {
        return new PostgresTrackedIssues(jdbc);
    }

    @Bean
    TrackerAgent trackerAgent(TrackedIssues issues, TrackerSettings settings, CaseMasks masks) {
        return new TrackerAgent(issues, settings, masks);
    }

    @Bean
    FollowUp followUp(IssueTracker tracker, TrackedIssues issues, CaseStore cases) {
        return new FollowUp(tracker, issues, cases);
    }

    @Bean
    RecurringTask<Void> issueNews(FollowUp followUp) {
        return Tasks.recurring("issue-news", FixedDelay.of(BETWEEN_POLLS)).execute((_, _) -> followUp.poll());
    }
}
