package io.sallyport.gate;

import io.sallyport.casefile.SourceRef;
import io.sallyport.gate.SourceText.ReviewByPerson;
import io.sallyport.knowledge.Audience;
import io.sallyport.knowledge.Revision;
import java.util.Optional;
import java.util.function.Function;

/**
 * The company's articles as sources.
 *
 * @param revisions finds one, such as {@code knowledgeBase::findRevision}
 */
public record ArticleSources(Function<SourceRef, Optional<Revision>> revisions) implements Sources {

    @Override
    public Optional<SourceText> find(SourceRef ref) {
        return revisions.apply(ref).map(ArticleSources::text);
    }

    private static SourceText text(Revision revision) {
        return new SourceText(
                revision.ref(),
                revision.text(),
                revision.published(),
                revision.current(),
                revision.audience() == Audience.PUBLIC,
                revision.review().map(review -> new ReviewByPerson(review.at(), review.by())));
    }
}
