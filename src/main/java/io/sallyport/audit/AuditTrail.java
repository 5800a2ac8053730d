package io.sallyport.audit;

import io.sallyport.casefile.ChainHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves the chains. Each case has a chain of its own, so that proving does not serialize the desk; a checkpoint now and then
 * notes every head that moved, so that cutting off the end of a chain or a whole case shows too. Whoever can rewrite all tables
 * can rewrite all hashes: keep the last checkpoint's hash elsewhere.
 */
public final class AuditTrail {

    static final String MOVED = """
            SELECT case_id, version AS seq, last_hash AS hash FROM case_head WHERE version > checkpointed ORDER BY case_id
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    public AuditTrail(JdbcClient jdbc, TransactionTemplate transaction, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What verification found.
     *
     * @param firstBad says which entry of which case or which checkpoint is bad, and how; empty when all hold
     * @param lastCheckpoint the newest one, for keeping elsewhere
     */
    public record Finding(long events, long cases, long checkpoints, Optional<String> firstBad, Checkpoint lastCheckpoint) {
        public boolean isIntact() {
            return firstBad.isEmpty();
        }
    }

    /** Notes every head that moved since the last checkpoint; writes nothing when none did. */
    public void checkpoint() {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("LOCK TABLE audit_checkpoint IN EXCLUSIVE MODE").update();
            List<Head> moved = movedHeads();
            if (moved.isEmpty()) {
                return;
            }
            Checkpoint previous = lastCheckpoint();
            long number = previous.number() + 1;
            String hash = hash(previous.hash(), number, moved);
            jdbc.sql("INSERT INTO audit_checkpoint (number, at, cases, previous_hash, hash) VALUES (?, ?, ?, ?, ?)")
                    .params(number, Timestamp.from(clock.instant()), moved.size(), previous.hash(), hash)
                    .update();
            for (Head head : moved) {
                jdbc.sql("INSERT INTO audit_checkpoint_head (number, case_id, seq, hash) VALUES (?, ?, ?, ?)")
                        .params(number, head.caseId(), head.seq(), head.hash())
                        .update();
                // In the order of ids, as everybody locks heads. What came meanwhile is above it and noted next time.
                jdbc.sql("UPDATE case_head SET checkpointed = ? WHERE case_id = ?")
                        .params(head.seq(), head.caseId())
                        .update();
            }
        });
    }

    /** Reads every entry and recomputes every hash, in the order of cases and entries. */
    public Finding verify() {
        var chains = new ChainReader();
        transaction.executeWithoutResult(_ -> jdbc.sql("SELECT * FROM case_event ORDER BY case_id, seq")
                .withFetchSize(1000)
                .query(chains::read));
        Optional<String> bad = chains.firstBad().or(this::firstBadHead).or(this::firstBadCheckpoint);
        Checkpoint last = lastCheckpoint();
        return new Finding(chains.events(), chains.cases(), last.number(), bad, last);
    }

    /**
     * Compares with a checkpoint that was kept elsewhere: whoever can rewrite all tables can rewrite all hashes, but not that one.
     *
     * @return what is wrong; empty when the record still has that checkpoint
     */
    public Optional<String> compare(Checkpoint kept) {
        if (kept.equals(Checkpoint.NONE)) {
            return Optional.empty();
        }
        Optional<Checkpoint> there = checkpoints().stream()
                .filter(checkpoint -> checkpoint.number() == kept.number())
                .findFirst();
        if (there.isEmpty()) {
            return Optional.of("checkpoint " + kept.number() + ", which was kept, is not there");
        }
        return there.filter(checkpoint -> !checkpoint.equals(kept))
                .map(_ -> "checkpoint " + kept.number() + " is not the one that was kept: the record was written anew");
    }

    private Optional<String> firstBadHead() {
        return jdbc.sql("""
                SELECT h.case_id, h.version FROM case_head h
                LEFT JOIN case_event e ON e.case_id = h.case_id AND e.seq = h.version
                WHERE e.hash IS DISTINCT FROM h.last_hash ORDER BY h.case_id LIMIT 1
                """)
                .query((row, _) -> "case " + row.getString(1) + ": its last entry should be " + row.getLong(2)
                        + " and is not there or differs")
                .optional();
    }

    private Optional<String> firstBadCheckpoint() {
        Optional<String> cut = jdbc.sql("""
                SELECT c.number, c.case_id, c.seq FROM audit_checkpoint_head c
                LEFT JOIN case_event e ON e.case_id = c.case_id AND e.seq = c.seq
                WHERE e.hash IS DISTINCT FROM c.hash ORDER BY c.number, c.case_id LIMIT 1
                """)
                .query((row, _) -> "checkpoint " + row.getLong(1) + ": case " + row.getString(2) + " had entry "
                        + row.getLong(3) + ", which is gone or differs")
                .optional();
        return cut.or(this::firstBrokenCheckpoint);
    }

    private Optional<String> firstBrokenCheckpoint() {
        String previous = ChainHash.GENESIS;
        for (Checkpoint checkpoint : checkpoints()) {
            String expected = hash(previous, checkpoint.number(), headsOf(checkpoint.number()));
            if (!expected.equals(checkpoint.hash())) {
                return Optional.of("checkpoint " + checkpoint.number() + " does not follow from what it covers");
            }
            previous = checkpoint.hash();
        }
        return Optional.empty();
    }

    private record Head(String caseId, long seq, String hash) {
        static Head of(ResultSet row, int number) throws SQLException {
            return new Head(row.getString("case_id"), row.getLong("seq"), row.getString("hash"));
        }
    }

    private static Checkpoint read(ResultSet row, int index) throws SQLException {
        return new Checkpoint(row.getLong("number"), row.getString("hash"));
    }

    private List<Head> movedHeads() {
        return jdbc.sql(MOVED).query(Head::of).list();
    }

    private List<Head> headsOf(long number) {
        return jdbc.sql("SELECT case_id, seq, hash FROM audit_checkpoint_head WHERE number = ? ORDER BY case_id")
                .param(number)
                .query(Head::of)
                .list();
    }

    private List<Checkpoint> checkpoints() {
        return jdbc.sql("SELECT number, hash FROM audit_checkpoint ORDER BY number")
                .query(AuditTrail::read)
                .list();
    }

    /** The newest one, {@link Checkpoint#NONE} where there is none yet. */
    public Checkpoint lastCheckpoint() {
        return jdbc.sql("SELECT number, hash FROM audit_checkpoint ORDER BY number DESC LIMIT 1")
                .query(AuditTrail::read)
                .optional()
                .orElse(Checkpoint.NONE);
    }

    private static String hash(String previous, long number, List<Head> heads) {
        List<String> parts = new ArrayList<>(List.of(previous, Long.toString(number)));
        for (Head head : heads) {
            parts.add(head.caseId());
            parts.add(Long.toString(head.seq()));
            parts.add(head.hash());
        }
        return ChainHash.of(parts.toArray(String[]::new));
    }
}
