package io.sallyport.evaluation;

import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How well questions find the articles that answer them. */
public final class RetrievalEvaluation {

    /** Enough passages to name ten different articles. */
    private static final int PASSAGES = 100;

    /**
     * @param relevant slugs of the articles that answer it
     * @param place file and line
     */
    public record Question(String query, List<String> relevant, String place) {
        public Question {
            relevant = relevant.stream().distinct().toList();
        }
    }

    /**
     * Means over the questions; of none there are none.
     *
     * @param hitAt1 share with a relevant article in the first place
     * @param hitAt5 share with one among the first five
     * @param recallAt10 share of the relevant articles among the first ten
     * @param mrr mean of 1 / rank of the first relevant article, 0 when none was found
     */
    public record Figures(
            int n,
            Optional<Double> hitAt1,
            Optional<Double> hitAt5,
            Optional<Double> recallAt10,
            Optional<Double> mrr) {}

    /** @param found slugs, best first */
    public record Outcome(Question question, List<String> found) {
        public Outcome {
            found = List.copyOf(found);
        }

        /** Of the first relevant article, counted from 1; 0 when none was found. */
        public int rank() {
            for (var i = 0; i < found.size(); i++) {
                if (question.relevant().contains(found.get(i))) {
                    return i + 1;
                }
            }
            return 0;
        }

        double recallAt(int depth) {
            var hits = new HashSet<>(found.subList(0, Math.min(depth, found.size())));
            hits.retainAll(new HashSet<>(question.relevant()));
            return hits.size() / (double) question.relevant().size();
        }
    }

    private RetrievalEvaluation() {}

    /** One JSON object a line, {@code {"query": "…", "relevant": ["slug", …]}}. */
    public static List<Question> read(Path file) throws IOException {
        return JsonLines.readSome(file, RetrievalEvaluation::question);
    }

    private static Question question(JsonNode json, String place) {
        var relevant =
                json.path("relevant").valueStream().map(JsonNode::asString).toList();
        if (!json.path("query").isString() || relevant.isEmpty()) {
            throw new IllegalArgumentException("needs \"query\" (a text) and \"relevant\" (slugs)");
        }
        return new Question(json.path("query").stringValue(), relevant, place);
    }

    public static List<Outcome> run(KnowledgeBase articles, List<Question> questions) {
        return questions.stream()
                .map(question -> new Outcome(question, found(articles, question)))
                .toList();
    }

    private static List<String> found(KnowledgeBase articles, Question question) {
        return articles.search(question.query(), PASSAGES, Scope.EVERYTHING).stream()
                .map(hit -> hit.article().slug())
                .distinct()
                .toList();
    }

    public static Figures figures(List<Outcome> outcomes) {
        return new Figures(
                outcomes.size(),
                Fraction.of(outcomes, outcome -> outcome.rank() == 1),
                Fraction.of(outcomes, outcome -> outcome.rank() >= 1 && outcome.rank() <= 5),
                mean(outcomes.stream().map(outcome -> outcome.recallAt(10)).toList()),
                mean(outcomes.stream()
                        .map(outcome -> outcome.rank() == 0 ? 0.0 : 1.0 / outcome.rank())
                        .toList()));
    }

    private static Optional<Double> mean(List<Double> values) {
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        return values.isEmpty() ? Optional.empty() : Optional.of(sum / values.size());
    }
}
