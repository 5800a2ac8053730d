package io.sallyport.answer;

import io.sallyport.casefile.Category;
import io.sallyport.casefile.Passage;
import io.sallyport.model.Embedder;
import io.sallyport.text.Values;
import io.sallyport.text.Words;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What speaks for or against the best article of an evidence answering the question. */
enum AnswerSignal {
    /** The article's share of the odds among all passages found. */
    SHARE,
    /** Cosine of question and best passage. */
    MEANING,
    /** Cosine of the sentence that fits any of the needs best. */
    BEST_SENTENCE,
    /** The same for the need that is served worst. */
    WORST_NEED,
    /** Share of the words of the needs that stand in the article's passages. */
    COVERAGE,
    /** Share of the question's words that stand in any passage found: the rest is another company's matter. */
    FAMILIAR,
    /** How near the nearest earlier messages are that this article answered. */
    PRECEDENTS,
    TRIED_ALREADY,
    WISHES,
    ASKS_FOR_ACTION,
    NAMES_OWN_RECORD,
    IS_FAULT,
    IS_WISH_CATEGORY,
    ASKS_VALUE,
    ASKS_VALUE_AND_HAS,
    /** Logarithm of the number of words that carry content. */
    LENGTH;

    static double[] of(
            Question question,
            List<Passage> passages,
            Optional<Category> category,
            Embedder embedder,
            Precedents precedents) {
        Passage best = passages.getFirst();
        List<Passage> article =
                passages.stream().filter(p -> isOneArticle(p, best)).toList();
        float[] asked = embedder.embed(question.text());
        double[] needs = needs(question, article, embedder);
        boolean value = Asking.value(question.need());
        return new double[] {
            share(best, passages),
            Embedder.similarity(asked, embedder.embed(best.heading() + "\n" + best.text())),
            Arrays.stream(needs).max().orElse(0),
            Arrays.stream(needs).min().orElse(0),
            coverage(question.need(), article),
            coverage(question.text(), passages),
            precedents.of(best.source().id(), asked).several(),
            flag(Asking.tried(question.text())),
            flag(Asking.wishes(question.text())),
            flag(Asking.action(question.text())),
            flag(Asking.ownRecord(question.text())),
            flag(category.filter(c -> c == Category.BUG || c == Category.PERFORMANCE)
                    .isPresent()),
            flag(category.filter(c -> c == Category.FEATURE_REQUEST).isPresent()),
            flag(value),
            flag(value && !Values.in(best.text()).isEmpty()),
            Math.log1p(Words.content(question.text()).size())
        };
    }

    /** Where in an array of signals {@link #MEANING} stands. */
    static int indexOfMeaning() {
        return List.of(values()).indexOf(MEANING);
    }

    static boolean isOneArticle(Passage one, Passage other) {
        return one.source().id().equals(other.source().id());
    }

    private static double flag(boolean is) {
        return is ? 1 : 0;
    }

    private static double share(Passage best, List<Passage> passages) {
        double own = 0;
        double all = 0;
        for (Passage passage : passages) {
            double odds = Math.exp(passage.score() - best.score());
            all += odds;
            own += isOneArticle(passage, best) ? odds : 0;
        }
        return own / all;
    }

    private static double[] needs(Question question, List<Passage> article, Embedder embedder) {
        return question.askedAbout().stream()
                .mapToDouble(need -> {
                    float[] wanted = embedder.embed(need);
                    return article.stream()
                            .mapToDouble(passage -> bestSentence(wanted, passage, embedder))
                            .max()
                            .orElse(0);
                })
                .toArray();
    }

    /** Cosine of a need and the passage's sentence nearest to it, read under its heading. */
    static double bestSentence(float[] wanted, Passage passage, Embedder embedder) {
        return PassageText.units(passage.text()).stream()
                .mapToDouble(unit -> nearness(wanted, passage, unit, embedder))
                .max()
                .orElse(0);
    }

    /** Cosine of a need and one sentence of the passage, read under its heading. */
    static double nearness(float[] wanted, Passage passage, Unit unit, Embedder embedder) {
        return Embedder.similarity(wanted, embedder.embed(RankSignal.lastHeading(passage) + " " + unit.text()));
    }

    private static double coverage(String need, List<Passage> article) {
        Set<String> wanted = new HashSet<>(Words.content(need));
        Set<String> held = new HashSet<>();
        article.forEach(p -> held.addAll(Words.content(p.heading() + "\n" + p.text())));
        long covered = wanted.stream().filter(held::contains).count();
        return wanted.isEmpty() ? 0 : (double) covered / wanted.size();
    }
}
