package io.sallyport.knowledge;

import io.sallyport.knowledge.Review.How;
import io.sallyport.knowledge.Revision.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Articles and reviews for tests. */
final class Articles {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private Articles() {}

    static ArticleDraft draft(String slug, String text) {
        return new ArticleDraft(
                slug,
                "About " + slug,
                Optional.empty(),
                Audience.PUBLIC,
                Optional.of("billing"),
                List.of("money"),
                true,
                text,
                List.of(new Section("intro", List.of(), text)));
    }

    static ArticleDraft internal(ArticleDraft draft) {
        return new ArticleDraft(
                draft.slug(),
                draft.title(),
                draft.author(),
                Audience.INTERNAL,
                draft.productArea(),
                draft.tags(),
                draft.published(),
                draft.markdown(),
                draft.sections());
    }

    static ArticleDraft unpublished(ArticleDraft draft) {
        return new ArticleDraft(
                draft.slug(),
                draft.title(),
                draft.author(),
                draft.audience(),
                draft.productArea(),
                draft.tags(),
                false,
                draft.markdown(),
                draft.sections());
    }

    static ArticleDraft tagged(ArticleDraft draft, String... tags) {
        return new ArticleDraft(
                draft.slug(),
                draft.title(),
                draft.author(),
                draft.audience(),
                draft.productArea(),
                List.of(tags),
                draft.published(),
                draft.markdown(),
                draft.sections());
    }

    static Review on(String day, How how) {
        return new Review(Instant.parse(day + "T00:00:00Z"), "Mara Lindqvist", how);
    }

    /** A day in a file's head that did not count as a review. */
    static OfferedReview written(String day) {
        return new OfferedReview(LocalDate.parse(day), Optional.empty());
    }

    /** A day in a file's head, taken in at this moment of UTC. */
    static OfferedReview written(String day, String at) {
        return new OfferedReview(
                LocalDate.parse(day), Optional.of(new Review(Instant.parse(at), "Mara Lindqvist", How.FRONT_MATTER)));
    }
}
