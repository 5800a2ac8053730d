package io.sallyport.knowledge;

import io.sallyport.knowledge.Revision.Section;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one revision and its sections. */
record RevisionRows(JdbcClient jdbc) {

    void insert(ArticleDraft draft, int revision, Instant at) {
        jdbc.sql("""
                        insert into knowledge_revision
                               (slug, revision, title, author, audience, content_hash, imported_at, markdown)
                        values (:slug, :revision, :title, :author, :audience, :hash, :at, :markdown)""")
                .param("slug", draft.slug())
                .param("revision", revision)
                .param("title", draft.title())
                .param("author", draft.author().orElse(null))
                .param("audience", draft.audience().name())
                .param("hash", draft.contentHash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("markdown", draft.markdown())
                .update();
        for (var position = 1; position <= draft.sections().size(); position++) {
            insert(draft.slug(), revision, position, draft.sections().get(position - 1));
        }
    }

    private void insert(String slug, int revision, int position, Section section) {
        jdbc.sql("""
                        insert into knowledge_section (slug, revision, position, anchor, heading, body)
                        values (:slug, :revision, :position, :anchor, :heading, :body)""")
                .param("slug", slug)
                .param("revision", revision)
                .param("position", position)
                .param("anchor", section.anchor())
                .param("heading", section.heading().toArray(String[]::new))
                .param("body", section.text())
                .update();
    }

    List<Section> sections(String slug, int revision) {
        return jdbc.sql("""
                        select anchor, heading, body from knowledge_section
                         where slug = :slug and revision = :revision order by position""")
                .param("slug", slug)
                .param("revision", revision)
                .query((row, _) -> new Section(
                        row.getString("anchor"), KnowledgeRows.texts(row.getArray("heading")), row.getString("body")))
                .list();
    }
}
