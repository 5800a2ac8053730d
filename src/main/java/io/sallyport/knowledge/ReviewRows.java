package io.sallyport.knowledge;

import io.sallyport.knowledge.OfferedReview.Earlier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviews of revisions, and the days that imports brought of them. */
record ReviewRows(JdbcClient jdbc) {

    /** Within a transaction that holds the article. */
    void take(String slug, int revision, Collection<OfferedReview> offered, Instant now) {
        var earlier = new Earlier(
                newest("revision < :revision", slug, revision),
                lastDayBefore(slug, revision, OfferedReview.latestDay(now)));
        OfferedReview.choose(offered, earlier, newest("revision = :revision", slug, revision))
                .ifPresent(review -> insert(slug, revision, review));
        offered.forEach(one -> insert(slug, revision, one.day()));
    }

    private Optional<Instant> newest(String of, String slug, int revision) {
        return jdbc.sql("select reviewed_at from knowledge_review where slug = :slug and " + of
                        + " order by reviewed_at desc limit 1")
                .param("slug", slug)
                .param("revision", revision)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private Optional<LocalDate> lastDayBefore(String slug, int revision, LocalDate today) {
        return jdbc.sql("""
                        select day from knowledge_written_day
                         where slug = :slug and revision < :revision and day <= :today order by day desc limit 1""")
                .param("slug", slug)
                .param("revision", revision)
                .param("today", today)
                .query(LocalDate.class)
                .optional();
    }

    void insert(String slug, int revision, Review review) {
        jdbc.sql("""
                        insert into knowledge_review (slug, revision, reviewed_at, reviewed_by, how)
                        values (:slug, :revision, :at, :by, :how)""")
                .param("slug", slug)
                .param("revision", revision)
                .param("at", review.at().atOffset(ZoneOffset.UTC))
                .param("by", review.by())
                .param("how", review.how().name())
                .update();
    }

    private void insert(String slug, int revision, LocalDate day) {
        jdbc.sql("""
                        insert into knowledge_written_day (slug, revision, day) values (:slug, :revision, :day)
                        on conflict do nothing""")
                .param("slug", slug)
                .param("revision", revision)
                .param("day", day)
                .update();
    }
}
