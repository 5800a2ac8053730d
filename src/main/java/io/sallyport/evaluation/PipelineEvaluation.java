package io.sallyport.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what the whole desk made of messages with what people say should have become of them. */
public final class PipelineEvaluation {

    private static final String ANSWER = "answer";
    private static final String ACTION = "action";

    /**
     * What a label accepts. An account change is planned, or asked about, or a person's work where no record or catalogue entry
     * fits; a reply that a gate stopped is with a person, too.
     */
    private static final Map<String, List<String>> ACCEPTED = Map.of(
            ANSWER,
            List.of(ANSWER),
            "ask",
            List.of("ask"),
            ACTION,
            List.of(ACTION, "escalate", "stop"),
            "escalate",
            List.of("escalate", "stop"),
            "junk",
            List.of("junk"));

    private static final String ARTICLE = "article:";

    /**
     * One message.
     *
     * @param outcome the label
     * @param articles slugs of the articles that answer it
     */
    public record Compared(String id, String text, String outcome, List<String> articles, ReplayedCase desk) {

        public Compared {
            articles = List.copyOf(articles);
        }

        public boolean isSame() {
            return ACCEPTED.getOrDefault(outcome, List.of()).contains(desk.outcome());
        }

        public boolean isAnswered() {
            return desk.outcome().equals(ANSWER);
        }

        /** Planned, asked about, refused or done; not what a person plans. */
        boolean isActedOn() {
            return desk.outcome().equals(ACTION);
        }

        boolean shouldBeAnswered() {
            return outcome.equals(ANSWER);
        }

        public List<String> cited() {
            return desk.citations().stream()
                    .map(quoted -> quoted.article().replaceFirst("^" + ARTICLE, ""))
                    .distinct()
                    .toList();
        }

        boolean citesRightArticle() {
            return cited().stream().anyMatch(articles::contains);
        }
    }

    private PipelineEvaluation() {}

    /** @throws IllegalArgumentException naming the first message without a label that this knows */
    public static void check(List<ReplayInput.Line> lines) {
        for (ReplayInput.Line line : lines) {
            if (!ACCEPTED.containsKey(outcome(line))) {
                throw new IllegalArgumentException(line.place() + ": needs an \"outcome\", one of " + ACCEPTED.keySet()
                        + ", not '" + outcome(line) + "'");
            }
        }
    }

    private static String outcome(ReplayInput.Line line) {
        return line.labels().path("outcome").asString("");
    }

    /** @param lines ones that {@link #check} found in order */
    public static List<Compared> compare(List<ReplayInput.Line> lines, Replay.Result result) {
        Map<String, ReplayedCase> cases =
                result.cases().stream().collect(Collectors.toMap(ReplayedCase::id, Function.identity()));
        var compared = new ArrayList<Compared>();
        for (ReplayInput.Line line : lines) {
            ReplayedCase desk = cases.get(line.id());
            if (desk != null) {
                List<String> articles = line.labels()
                        .path("articles")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
                compared.add(new Compared(line.id(), line.text(), outcome(line), articles, desk));
            }
        }
        return List.copyOf(compared);
    }

    /** Shares of none are null. */
    public static Map<String, @Nullable Object> figures(List<Compared> all, int lost) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        long answerable = count(all, Compared::shouldBeAnswered);
        long answered = count(all, Compared::isAnswered);
        long right = count(all, one -> one.shouldBeAnswered() && one.isAnswered() && one.citesRightArticle());
        figures.put("n", all.size());
        figures.put("lost", lost);
        figures.put("outcome_accuracy", share(count(all, Compared::isSame), all.size()));
        figures.put("by_outcome", byOutcome(all));
        figures.put("answered", answered);
        figures.put("answered_right_article", right);
        figures.put("answered_right_share", share(right, answerable));
        figures.put("wrong_answers", answered - right);
        figures.put(
                "wrong_article_answers",
                count(all, one -> one.shouldBeAnswered() && one.isAnswered() && !one.citesRightArticle()));
        figures.put("answered_but_not_to_answer", count(all, one -> one.isAnswered() && !one.shouldBeAnswered()));
        figures.put("answer_precision", share(right, answered));
        figures.put("taken_by_action_lane", count(all, Compared::isActedOn));
        figures.put(
                "taken_by_action_lane_right",
                count(all, one -> one.isActedOn() && one.outcome().equals(ACTION)));
        return figures;
    }

    private static Map<String, Object> byOutcome(List<Compared> all) {
        var byOutcome = new LinkedHashMap<String, Object>();
        for (String label : List.of(ANSWER, "ask", ACTION, "escalate", "junk")) {
            var labelled =
                    all.stream().filter(one -> one.outcome().equals(label)).toList();
            var figures = new LinkedHashMap<String, Object>();
            figures.put("n", labelled.size());
            figures.put("same", count(labelled, Compared::isSame));
            byOutcome.put(label, figures);
        }
        return byOutcome;
    }

    private static long count(List<Compared> all, java.util.function.Predicate<Compared> which) {
        return all.stream().filter(which).count();
    }

    private static @Nullable Double share(long part, long whole) {
        return Fraction.of(part, whole).orElse(null);
    }
}
