package io.sallyport.insight;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Unreadable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far one reader has read all cases' events. What cannot be read is set aside and tried again, so that it neither holds up
 * the others nor is lost.
 */
final class Bookmark {

    private static final Logger LOG = LoggerFactory.getLogger(Bookmark.class);

    /** Events may be committed some time after the time they bear, and nodes' clocks differ. */
    private static final Duration LATE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final String reader;

    Bookmark(JdbcClient jdbc, String reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /** An event. */
    record Place(CaseId caseId, long seq, Instant at) {
        static Place of(ResultSet row, int number) throws SQLException {
            return new Place(
                    new CaseId(row.getString("case_id")),
                    row.getLong("seq"),
                    row.getTimestamp("at").toInstant());
        }
    }

    String reader() {
        return reader;
    }

    /** From when to read on. */
    Instant since() {
        return jdbc.sql("SELECT at FROM insight_bookmark WHERE reader = ?")
                .param(reader)
                .query((row, _) -> row.getTimestamp("at").toInstant())
                .optional()
                .map(last -> last.minus(LATE))
                .orElse(Instant.EPOCH);
    }

    void moveTo(Instant at) {
        jdbc.sql("""
                INSERT INTO insight_bookmark (reader, at) VALUES (?, ?)
                ON CONFLICT (reader) DO UPDATE SET at = greatest(insight_bookmark.at, excluded.at)
                """).params(reader, Timestamp.from(at)).update();
    }

    /** Those that were tried the fewest times. */
    List<Place> setAside(int most) {
        return jdbc.sql("""
                SELECT s.case_id, s.seq, e.at FROM insight_set_aside s JOIN case_event e USING (case_id, seq)
                WHERE s.reader = ? ORDER BY s.tries, s.case_id, s.seq LIMIT ?
                """).params(reader, most).query(Place::of).list();
    }

    /** @param reading throws when that case cannot be read */
    void read(Place place, Consumer<Place> reading) {
        try {
            reading.accept(place);
        } catch (RuntimeException broken) {
            setAside(place, broken);
            return;
        }
        jdbc.sql("DELETE FROM insight_set_aside WHERE reader = ? AND case_id = ? AND seq = ?")
                .params(reader, place.caseId().value(), place.seq())
                .update();
    }

    private void setAside(Place place, RuntimeException broken) {
        Optional<Integer> tries = jdbc.sql("""
                INSERT INTO insight_set_aside AS s (reader, case_id, seq) VALUES (?, ?, ?)
                ON CONFLICT (reader, case_id, seq) DO UPDATE SET tries = s.tries + 1 RETURNING tries
                """)
                .params(reader, place.caseId().value(), place.seq())
                .query(Integer.class)
                .optional();
        if (tries.equals(Optional.of(1))) {
            LOG.warn(
                    "a case cannot be read and is tried again case={} by={} because={}",
                    place.caseId(),
                    reader,
                    Unreadable.because(broken));
        }
    }
}
