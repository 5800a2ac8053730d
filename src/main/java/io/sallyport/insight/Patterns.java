package io.sallyport.insight;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Packet;
import io.sallyport.insight.Bookmark.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How people solved cases, for people to read and for article drafts to begin from. Nothing here can be cited: no gate knows
 * of it until a person has reviewed an article that says it. May be shared between threads and nodes.
 */
public final class Patterns {

    /** Resolutions taken up in one round. */
    private static final int ROUND = 100;

    private final CaseStore cases;
    private final JdbcClient jdbc;
    private final Bookmark bookmark;

    public Patterns(CaseStore cases, JdbcClient jdbc) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.bookmark = new Bookmark(jdbc, "resolution-patterns");
    }

    /**
     * A problem and what worked.
     *
     * @param isCandidate whether a person told a customer how, so that an article can be drafted from it
     */
    public record Pattern(
            CaseId caseId,
            Instant resolvedAt,
            String resolvedBy,
            String category,
            String subject,
            String problem,
            String worked,
            boolean isCandidate) {}

    /**
     * Takes up what people have resolved since, and what the desk closed when a person's own words were the last that was
     * said; twice the same is written once.
     */
    public void learn() {
        bookmark.setAside(ROUND).forEach(place -> bookmark.read(place, this::write));
        List<Place> found = resolvedSince(bookmark.since());
        found.forEach(place -> bookmark.read(place, this::write));
        if (!found.isEmpty()) {
            bookmark.moveTo(found.getLast().at());
        }
    }

    private List<Place> resolvedSince(Instant since) {
        return jdbc.sql("""
                        SELECT e.case_id, e.seq, e.at FROM case_event e
                        WHERE e.kind = 'case-resolved' AND e.at >= ? AND (e.actor_kind = 'PERSON' OR 'reply-written' = (
                            SELECT w.kind FROM case_event w WHERE w.case_id = e.case_id AND w.seq < e.seq AND w.kind IN
                                ('reply-written', 'reply-composed', 'bridge-composed', 'message-received')
                            ORDER BY w.seq DESC LIMIT 1)) AND NOT EXISTS (
                            SELECT 1 FROM resolution_pattern p WHERE p.case_id = e.case_id AND p.seq = e.seq)
                          AND NOT EXISTS (SELECT 1 FROM insight_set_aside s
                            WHERE s.reader = ? AND s.case_id = e.case_id AND s.seq = e.seq)
                        ORDER BY e.at LIMIT ?
                        """)
                .params(Timestamp.from(since), bookmark.reader(), ROUND)
                .query(Place::of)
                .list();
    }

    private void write(Place place) {
        List<CaseEvent> events = until(place.caseId(), place.seq());
        CaseEvent end = events.getLast();
        CaseRecord record = CaseRecord.fold(events);
        Optional<String> told = told(record);
        jdbc.sql("""
                        INSERT INTO resolution_pattern
                            (case_id, seq, resolved_at, resolved_by, category, subject, problem, worked, candidate)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(
                        place.caseId().value(),
                        place.seq(),
                        Timestamp.from(end.at()),
                        solvedBy(events),
                        record.findings()
                                .triage()
                                .map(triage -> triage.category().label())
                                .orElse(""),
                        record.ticket().subject(),
                        problem(record),
                        worked(end, told),
                        told.isPresent())
                .update();
    }

    private static boolean isByPerson(CaseEvent event) {
        return event.actor().kind() == Actor.Kind.PERSON;
    }

    private static String solvedBy(List<CaseEvent> events) {
        return events.reversed().stream()
                .filter(Patterns::isByPerson)
                .filter(event -> event.fact() instanceof Fact.CaseResolved || event.fact() instanceof Fact.ReplyWritten)
                .findFirst()
                .map(event -> event.actor().name())
                .orElse("");
    }

    /** Nobody has said that it worked where the desk closed it: then it is told what speaks for it. */
    private static String worked(CaseEvent end, Optional<String> told) {
        String reason = end.fact() instanceof Fact.CaseResolved(String how) ? how : "";
        return told.map(text -> isByPerson(end) ? reason + "\n\n" + text : text + "\n\n(" + reason + ")")
                .orElse(reason);
    }

    private static Optional<String> told(CaseRecord record) {
        return record.messages().reversed().stream()
                .filter(message -> message.author() == Message.Author.PERSON)
                .map(Message::written)
                .findFirst();
    }

    private static String problem(CaseRecord record) {
        String gathered = record.handOver().packet().map(Packet::problem).orElse("");
        return gathered.isBlank() ? record.latestFromCustomer().written() : gathered;
    }

    /** The newest first. */
    public List<Pattern> list(int limit) {
        return jdbc.sql("SELECT * FROM resolution_pattern ORDER BY resolved_at DESC, case_id LIMIT ?")
                .param(limit)
                .query(Patterns::pattern)
                .list();
    }

    /** Those whose problem shares the most telling words with this text, the closest first. */
    public List<Pattern> search(String text, int limit) {
        return jdbc.sql("""
                        SELECT p.* FROM resolution_pattern p,
                               CAST(replace(CAST(plainto_tsquery('english', :text) AS text), '&', '|') AS tsquery) AS asked
                        WHERE p.words @@ asked
                        ORDER BY ts_rank(p.words, asked) DESC, p.resolved_at DESC LIMIT :limit
                        """)
                .param("text", text)
                .param("limit", limit)
                .query(Patterns::pattern)
                .list();
    }

    /** The case as it was when a person solved it last; what has come since is not in it. */
    public Optional<CaseRecord> findSolved(CaseId id) {
        return jdbc.sql("SELECT max(seq) FROM resolution_pattern WHERE case_id = ? HAVING count(*) > 0")
                .param(id.value())
                .query(Long.class)
                .optional()
                .map(seq -> CaseRecord.fold(until(id, seq)));
    }

    private List<CaseEvent> until(CaseId id, long seq) {
        return cases.events(id).stream().filter(event -> event.seq() <= seq).toList();
    }

    /** What may help with this case: never its own. */
    public List<Pattern> like(CaseRecord record, int limit) {
        String text =
                record.ticket().subject() + " " + record.latestFromCustomer().written();
        return search(text, limit + 1).stream()
                .filter(pattern -> !pattern.caseId().equals(record.id()))
                .limit(limit)
                .toList();
    }

    private static Pattern pattern(ResultSet row, int number) throws SQLException {
        return new Pattern(
                new CaseId(row.getString("case_id")),
                row.getTimestamp("resolved_at").toInstant(),
                row.getString("resolved_by"),
                row.getString("category"),
                row.getString("subject"),
                row.getString("problem"),
                row.getString("worked"),
                row.getBoolean("candidate"));
    }
}
