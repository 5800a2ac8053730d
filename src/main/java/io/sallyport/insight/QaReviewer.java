package io.sallyport.insight;

import io.sallyport.answer.Coverage;
import io.sallyport.gate.Gatekeeper;
import io.sallyport.model.language.LanguageModel;
import java.util.Optional;

/** Reviews one reply against the evidence of its case and changes nothing. May be shared between threads. */
public final class QaReviewer implements Reviewing {

    private final Reviewing reviewing;

    /** @param model in the role {@code qa}; without one the embedded engine says what it can */
    public QaReviewer(Optional<LanguageModel> model, Gatekeeper gatekeeper, Coverage coverage) {
        var rules = new EmbeddedReview(gatekeeper, coverage);
        this.reviewing =
                model.<Reviewing>map(asked -> new ModelReview(asked, rules)).orElse(rules);
    }

    @Override
    public Review review(Subject subject) {
        return reviewing.review(subject);
    }
}
