package io.sallyport.triage;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Triage.Related;
import io.sallyport.model.Embedder;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Open cases of the last days that look like the same thing: the same known issue, or a subject of the same category that
 * says nearly the same. From one customer less likeness is enough, and the category may differ.
 */
final class RelatedCases {

    private static final Duration LOOK_BACK = Duration.ofDays(7);

    private static final double SAME_SYMPTOM = 0.90;
    private static final double SAME_CUSTOMER = 0.80;

    /** So many of the newest are compared; a wider search would slow down every ticket. */
    private static final int MOST_COMPARED = 50;

    private static final int MOST_NAMED = 5;

    private final JdbcClient jdbc;
    private final KnownIssues issues;
    private final Embedder embedder;
    private final InstantSource clock;

    RelatedCases(JdbcClient jdbc, KnownIssues issues, Embedder embedder, InstantSource clock) {
        this.jdbc = jdbc;
        this.issues = issues;
        this.embedder = embedder;
        this.clock = clock;
    }

    private record Candidate(CaseId id, String customer, String subject) {}

    Related to(CaseRecord record, String text, Category category) {
        Optional<String> issue = issues.find(text).map(KnownIssues.Issue::id);
        List<CaseId> duplicates = Stream.concat(
                        issue.stream().flatMap(id -> withIssue(record, id).stream()), alike(record, category))
                .distinct()
                .limit(MOST_NAMED)
                .toList();
        return new Related(issue, duplicates);
    }

    private Stream<CaseId> alike(CaseRecord record, Category category) {
        String subject = record.ticket().subject();
        if (subject.isBlank()) {
            return Stream.of();
        }
        float[] vector = embedder.embed(subject);
        return candidates(record, category).stream()
                .filter(other -> Embedder.similarity(vector, embedder.embed(other.subject())) >= least(record, other))
                .map(Candidate::id);
    }

    private static double least(CaseRecord record, Candidate other) {
        return other.customer().equals(record.ticket().customer()) ? SAME_CUSTOMER : SAME_SYMPTOM;
    }

    private List<Candidate> candidates(CaseRecord record, Category category) {
        return jdbc.sql("""
                        SELECT case_id, customer, subject FROM case_head
                        WHERE case_id <> :id AND opened_at >= :since AND subject <> ''
                          AND standing NOT IN ('resolved', 'junk')
                          AND (category = :category OR (customer = :customer AND customer <> ''))
                        ORDER BY updated_at DESC LIMIT :most
                        """)
                .param("id", record.id().value())
                .param("since", since())
                .param("category", category.label())
                .param("customer", record.ticket().customer())
                .param("most", MOST_COMPARED)
                .query((row, _) -> new Candidate(
                        new CaseId(row.getString("case_id")), row.getString("customer"), row.getString("subject")))
                .list();
    }

    private List<CaseId> withIssue(CaseRecord record, String issue) {
        return jdbc.sql("""
                        SELECT h.case_id FROM case_head h
                        WHERE h.case_id <> :id AND h.opened_at >= :since AND h.standing NOT IN ('resolved', 'junk')
                          AND EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = h.case_id AND e.kind = 'triaged'
                                      AND position(:issue in e.body) > 0)
                        ORDER BY h.updated_at DESC LIMIT :most
                        """)
                .param("id", record.id().value())
                .param("since", since())
                .param("issue", "\"" + issue + "\"")
                .param("most", MOST_NAMED)
                .query((row, _) -> new CaseId(row.getString("case_id")))
                .list();
    }

    private Timestamp since() {
        return Timestamp.from(clock.instant().minus(LOOK_BACK));
    }
}
