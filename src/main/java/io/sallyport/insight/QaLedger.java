package io.sallyport.insight;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Reply;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which sent replies are known, sampled and reviewed. Reads the cases' events and writes its own table only. */
final class QaLedger {

    /** A review's tries; the pauses between them outlast a vendor's bad night. */
    static final int TRIES = 5;

    /** One minute at first, then this many times longer each. */
    private static final int GROWTH = 8;

    /** Events may be committed some time after the time they bear, and nodes' clocks differ. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final int PAGE = 500;

    /** No case's id sorts before it. */
    private static final String BEFORE_ALL = "SP-0000000000";

    /** Any constant of ours: two nodes must not number a lane's replies side by side. */
    private static final long NUMBERING_LOCK = 0x5a11_9047_0001L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CaseStore cases;
    private final Sampling sampling;
    private final InstantSource clock;

    QaLedger(
            JdbcClient jdbc, TransactionTemplate transaction, CaseStore cases, Sampling sampling, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.cases = cases;
        this.sampling = sampling;
        this.clock = clock;
    }

    /** One to review now. */
    record Due(String effectId, CaseId caseId, int tries) {}

    private record Settled(CaseId caseId, long seq, String effectId, Instant at) {}

    /** Notes the replies that were sent since the last time, and which of them are sampled. */
    void takeIn() {
        List<Settled> page;
        var after = new Settled(new CaseId(BEFORE_ALL), 0, "", lastSeen());
        do {
            page = settledAfter(after);
            note(page);
            after = page.isEmpty() ? after : page.getLast();
        } while (page.size() == PAGE);
    }

    private Instant lastSeen() {
        return jdbc.sql("SELECT max(sent_at) FROM qa_review")
                .query((row, _) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single()
                .map(last -> last.minus(LATE))
                .orElse(Instant.EPOCH);
    }

    /** What else was settled, plans and refusals included, only the case can tell apart; so pages are told by their place. */
    private List<Settled> settledAfter(Settled last) {
        return jdbc.sql("""
                SELECT e.case_id, e.seq, e.at, e.body::json ->> 'effectId' AS effect_id FROM case_event e
                WHERE e.kind = 'effect-settled' AND (e.at, e.case_id, e.seq) > (?, ?, ?)
                  AND NOT EXISTS (SELECT FROM qa_review q WHERE q.effect_id = e.body::json ->> 'effectId')
                ORDER BY e.at, e.case_id, e.seq LIMIT ?
                """)
                .params(Timestamp.from(last.at()), last.caseId().value(), last.seq(), PAGE)
                .query((row, _) -> new Settled(
                        new CaseId(row.getString("case_id")),
                        row.getLong("seq"),
                        row.getString("effect_id"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private void note(List<Settled> page) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                    .param(NUMBERING_LOCK)
                    .query()
                    .singleRow();
            page.forEach(settled -> cases.load(settled.caseId())
                    .findEffect(settled.effectId())
                    .filter(Effect::isAccepted)
                    .flatMap(Effect::reply)
                    // A bridge reply answers nothing that could be scored.
                    .filter(reply -> reply.kind() != Reply.Kind.BRIDGE)
                    .ifPresent(reply -> note(settled, reply.lane())));
        });
    }

    private void note(Settled settled, Lane lane) {
        long number = jdbc.sql("SELECT coalesce(max(number), 0) + 1 FROM qa_review WHERE lane = ?")
                .param(lane.label())
                .query(Long.class)
                .single();
        String state = sampling.includes(settled.effectId(), lane, number) ? "waiting" : "not-sampled";
        jdbc.sql("""
                INSERT INTO qa_review (effect_id, case_id, lane, number, sent_at, state, next_at) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (effect_id) DO NOTHING
                """)
                .params(
                        settled.effectId(),
                        settled.caseId().value(),
                        lane.label(),
                        number,
                        Timestamp.from(settled.at()),
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
