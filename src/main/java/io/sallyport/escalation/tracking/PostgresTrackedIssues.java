package io.sallyport.escalation.tracking;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.IssueNews;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code case_issue}, {@code issue_state} and {@code issue_news_cursor}. */
public final class PostgresTrackedIssues implements TrackedIssues {

    private static final String OPEN = """
            SELECT c.issue FROM case_issue c LEFT JOIN issue_state s USING (issue)
            WHERE coalesce(s.state, 'OPEN') IN ('OPEN', 'ANSWERED') AND %s
            ORDER BY c.since, c.case_id LIMIT 1
            """;

    private final JdbcClient jdbc;

    public PostgresTrackedIssues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> findOpenOf(List<CaseId> cases) {
        return cases.isEmpty()
                ? Optional.empty()
                : jdbc.sql(OPEN.formatted("c.case_id IN (:cases)"))
                        .param("cases", cases.stream().map(CaseId::value).toList())
                        .query(String.class)
                        .optional();
    }

    @Override
    public Optional<String> findOpenOf(String cause) {
        return jdbc.sql(OPEN.formatted("c.cause = :cause AND c.cause <> ''"))
                .param("cause", cause)
                .query(String.class)
                .optional();
    }

    @Override
    public List<CaseId> casesOf(String issue) {
        return jdbc.sql("SELECT case_id FROM case_issue WHERE issue = ? ORDER BY since, case_id")
                .param(issue)
                .query((row, _) -> new CaseId(row.getString("case_id")))
                .list();
    }

    @Override
    public void heard(String issue, IssueNews.State state) {
        jdbc.sql("""
                INSERT INTO issue_state (issue, state) VALUES (?, ?)
                ON CONFLICT (issue) DO UPDATE SET state = excluded.state
                """).params(issue, state.name()).update();
    }

    @Override
    public String cursor(String tracker) {
        return jdbc.sql("SELECT after FROM issue_news_cursor WHERE tracker = ?")
                .param(tracker)
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Override
    public void advance(String tracker, String after) {
        jdbc.sql("""
                INSERT INTO issue_news_cursor (tracker, after) VALUES (?, ?)
                ON CONFLICT (tracker) DO UPDATE SET after = excluded.after
                """).params(tracker, after).update();
    }
}
