package io.sallyport.triage;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Triage.Related;
import io.sallyport.model.Embedder;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Open cases of the last days that look like the same thing: the same known issue, or subject and words of the same category
 * that say nearly the same. From one customer less likeness is enough, and the category may differ.
 */
final class RelatedCases {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Duration LOOK_BACK = Duration.ofDays(7);

    /** Measured with the words that they must share: docs/decisions.md. */
    static final double SAME_CAUSE = 0.84;

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

    private record Candidate(CaseId id, String customer, Matter matter) {}

    Related to(CaseRecord record, String text, Category category) {
        Optional<KnownIssue> issue = issues.find(text);
        Optional<String> open = issue.flatMap(KnownIssue::findOpen);
        List<CaseId> duplicates = Stream.concat(
                        open.stream().flatMap(id -> withIssue(record, id).stream()), alike(record, category))
                .distinct()
                .limit(MOST_NAMED)
                .toList();
        return new Related(open, issue.flatMap(KnownIssue::findFixed), duplicates);
    }

    private Stream<CaseId> alike(CaseRecord record, Category category) {
        Matter matter = Matter.of(record.unanswered());
        List<Candidate> near = candidates(record, category).stream()
                .filter(other -> matter.mayBe(other.matter()))
                .toList();
        if (near.isEmpty()) {
            return Stream.of();
        }
        float[] vector = embedder.embed(matter.text());
        List<float[]> vectors = embedder.embedAll(
                near.stream().map(other -> other.matter().text()).toList());
        return IntStream.range(0, near.size())
                .filter(at -> Embedder.similarity(vector, vectors.get(at)) >= least(record, near.get(at)))
                .mapToObj(at -> near.get(at).id());
    }

    /** Of those who have no address nobody knows whether they are one. */
    private static double least(CaseRecord record, Candidate other) {
        String customer = record.ticket().customer();
        return !customer.isBlank() && other.customer().equals(customer) ? SAME_CUSTOMER : SAME_CAUSE;
    }

    private List<Candidate> candidates(CaseRecord record, Category category) {
        return jdbc.sql("""
                        SELECT h.case_id, h.customer, ARRAY(
                            SELECT e.body FROM case_event e
                            WHERE e.case_id = h.case_id AND e.kind IN ('ticket-opened', 'message-received')
                            ORDER BY e.seq) AS bodies
                        FROM case_head h
                        WHERE h.case_id <> :id AND h.opened_at >= :since AND h.standing NOT IN ('resolved', 'junk')
                          AND (h.category = :category OR (h.customer = :customer AND h.customer <> ''))
                        ORDER BY h.updated_at DESC LIMIT :most
                        """)
                .param("id", record.id().value())
                .param("since", since())
                .param("category", category.label())
                .param("customer", record.ticket().customer())
                .param("most", MOST_COMPARED)
                .query((row, _) ->
                        new Candidate(new CaseId(row.getString("case_id")), row.getString("customer"), matter((String[])
                                row.getArray("bodies").getArray())))
                .list();
    }

    /** Of what the customer wrote on a case alone: to read the whole of fifty cases would slow down every ticket. */
    private static Matter matter(String[] bodies) {
        Matter told = Matter.NOTHING;
        for (String body : bodies) {
            JsonNode event = JSON.readTree(body);
            JsonNode message = event.path(event.has("first") ? "first" : "message");
            if (message.path("author").asString("").equals(Message.Author.CUSTOMER.name())) {
                told = told.and(
                        message.path("subject").asString(""),
                        message.path("written").asString(""));
            }
        }
        return told;
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
