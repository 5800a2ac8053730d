package io.sallyport.knowledge;

import io.sallyport.knowledge.StandingChange.What;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether articles are withdrawn or held, and the journal of it. */
record StandingRows(JdbcClient jdbc) {

    /** Within a transaction that holds the article; false when it is so already. */
    boolean change(String slug, StandingChange change) {
        var isNew = set(slug, change.what());
        if (isNew) {
            insert(slug, change);
        }
        return isNew;
    }

    private boolean set(String slug, What what) {
        var flag = switch (what) {
            case WITHDRAWN -> "taken_back = true where not taken_back";
            case REINSTATED -> "taken_back = false where taken_back";
            case HELD -> "held = true where not held";
            case RELEASED -> "held = false where held";
        };
        return jdbc.sql("update knowledge_article set " + flag + " and slug = :slug")
                        .param("slug", slug)
                        .update()
                > 0;
    }

    private void insert(String slug, StandingChange change) {
        jdbc.sql("""
                        insert into knowledge_standing (slug, what, said_by, why, at)
                        values (:slug, :what, :by, :why, :at)""")
                .param("slug", slug)
                .param("what", change.what().name())
                .param("by", change.by().orElse(null))
                .param("why", change.why())
                .param("at", change.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<StandingChange> list(String slug) {
        return jdbc.sql("""
                        select what, said_by, why, at as said_at from knowledge_standing
                         where slug = :slug order by id""").param("slug", slug).query((row, _) -> change(row)).list();
    }

    private static StandingChange change(ResultSet row) throws SQLException {
        return new StandingChange(
                What.valueOf(row.getString("what")),
                Optional.ofNullable(row.getString("said_by")),
                row.getString("why"),
                KnowledgeRows.instant(row, "said_at"));
    }
}
