package io.sallyport.answer;

import io.sallyport.answer.EvidenceSource.Found;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Specialist;
import io.sallyport.model.Embedder;
import io.sallyport.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What speaks for one passage rather than another. */
enum RankSignal {
    /** Cosine of question and passage. */
    MEANING,
    /** Cosine of question and headings. */
    HEADING_MEANING,
    /** BM25 as a share of the best in this search. */
    WORDS,
    /** Share of the question's words that stand in the passage. */
    COVERAGE,
    /** Share of the last heading's words that stand in the question. */
    HEADING_NAMED,
    /** How well the article's next best passage fits: an article on the matter has several that do. */
    ARTICLE_AGREES,
    /** Whether the article lies in the specialist's own scope. */
    IN_SCOPE,
    /** Cosine of the question and the nearest earlier message that the article answered. */
    PRECEDENT,
    /** The mean of the nearest three. */
    PRECEDENTS;

    /** Unrelated texts score about so much with bge-small. */
    private static final double STRANGERS = 0.5;

    static List<double[]> of(
            Question question,
            List<Found> candidates,
            Optional<Specialist> specialist,
            Embedder embedder,
            Precedents precedents) {
        float[] asked = embedder.embed(question.text());
        Set<String> words = new HashSet<>(Words.content(question.text()));
        double most = candidates.stream().mapToDouble(Found::bm25).max().orElse(0);
        return candidates.stream()
                .map(found -> {
                    var nearness = precedents.of(found.passage().source().id(), asked);
                    return new double[] {
                        found.cosine(),
                        Embedder.similarity(asked, embedder.embed(headings(found.passage()))),
                        most == 0 ? 0 : found.bm25() / most,
                        found.coverage(),
                        headingNamed(found.passage(), words),
                        agreement(found, candidates),
                        specialist.isEmpty() || Scopes.covers(specialist.get(), found) ? 1 : 0,
                        nearness.nearest(),
                        nearness.several()
                    };
                })
                .toList();
    }

    static String headings(Passage passage) {
        return passage.heading().replace(" › ", ". ");
    }

    static String lastHeading(Passage passage) {
        return passage.heading()
                .substring(passage.heading().lastIndexOf('›') + 1)
                .strip();
    }

    static double headingNamed(Passage passage, Set<String> questionWords) {
        var heading = new HashSet<>(Words.content(lastHeading(passage)));
        long named = heading.stream().filter(questionWords::contains).count();
        return heading.isEmpty() ? 0 : (double) named / heading.size();
    }

    private static double agreement(Found found, List<Found> candidates) {
        return candidates.stream()
                .filter(other -> other.passage().source().equals(found.passage().source()))
                .mapToDouble(Found::cosine)
                .filter(cosine -> cosine < found.cosine())
                .max()
                .orElse(STRANGERS);
    }
}
