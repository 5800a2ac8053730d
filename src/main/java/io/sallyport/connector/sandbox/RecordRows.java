package io.sallyport.connector.sandbox;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code sandbox_record}. */
final class RecordRows {

    private final JdbcClient jdbc;

    RecordRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<BusinessRecord> find(String kind, String id) {
        return jdbc.sql("SELECT kind, id, fields FROM sandbox_record WHERE kind = ? AND id = ?")
                .params(kind, id)
                .query(RecordRows::record)
                .optional();
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<BusinessRecord> findToChange(String kind, String id) {
        return jdbc.sql("SELECT kind, id, fields FROM sandbox_record WHERE kind = ? AND id = ? FOR UPDATE")
                .params(kind, id)
                .query(RecordRows::record)
                .optional();
    }

    List<BusinessRecord> of(String kind, String account) {
        return jdbc.sql("""
                        SELECT kind, id, fields FROM sandbox_record
                        WHERE kind = ? AND account = ? ORDER BY at DESC, id DESC
                        """).params(kind, account).query(RecordRows::record).list();
    }

    Optional<BusinessRecord> findAccount(String address) {
        return jdbc.sql("""
                        SELECT kind, id, fields FROM sandbox_record
                        WHERE kind = 'account' AND lower(fields ->> 'email') = ?
                        """).param(Lower.of(address)).query(RecordRows::record).optional();
    }

    /** @return whether it was not there before */
    boolean insert(BusinessRecord record, String account, Instant at) {
        return jdbc.sql("""
                                INSERT INTO sandbox_record (kind, id, account, at, fields)
                                VALUES (?, ?, ?, ?, ?::jsonb) ON CONFLICT (kind, id) DO NOTHING
                                """)
                        .params(
                                record.kind(),
                                record.id(),
                                account,
                                Timestamp.from(at),
                                FieldJson.write(record.fields()))
                        .update()
                == 1;
    }

    /** Sets some fields and takes others away. */
    void patch(String kind, String id, Map<String, FieldValue> set, List<String> removed) {
        jdbc.sql("""
                        UPDATE sandbox_record SET fields = (fields || :set::jsonb) - :removed::text[]
                        WHERE kind = :kind AND id = :id
                        """)
                .param("set", FieldJson.write(set))
                .param("removed", removed.toArray(String[]::new))
                .param("kind", kind)
                .param("id", id)
                .update();
    }

    private static BusinessRecord record(ResultSet row, int at) throws SQLException {
        return new BusinessRecord(row.getString("kind"), row.getString("id"), FieldJson.read(row.getString("fields")));
    }
}
