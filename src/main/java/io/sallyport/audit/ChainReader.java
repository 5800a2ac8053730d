package io.sallyport.audit;

import io.sallyport.casefile.ChainHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the chains row by row, in the order of cases and entries, and keeps the first entry that does not fit. */
final class ChainReader {

    private @Nullable String caseId;
    private String previousHash = ChainHash.GENESIS;
    private long previousSeq;
    private long events;
    private long cases;
    private @Nullable String firstBad;

    void read(ResultSet row) throws SQLException {
        events++;
        String id = row.getString("case_id");
        if (!id.equals(caseId)) {
            caseId = id;
            previousHash = ChainHash.GENESIS;
            previousSeq = 0;
            cases++;
        }
        if (firstBad == null) {
            firstBad = fault(id, row);
        }
        previousHash = row.getString("hash");
        previousSeq = row.getLong("seq");
    }

    private @Nullable String fault(String id, ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        String entry = "case " + id + ", entry " + seq + " (" + row.getString("kind") + ")";
        if (seq != previousSeq + 1) {
            return entry + ": entry " + (previousSeq + 1) + " is missing before it";
        }
        if (!row.getString("previous_hash").equals(previousHash)) {
            return entry + ": does not follow the entry before it";
        }
        String expected = CaseJson.hash(
                previousHash,
                id,
                seq,
                row.getTimestamp("at").toInstant().toString(),
                row.getString("actor_kind"),
                row.getString("actor"),
                row.getString("kind"),
                row.getString("body"));
        return expected.equals(row.getString("hash")) ? null : entry + ": has been changed";
    }

    long events() {
        return events;
    }

    long cases() {
        return cases;
    }

    Optional<String> firstBad() {
        return Optional.ofNullable(firstBad);
    }
}
