package io.sallyport.escalation.tracking;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.NewsText;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code case_issue}, {@code issue_state}, {@code issue_heard}, {@code issue_missed} and {@code issue_news_cursor}. */
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
    public boolean hasNewer(IssueNews news) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM issue_state WHERE issue = ? AND said_at > ?)")
                .params(news.issue(), Timestamp.from(news.at()))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void heard(IssueNews news) {
        boolean stands = news.state() != IssueNews.State.OPEN && NewsText.isWorthTelling(news);
        jdbc.sql("""
                INSERT INTO issue_state (issue, state, news, note, said_by, said_at)
                VALUES (:issue, :state, :news, :note, :by, :at)
                ON CONFLICT (issue) DO UPDATE SET state = excluded.state, news = excluded.news, note = excluded.note,
                    said_by = excluded.said_by, said_at = excluded.said_at
                WHERE issue_state.said_at IS NULL OR issue_state.said_at <= excluded.said_at
                """)
                .param("issue", news.issue())
                .param("state", news.state().name())
                .param("news", stands ? news.id() : "")
                .param("note", stands ? news.note() : "")
                .param("by", stands ? news.by() : "")
                .param("at", Timestamp.from(news.at()))
                .update();
    }

    @Override
    public void given(CaseId id, IssueNews news) {
        jdbc.sql("""
                WITH made_up_for AS (
                    DELETE FROM issue_missed WHERE case_id = :case AND issue = :issue AND news = :news)
                INSERT INTO issue_heard (case_id, issue, news) VALUES (:case, :issue, :news)
                ON CONFLICT (case_id, issue) DO UPDATE SET news = excluded.news
                """)
                .param("case", id.value())
                .param("issue", news.issue())
                .param("news", news.id())
                .update();
    }

    @Override
    public boolean missed(CaseId id, IssueNews news) {
        return jdbc.sql("""
                        INSERT INTO issue_missed (case_id, issue, news, state, note, said_by, said_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                        .params(
                                id.value(),
                                news.issue(),
                                news.id(),
                                news.state().name(),
                                news.note(),
                                news.by(),
                                Timestamp.from(news.at()))
                        .update()
                == 1;
    }

    @Override
    public List<Late> lateAfter(Late last, int limit) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT c.case_id, s.issue, s.news, s.state, s.note, s.said_by, s.said_at
                            FROM issue_state s JOIN case_issue c USING (issue)
                                LEFT JOIN issue_heard h ON h.case_id = c.case_id AND h.issue = c.issue
                            WHERE s.news <> '' AND h.news IS DISTINCT FROM s.news
                            UNION
                            SELECT case_id, issue, news, state, note, said_by, said_at FROM issue_missed) late
                        WHERE (said_at, case_id, issue, news) > (?, ?, ?, ?)
                        ORDER BY said_at, case_id, issue, news LIMIT ?
                        """)
                .params(
                        Timestamp.from(last.news().at()),
                        last.caseId().value(),
                        last.news().issue(),
                        last.news().id(),
                        limit)
                .query((row, _) -> new Late(
                        new CaseId(row.getString("case_id")),
                        new IssueNews(
                                row.getString("news"),
                                row.getString("issue"),
                                IssueNews.State.valueOf(row.getString("state")),
                                row.getString("note"),
                                row.getString("said_by"),
                                row.getTimestamp("said_at").toInstant())))
                .list();
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
