package io.sallyport.knowledge;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Rows to records. */
final class KnowledgeRows {

    private KnowledgeRows() {}

    static Article article(ResultSet row, int number) throws SQLException {
        return new Article(
                row.getString("slug"),
                row.getInt("revision"),
                row.getString("title"),
                Optional.ofNullable(row.getString("author")),
                Audience.valueOf(row.getString("audience")),
                Optional.ofNullable(row.getString("product_area")),
                texts(row.getArray("tags")),
                standing(row),
                review(row),
                instant(row, "imported_at"));
    }

    static Revision revision(ResultSet row, List<Revision.Section> sections) throws SQLException {
        return new Revision(
                Article.ref(row.getString("slug"), row.getInt("revision")),
                row.getString("title"),
                Optional.ofNullable(row.getString("author")),
                Audience.valueOf(row.getString("audience")),
                row.getBoolean("published"),
                row.getBoolean("current"),
                review(row),
                instant(row, "imported_at"),
                row.getString("markdown"),
                sections);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        if (row.getBoolean("taken_back")) {
            return new Standing.Withdrawn(row.getString("said_by"), row.getString("why"), instant(row, "said_at"));
        }
        if (row.getBoolean("held")) {
            return new Standing.Held(row.getString("why"), instant(row, "said_at"));
        }
        return row.getBoolean("published") ? new Standing.Published() : new Standing.Unpublished();
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Optional<Review> review(ResultSet row) throws SQLException {
        return row.getString("how") == null
                ? Optional.empty()
                : Optional.of(new Review(
                        instant(row, "reviewed_at"),
                        row.getString("reviewed_by"),
                        Review.How.valueOf(row.getString("how"))));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
