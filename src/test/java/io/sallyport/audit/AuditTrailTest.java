package io.sallyport.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.LaneMode;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Promise 6: the log is append-only, and whoever goes around that is found and named. */
@Tag("database")
class AuditTrailTest {

    private final DeskKit desk =
            DeskKit.of(new ScriptedAgents(), ScriptedGate.required()).mode(LaneMode.AUTO);
    private final AuditTrail trail = new AuditTrail(
            desk.database().jdbc(),
            new TransactionTemplate(
                    new DataSourceTransactionManager(desk.database().dataSource())),
            desk.clock());
    private final CaseId id;

    AuditTrailTest() {
        id = desk.ticket("When do you open?");
    }

    @BeforeEach
    void live() {
        desk.ticket("person please");
        desk.runUntilQuiet();
        trail.checkpoint();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anUntouchedLogIsIntact() {
        AuditTrail.Finding finding = trail.verify();
        assertThat(finding.firstBad()).isEmpty();
        assertThat(finding.cases()).isEqualTo(2);
        assertThat(finding.checkpoints()).isEqualTo(1);
    }

    @Test
    void aCheckpointThatWasKeptTellsWhetherTheRecordWasWrittenAnew() {
        Checkpoint kept = Checkpoint.parse(trail.lastCheckpoint().toString());
        desk.ticket("When do you close?");
        desk.runUntilQuiet();
        trail.checkpoint();
        assertThat(trail.lastCheckpoint().number()).isEqualTo(2);
        assertThat(trail.compare(kept)).isEmpty();
        assertThat(trail.compare(Checkpoint.NONE)).isEmpty();

        // Another record, as whole in itself: its own hashes hold, and the kept one does not.
        run("UPDATE audit_checkpoint SET hash = '" + "a".repeat(64) + "' WHERE number = 1");
        assertThat(trail.compare(kept)).hasValueSatisfying(bad -> assertThat(bad).contains("checkpoint 1 is not the one"));
        assertThat(trail.compare(new Checkpoint(7, kept.hash())))
                .hasValueSatisfying(bad -> assertThat(bad).contains("checkpoint 7").contains("is not there"));
    }

    @Test
    void aCheckpointIsReadAsItIsPrinted() {
        assertThatThrownBy(() -> Checkpoint.parse("7")).hasMessageContaining("NUMBER:HASH");
    }

    @Test
    void everyEventReadsBackAsItWasWritten() {
        for (CaseEvent event : desk.cases().events(id)) {
            assertThat(CaseJson.fact(CaseJson.kind(event.fact()), CaseJson.body(event.fact())))
                    .isEqualTo(event.fact());
            assertThat(CaseJson.hash(event)).isEqualTo(event.hash());
        }
    }

    @Test
    void theDatabaseRefusesToChangeOrDeleteAnEntry() {
        assertThatThrownBy(() -> run("UPDATE case_event SET body = '{}'")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("DELETE FROM case_event")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> run("TRUNCATE case_event")).hasMessageContaining("append-only");
    }

    @Test
    void namesAChangedEntry() {
        tamper("UPDATE case_event SET body = replace(body, 'nine', 'noon') WHERE case_id = '" + id + "' AND seq = 5");
        assertThat(trail.verify().firstBad())
                .hasValueSatisfying(bad ->
                        assertThat(bad).contains(id.value()).contains("entry 5").contains("changed"));
    }

    @Test
    void namesAChangedActorAndTime() {
        tamper("UPDATE case_event SET actor = 'someone' WHERE case_id = '" + id + "' AND seq = 2");
        assertThat(trail.verify().firstBad().orElseThrow()).contains("entry 2");
    }

    @Test
    void noticesAnEntryTakenOutOfTheMiddle() {
        tamper("DELETE FROM case_event WHERE case_id = '" + id + "' AND seq = 3");
        assertThat(trail.verify().firstBad().orElseThrow()).contains("entry 3 is missing");
    }

    @Test
    void noticesThatTheEndWasCutOffEvenIfTheHeadWasMovedBack() {
        String last = "(SELECT max(seq) FROM case_event WHERE case_id = '" + id + "')";
        tamper("DELETE FROM case_event WHERE case_id = '" + id + "' AND seq = " + last);
        run("UPDATE case_head h SET version = e.seq, last_hash = e.hash FROM case_event e" + " WHERE h.case_id = '" + id
                + "' AND e.case_id = h.case_id AND e.seq = " + last);
        assertThat(trail.verify().firstBad().orElseThrow())
                .contains("checkpoint 1")
                .contains(id.value());
    }

    @Test
    void noticesAWholeCaseGone() {
        tamper("DELETE FROM case_event WHERE case_id = '" + id + "'");
        run("DELETE FROM case_message");
        run("DELETE FROM case_head WHERE case_id = '" + id + "'");
        assertThat(trail.verify().firstBad().orElseThrow()).contains(id.value());
    }

    @Test
    void noticesAForgedCheckpoint() {
        run("UPDATE audit_checkpoint SET hash = repeat('a', 64)");
        assertThat(trail.verify().firstBad().orElseThrow()).contains("checkpoint 1");
    }

    @Test
    void whatMovedSinceIsNotedAndNothingElse() {
        trail.checkpoint();
        assertThat(trail.verify().checkpoints()).isEqualTo(1);
        desk.decide(id, new Fact.NoteAdded("asked again", List.of()));
        trail.checkpoint();
        assertThat(trail.verify().checkpoints()).isEqualTo(2);
        assertThat(trail.verify().firstBad()).isEmpty();
        assertThat(desk.database()
                        .jdbc()
                        .sql("SELECT case_id FROM audit_checkpoint_head WHERE number = 2")
                        .query(String.class)
                        .list())
                .containsExactly(id.value());
    }

    @Test
    void aCheckpointReadsOnlyTheCasesThatMovedHoweverManyThereAre() {
        run("""
            INSERT INTO case_head (case_id, version, checkpointed, last_hash, source, external_id, link, customer, subject,
                standing, category, priority, queue, awaiting, opened_at, updated_at)
            SELECT 'SP-X' || n, 9, 9, repeat('0', 64), 'many', n, 'many-' || n, '', '', '', '', '', '', false, now(), now()
            FROM generate_series(1, 20000) n
            """);
        run("ANALYZE case_head");
        assertThat(desk.database()
                        .jdbc()
                        .sql("EXPLAIN " + AuditTrail.MOVED)
                        .query(String.class)
                        .list())
                .anyMatch(line -> line.contains("case_head_moved"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    private void tamper(String sql) {
        run("ALTER TABLE case_event DISABLE TRIGGER USER");
        run(sql);
        run("ALTER TABLE case_event ENABLE TRIGGER USER");
    }

    private void run(String sql) {
        desk.database().jdbc().sql(sql).update();
    }
}
