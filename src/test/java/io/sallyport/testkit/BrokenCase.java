package io.sallyport.testkit;

import io.sallyport.casefile.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case that this version cannot read: a newer node wrote to it. */
public final class BrokenCase {

    private final JdbcClient jdbc;
    private final CaseId id;

    private BrokenCase(JdbcClient jdbc, CaseId id) {
        this.jdbc = jdbc;
        this.id = id;
    }

    public static BrokenCase make(DeskKit desk, CaseId id) {
        var broken = new BrokenCase(desk.database().jdbc(), id);
        broken.run("""
                INSERT INTO case_event (case_id, seq, at, actor_kind, actor, kind, body, previous_hash, hash)
                SELECT case_id, seq + 1, at, actor_kind, actor, 'from-a-later-version', '{}', hash, repeat('0', 64)
                FROM case_event WHERE case_id = ? ORDER BY seq DESC LIMIT 1
                """);
        return broken;
    }

    /** As after an update of this node, for which the event is no riddle. */
    public void mend() {
        jdbc.sql("ALTER TABLE case_event DISABLE TRIGGER USER").update();
        run("DELETE FROM case_event WHERE case_id = ? AND kind = 'from-a-later-version'");
        jdbc.sql("ALTER TABLE case_event ENABLE TRIGGER USER").update();
    }

    private void run(String sql) {
        jdbc.sql(sql).param(id.value()).update();
    }
}
