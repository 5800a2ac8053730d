package io.sallyport.answer;

import java.util.regex.Pattern;

/**
 * How sure is sure enough. The confidence is calibrated on articles that have answered customers before; about one that never has,
 * less is known, and strangers' questions in familiar words ("why was my card declined?") come near it. Then more is asked for, and
 * most of all for what happened to somebody, which articles seldom answer. Measured on 500 bank customers' messages against another
 * company's articles: 7.2 % pass the plain bar, 0.6 % these.
 */
final class Sureness {

    /** @param meaning cosine of question and passage that is needed beside the confidence */
    record Bar(double confidence, double meaning) {}

    private static final Bar KNOWN_ARTICLE = new Bar(Composer.LEAST_CONFIDENCE, 0);
    private static final Bar NEW_ARTICLE = new Bar(0.85, 0.70);
    private static final Bar NEW_ARTICLE_OWN_AFFAIRS = new Bar(0.90, 0.75);

    private static final Pattern OWN_AFFAIRS =
            Pattern.compile("\\b(?:i|me|my|mine|we|us|our)\\b", Pattern.CASE_INSENSITIVE);

    private Sureness() {}

    static Bar bar(Question question, boolean hasPrecedents) {
        if (hasPrecedents) {
            return KNOWN_ARTICLE;
        }
        return OWN_AFFAIRS.matcher(question.need()).find() ? NEW_ARTICLE_OWN_AFFAIRS : NEW_ARTICLE;
    }
}
