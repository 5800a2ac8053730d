package io.sallyport.insight;

import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Reply;
import io.sallyport.insight.Bookmark.Place;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which sent replies are known, sampled and reviewed. Reads the cases' events and writes its own table only. */
final class QaLedger {

    /** A review's tries; the pauses between them outlast a vendor's bad night. */
    static final int TRIES = 5;

    /** One minute at first, then this many times longer each. */
    private static final int GROWTH = 8;

    private static final int PAGE = 500;

    /** Of those that could not be read, so many are tried again in one round. */
    private static final int AGAIN = 50;

    /** No case's id sorts before it. */
    private static final String BEFORE_ALL = "SP-0000000000";

    /** Any constant of ours: two nodes must not number a lane's replies side by side. */
    private static final long NUMBERING_LOCK = 0x5a11_9047_0001L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CaseStore cases;
    private final Sampling sampling;
    private final InstantSource clock;
    private final Bookmark bookmark;

    QaLedger(
            JdbcClient jdbc, TransactionTemplate transaction, CaseStore cases, Sampling sampling, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.cases = cases;
        this.sampling = sampling;
        this.clock = clock;
        this.bookmark = new Bookmark(jdbc, "qa-review");
    }

    /** One to review now. */
    record Due(String effectId, CaseId caseId, int tries) {}

    /** Notes the replies that were sent since the last time, and which of them are sampled. */
    void takeIn() {
        Optional<Instant> newest = newestSettled();
        note(bookmark.setAside(AGAIN));
        List<Place> page;
        var after = new Place(new CaseId(BEFORE_ALL), 0, bookmark.since());
        do {
            page = sentAfter(after);
            note(page);
            after = page.isEmpty() ? after : page.getLast();
        } while (page.size() == PAGE);
        newest.ifPresent(bookmark::moveTo);
    }

    private Optional<Instant> newestSettled() {
        return jdbc.sql("SELECT at FROM case_event WHERE kind = 'effect-settled' ORDER BY at DESC LIMIT 1")
                .query((row, _) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    /** Replies that arrived. A bridge reply answers nothing that could be scored; what is no JSON at all is the audit's to find. */
    private List<Place> sentAfter(Place last) {
        return jdbc.sql("""
                SELECT e.case_id, e.seq, e.at FROM (
                    SELECT case_id, seq, at, CASE WHEN body IS JSON THEN body::json END AS said FROM case_event
                    WHERE kind = 'effect-settled' AND (at, case_id, seq) > (:at, :case, :seq)) e
                WHERE e.said -> 'delivery' ->> 'is' = 'accepted'
                  AND NOT EXISTS (SELECT FROM qa_review q WHERE q.effect_id = e.said ->> 'effectId')
                  AND NOT EXISTS (SELECT FROM insight_set_aside s
                        WHERE s.reader = :reader AND s.case_id = e.case_id AND s.seq = e.seq)
                  AND EXISTS (
                    SELECT FROM (
                        SELECT CASE WHEN body IS JSON THEN body::json -> 'effect' END AS effect FROM case_event
                        WHERE case_id = e.case_id AND seq < e.seq AND kind = 'effect-intended') i
                    WHERE i.effect ->> 'id' = e.said ->> 'effectId' AND i.effect -> 'content' ->> 'is' = 'reply'
                      AND i.effect -> 'content' ->> 'kind' <> 'BRIDGE')
                ORDER BY e.at, e.case_id, e.seq LIMIT :page
                """)
                .param("at", Timestamp.from(last.at()))
                .param("case", last.caseId().value())
                .param("seq", last.seq())
                .param("reader", bookmark.reader())
                .param("page", PAGE)
                .query(Place::of)
                .list();
    }

    private void note(List<Place> page) {
        if (page.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                    .param(NUMBERING_LOCK)
                    .query()
                    .singleRow();
            page.forEach(place -> bookmark.read(place, this::note));
        });
    }

    private void note(Place place) {
        List<CaseEvent> events = cases.events(place.caseId());
        CaseRecord record = CaseRecord.fold(events);
        events.stream()
                .filter(event -> event.seq() == place.seq())
                .flatMap(event -> event.fact() instanceof Fact.EffectSettled settled
                        ? record.findEffect(settled.effectId()).stream()
                        : Stream.empty())
                .filter(Effect::isAccepted)
                .forEach(effect -> effect.reply()
                        .filter(reply -> reply.kind() != Reply.Kind.BRIDGE)
                        .ifPresent(reply -> note(place, effect.id(), reply.lane())));
    }

    private void note(Place place, String effectId, Lane lane) {
        long number = jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM qa_review WHERE lane = ?")
                .param(lane.label())
                .query(Long.class)
                .single();
        String state = sampling.includes(effectId, lane, number) ? "waiting" : "not-sampled";
        jdbc.sql("""
                INSERT INTO qa_review (effect_id, case_id, lane, number, sent_at, state, next_at) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (effect_id) DO NOTHING
                """)
                .params(
                        effectId,
                        place.caseId().value(),
                        lane.label(),
                        number,
                        Timestamp.from(place.at()),
                        state,
                        Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Takes one that is due. The try is counted and the next one set before it begins, so that a review which breaks the
     * process, or hangs, neither stands in the others' way nor is tried for ever.
     */
    Optional<Due> next() {
        var now = clock.instant();
        return jdbc.sql("""
                UPDATE qa_review SET tries = tries + 1, next_at = :now::timestamptz + power(:growth::float8, tries) * interval '1 minute'
                WHERE effect_id = (SELECT effect_id FROM qa_review WHERE state = 'waiting' AND next_at <= :now::timestamptz
                                   ORDER BY next_at, sent_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING effect_id, case_id, tries
                """)
                .param("now", Timestamp.from(now))
                .param("growth", GROWTH)
                .query((row, _) ->
                        new Due(row.getString("effect_id"), new CaseId(row.getString("case_id")), row.getInt("tries")))
                .optional();
    }

    void keep(Due due, Review review) {
        switch (review) {
            case Review.Scored scored -> keepScores(due, scored);
            case Review.Missing(String why) -> keepFault(due, why);
        }
    }

    /** What went wrong; after the last try nothing is tried again. */
    void keepFault(Due due, String why) {
        jdbc.sql(
                        "UPDATE qa_review SET why = ?, state = ?, tries = least(tries, ?) WHERE effect_id = ? AND state = 'waiting'")
                .params(why, due.tries() < TRIES ? "waiting" : "not-reviewed", TRIES, due.effectId())
                .update();
    }

    private void keepScores(Due due, Review.Scored found) {
        jdbc.sql("""
                UPDATE qa_review SET state = 'reviewed', why = '', accuracy = ?, accuracy_because = ?, tone = ?, tone_because = ?,
                       policy = ?, policy_because = ?, completeness = ?, completeness_because = ?, grounded = ?, accurate = ?,
                       remarks = ?, model = ?, prompt_hash = ?, reviewed_at = ?
                WHERE effect_id = ? AND state = 'waiting'
                """)
                .params(
                        found.accuracy().points(),
                        found.accuracy().because(),
                        found.tone().points(),
                        found.tone().because(),
                        found.policy().points(),
                        found.policy().because(),
                        found.completeness().points(),
                        found.completeness().because(),
                        found.isGrounded(),
                        found.isAccurate(),
                        FindingRow.remarks(found.remarks()),
                        found.by(),
                        found.promptHash(),
                        Timestamp.from(clock.instant()),
                        due.effectId())
                .update();
    }
}
