package io.sallyport.insight;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.insight.Finding.Outcome;
import io.sallyport.insight.Review.Remark;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** Rows of the table {@code qa_review} as records. */
final class FindingRow {

    private static final JsonMapper JSON = new JsonMapper();

    private FindingRow() {}

    static Finding read(ResultSet row, int number) throws SQLException {
        return new Finding(
                row.getString("effect_id"),
                new CaseId(row.getString("case_id")),
                lane(row),
                row.getLong("number"),
                row.getTimestamp("sent_at").toInstant(),
                outcome(row));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return switch (state) {
            case "not-sampled" -> new Outcome.NotSampled();
            case "waiting" -> new Outcome.Waiting(row.getInt("tries"), row.getString("why"));
            case "reviewed" ->
                new Outcome.Reviewed(
                        scored(row), row.getTimestamp("reviewed_at").toInstant());
            case "not-reviewed" -> new Outcome.NotReviewed(row.getInt("tries"), row.getString("why"));
            default -> throw new IllegalStateException("qa_review has a row in the unknown state '" + state + "'");
        };
    }

    private static Review.Scored scored(ResultSet row) throws SQLException {
        return new Review.Scored(
                score(row, "accuracy"),
                score(row, "tone"),
                score(row, "policy"),
                score(row, "completeness"),
                row.getBoolean("grounded"),
                List.of(JSON.readValue(row.getString("remarks"), Remark[].class)),
                row.getString("model"),
                row.getString("prompt_hash"));
    }

    private static Score score(ResultSet row, String column) throws SQLException {
        return new Score(row.getInt(column), row.getString(column + "_because"));
    }

    static String remarks(List<Remark> remarks) {
        return JSON.writeValueAsString(remarks);
    }

    static QaFindings.Sum sum(ResultSet row) throws SQLException {
        return new QaFindings.Sum(
                lane(row),
                row.getLong("sent"),
                row.getLong("reviewed"),
                row.getLong("waiting"),
                row.getLong("not_reviewed"),
                row.getLong("not_accurate"),
                row.getLong("not_grounded"),
                row.getDouble("accuracy"),
                row.getDouble("tone"),
                row.getDouble("policy"),
                row.getDouble("completeness"));
    }

    private static Lane lane(ResultSet row) throws SQLException {
        return Lane.valueOf(row.getString("lane").toUpperCase(Locale.ROOT));
    }
}
