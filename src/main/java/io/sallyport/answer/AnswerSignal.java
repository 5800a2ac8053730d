package io.sallyport.answer;

import io.sallyport.casefile.Category;
import io.sallyport.casefile.Passage;
import io.sallyport.model.Embedder;
import io.sallyport.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What speaks for or against the best article of an evidence answering the question. */
enum AnswerSignal {
    /** The article's share of the odds among all passages found. */
    SHARE,
    /** How far its best passage's score lies above that of the next article. */
    LEAD,
    /** Cosine of question and best passage. */
    MEANING,
    /** Cosine of question and headings. */
    HEADING_MEANING,
    /** Cosine of the sentence that fits any of the needs best. */
    BEST_SENTENCE,
    /** The same for the need that is served worst. */
    WORST_NEED,
    /** Share of the words of the needs that stand in the article's passages. */
    COVERAGE,
    /** Share of the last heading's words that stand in the question. */
    HEADING_NAMED,
    HAS_HEADING,
    TRIED_ALREADY,
    WISHES,
    ASKS_FOR_ACTION,
    NAMES_OWN_RECORD,
    IS_FAULT,
    IS_WISH_CATEGORY,
    /** Logarithm of the number of words: a long story needs more than a paragraph of ours. */
    LENGTH,
    HOW_TO,
    HOW_TO_WITH_STEPS,
    ASKS_VALUE,
    ASKS_VALUE_AND_HAS;

    static double[] of(Question question, List<Passage> passages, Optional<Category> category, Embedder embedder) {
        Passage best = passages.getFirst();
        List<Passage> article =
                passages.stream().filter(p -> isOneArticle(p, best)).toList();
        float[] asked = embedder.embed(question.text());
        Set<String> words = new HashSet<>(Words.content(question.text()));
        double[] needs = needs(question, article, embedder);
        String need = question.need();
        boolean howTo = Asking.howTo(need);
        boolean value = Asking.value(need);
        return new double[] {
            share(best, passages),
            lead(best, passages),
            Embedder.similarity(asked, embedder.embed(best.heading() + "\n" + best.text())),
            Embedder.similarity(asked, embedder.embed(RankSignal.headings(best))),
            java.util.Arrays.stream(needs).max().orElse(0),
            java.util.Arrays.stream(needs).min().orElse(0),
            coverage(need, article),
            RankSignal.headingNamed(best, words),
            best.heading().contains(" › ") ? 1 : 0,
            flag(Asking.tried(question.text())),
            flag(Asking.wishes(question.text())),
            flag(Asking.action(question.text())),
            flag(Asking.ownRecord(question.text())),
            flag(category.filter(c -> c == Category.BUG || c == Category.PERFORMANCE)
                    .isPresent()),
            flag(category.filter(c -> c == Category.FEATURE_REQUEST).isPresent()),
            Math.log1p(Words.of(question.text()).size()),
            flag(howTo),
            flag(howTo && PassageText.units(best.text()).stream().anyMatch(u -> u.form() == Unit.Form.STEP)),
            flag(value),
            flag(value && !io.sallyport.text.Values.in(best.text()).isEmpty())
        };
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

    private static double lead(Passage best, List<Passage> passages) {
        return best.score()
                - passages.stream()
                        .filter(p -> !isOneArticle(p, best))
                        .mapToDouble(Passage::score)
                        .max()
                        .orElse(best.score() - 6);
    }

    private static double[] needs(Question question, List<Passage> article, Embedder embedder) {
        return question.askedAbout().stream()
                .mapToDouble(need -> {
                    float[] wanted = embedder.embed(need);
                    return article.stream()
                            .flatMap(p -> PassageText.units(p.text()).stream()
                                    .map(u -> RankSignal.lastHeading(p) + " " + u.text()))
                            .mapToDouble(s -> Embedder.similarity(wanted, embedder.embed(s)))
                            .max()
                            .orElse(0);
                })
                .toArray();
    }

    private static double coverage(String need, List<Passage> article) {
        Set<String> wanted = new HashSet<>(Words.content(need));
        Set<String> held = new HashSet<>();
        article.forEach(p -> held.addAll(Words.content(p.heading() + "\n" + p.text())));
        long covered = wanted.stream().filter(held::contains).count();
        return wanted.isEmpty() ? 0 : (double) covered / wanted.size();
    }
}
