package io.sallyport.flow;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.escalation.tracking.TrackerAgent;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row that says to which issue a case belongs, written with the event that made it so. */
final class IssueRow {

    private IssueRow() {}

    static void write(JdbcClient jdbc, CaseRecord record, Instant now) {
        record.handOver()
                .findIssue()
                .ifPresent(issue -> jdbc.sql("""
                        INSERT INTO case_issue (case_id, issue, cause, since) VALUES (?, ?, ?, ?)
                        ON CONFLICT (case_id) DO UPDATE SET issue = excluded.issue, cause = excluded.cause,
                            since = excluded.since WHERE case_issue.issue <> excluded.issue
                        """)
                        .params(record.id().value(), issue, TrackerAgent.cause(record), Timestamp.from(now))
                        .update());
    }
}
