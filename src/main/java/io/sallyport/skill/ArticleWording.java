package io.sallyport.skill;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Priority;
import io.sallyport.gate.claim.ClaimCheck;
import io.sallyport.gate.claim.Judgement;
import io.sallyport.model.language.Answer;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Material;
import io.sallyport.model.language.Prompt;
import io.sallyport.model.language.Purpose;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Shape;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has a model arrange a case's solution as an article. Kept only when one sentence of the case says each of its lines, by the
 * Grounding gate's own rules, and its headings have no word that the case lacks.
 */
final class ArticleWording {

    private static final Prompt PROMPT = Prompt.shipped("skill", "article writer");
    private static final Shape<Written> SHAPE = Shape.of(Written.class);
    private static final int LONGEST_ANSWER = 1_500;

    record Written(
            @JsonPropertyDescription("what the article is about")
            String title,

            List<Section> parts) {
        Written {
            if (title.isBlank() || parts.isEmpty()) {
                throw new IllegalArgumentException("an article has a title and parts");
            }
            parts = List.copyOf(parts);
        }
    }

    record Section(String heading, List<Line> lines) {
        Section {
            if (heading.isBlank() || lines.isEmpty()) {
                throw new IllegalArgumentException("a part has a heading and lines");
            }
            lines = List.copyOf(lines);
        }
    }

    record Line(
            @JsonPropertyDescription("one sentence") String text,

            @JsonPropertyDescription("whether it is one of several things to do one after another")
            boolean isStep) {}

    /** What came of asking. */
    sealed interface Result {

        /** @param leftOut sentences of the solution that it does not say */
        record Worded(Written article, String by, List<String> leftOut) implements Result {}

        record NotKept(String why) implements Result {}
    }

    private final LanguageModel model;

    ArticleWording(LanguageModel model) {
        this.model = model;
    }

    Result write(CaseRecord record, Solution solution) {
        return switch (model.ask(request(record, solution))) {
            case Answer.Said<Written>(var written, var _, var by) ->
                findUnborne(written, record, solution)
                        .<Result>map(why -> new Result.NotKept("the draft of " + by + " was not kept: " + why))
                        .orElseGet(() -> new Result.Worded(written, by, leftOut(written, solution)));
            case Answer.Failed<Written> failed ->
                new Result.NotKept("no model worded it: " + failed.fault().label());
        };
    }

    /** What of it the case does not bear. */
    private static Optional<String> findUnborne(Written written, CaseRecord record, Solution solution) {
        var sentences = sentences(solution);
        var words = words(record, solution);
        Stream<String> lines = lines(written)
                .filter(line -> !ClaimCheck.judge(line, sentences).isSupported())
                .map(line -> "no sentence of the case says “" + line + "”");
        Stream<String> headings = Stream.concat(
                        Stream.of(written.title()), written.parts().stream().map(Section::heading))
                .filter(heading -> !words.containsAll(Words.content(heading)))
                .map(heading -> "the heading “" + heading + "” has words that the case lacks");
        return Stream.concat(lines, headings).findFirst();
    }

    private static List<String> leftOut(Written written, Solution solution) {
        var said = new HashSet<String>();
        lines(written).forEach(line -> {
            if (ClaimCheck.judge(line, sentences(solution)) instanceof Judgement.Supported(var _, var sentence)) {
                said.add(sentence);
            }
        });
        return solution.sentences().stream()
                .filter(sentence -> !said.contains(sentence))
                .toList();
    }

    private static Stream<String> lines(Written written) {
        return written.parts().stream().flatMap(part -> part.lines().stream()).map(Line::text);
    }

    private static List<String> sentences(Solution solution) {
        return Stream.concat(solution.sentences().stream(), solution.asked().stream())
                .toList();
    }

    private static Set<String> words(CaseRecord record, Solution solution) {
        var texts = new ArrayList<>(sentences(solution));
        texts.add(solution.title());
        texts.add(record.ticket().subject());
        return Set.copyOf(Words.content(String.join("\n", texts)));
    }

    private static Request<Written> request(CaseRecord record, Solution solution) {
        var material = new Material().add("subject", SentenceSplitter.flat(solution.title()));
        solution.asked().forEach(sentence -> material.add("sentence of the customer", sentence));
        solution.statements().forEach(statement -> material.add("sentence of the answer", statement.text()));
        SentenceSplitter.split(solution.how())
                .forEach(sentence -> material.add("how a person says it was solved", sentence));
        return new Request<>(
                new Purpose.OfCase(PROMPT.agent(), record.id(), Lane.ANSWER, Priority.P4),
                PROMPT.text(),
                material.text(),
                SHAPE,
                LONGEST_ANSWER);
    }
}
