package io.sallyport.escalation;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Unreadable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which cases of several customers have one cause. What a case is part of stands on the case. May be shared between threads. */
public final class Clusters {

    private static final Logger LOG = LoggerFactory.getLogger(Clusters.class);

    private final CaseStore cases;
    private final JdbcClient jdbc;

    public Clusters(CaseStore cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /**
     * A cluster.
     *
     * @param open its cases that are not over
     */
    public record Cluster(String id, String subject, String priority, long cases, long customers, long open) {}

    /**
     * The cases of a cluster, the oldest first.
     *
     * @param unread those that cannot be read now, as where a newer node wrote to them
     */
    public record Members(List<CaseRecord> read, List<Unread> unread) {
        public Members {
            read = List.copyOf(read);
            unread = List.copyOf(unread);
        }

        public boolean isEmpty() {
            return read.isEmpty() && unread.isEmpty();
        }
    }

    /** What is known of a case that cannot be read now. */
    public record Unread(CaseId id, String customer, String subject, boolean isOpen) {}

    /** The newest first. */
    public List<Cluster> list() {
        return jdbc.sql("""
                        SELECT cluster, (array_agg(subject ORDER BY opened_at))[1] AS subject, min(priority) AS priority,
                               count(*) AS cases, count(DISTINCT customer) AS customers,
                               count(*) FILTER (WHERE standing NOT IN ('resolved', 'junk')) AS open
                        FROM case_head WHERE cluster <> '' GROUP BY cluster ORDER BY max(opened_at) DESC
                        """)
                .query((row, _) -> new Cluster(
                        row.getString("cluster"),
                        row.getString("subject"),
                        row.getString("priority"),
                        row.getLong("cases"),
                        row.getLong("customers"),
                        row.getLong("open")))
                .list();
    }

    /** None where there is no such cluster. */
    public Members members(String cluster) {
        var read = new ArrayList<CaseRecord>();
        var unread = new ArrayList<Unread>();
        for (Unread head : heads(cluster)) {
            findReadable(head.id()).ifPresentOrElse(read::add, () -> unread.add(head));
        }
        return new Members(read, unread);
    }

    /** Those whose cases are over, too. */
    List<CaseId> ids(String cluster) {
        return heads(cluster).stream().map(Unread::id).toList();
    }

    /** Before any of them is read. */
    private List<Unread> heads(String cluster) {
        return jdbc.sql("""
                        SELECT case_id, customer, subject, standing NOT IN ('resolved', 'junk') AS open FROM case_head
                        WHERE cluster = ? AND cluster <> '' ORDER BY opened_at, case_id
                        """).param(cluster).query(Clusters::head).list();
    }

    private static Unread head(ResultSet row, int number) throws SQLException {
        return new Unread(
                new CaseId(row.getString("case_id")),
                row.getString("customer"),
                row.getString("subject"),
                row.getBoolean("open"));
    }

    /** One that cannot be read now holds up no other, and is looked at again later. */
    Optional<CaseRecord> findReadable(CaseId id) {
        try {
            return cases.find(id);
        } catch (RuntimeException broken) {
            LOG.warn(
                    "a case cannot be read and is left out of what is done with those of one cause case={} because={}",
                    id,
                    Unreadable.because(broken));
            return Optional.empty();
        }
    }

    static Optional<String> knownIssue(CaseRecord record) {
        return record.findings().triage().map(Triage::related).flatMap(Triage.Related::knownIssue);
    }
}
