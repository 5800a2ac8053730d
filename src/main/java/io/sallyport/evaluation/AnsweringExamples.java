package io.sallyport.evaluation;

import io.sallyport.answer.AnsweringFit.Example;
import io.sallyport.answer.EvidenceSource;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Findings;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Triage;
import io.sallyport.model.Embedder;
import io.sallyport.text.Lexicon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What answering is learned from: labelled messages, conversations with and without their passages, and strangers' questions. */
public final class AnsweringExamples {

    /** Questions to quite other companies are many and easy; together they shall weigh about as much as our own unanswerable ones. */
    private static final double STRANGER = 0.3;

    private static final Findings NOTHING_FOUND = new Findings(Optional.empty(), Optional.empty(), Optional.empty());

    private AnsweringExamples() {}

    /**
     * Messages that reach the answer lane. One that a trigger takes to a person says nothing about whether an article answers it,
     * nor does junk.
     */
    public static List<Example> messages(List<ReplayInput.Line> lines, EvidenceSource articles) {
        return lines.stream()
                .filter(line -> line.labels().path("triggers").isEmpty()
                        && !outcome(line).equals("junk"))
                .map(line -> new Example(
                        record(line),
                        articles,
                        outcome(line).equals("answer") ? articles(line) : Set.of(),
                        outcome(line),
                        line.id(),
                        1))
                .toList();
    }

    private static String outcome(ReplayInput.Line line) {
        return line.labels().path("outcome").asString("");
    }

    private static Set<String> articles(ReplayInput.Line line) {
        return line.labels()
                .path("articles")
                .valueStream()
                .map(slug -> "article:" + slug.asString(""))
                .collect(Collectors.toSet());
    }

    /** The message as it reaches the Researcher, its label in the place of triage. */
    private static CaseRecord record(ReplayInput.Line line) {
        Category category = Category.ofLabel(line.labels().path("category").asString("how-to"));
        var triage = new Triage(
                new Triage.Classification(category, Optional.empty(), 1, "", "", false),
                new Triage.Urgency(Priority.P3, "", List.of()),
                List.of(),
                Mood.CALM,
                Customer.unknown(line.from()),
                Triage.Related.NOTHING,
                new Triage.Sla(Instant.EPOCH, Instant.EPOCH));
        var route = new Route(Set.of(Lane.ANSWER), category.specialist(), "general", List.of());
        return Conversation.record(
                line.channel(),
                line.subject(),
                line.text(),
                new Findings(Optional.empty(), Optional.of(triage), Optional.of(route)));
    }

    /** Questions that customers of other companies ask. */
    public static List<Example> strangers(EvidenceSource articles) {
        return Lexicon.lines("/answer/strangers.txt").stream()
                .map(text -> new Example(
                        Conversation.record(Channel.EMAIL, "", text, NOTHING_FOUND),
                        articles,
                        Set.of(),
                        "stranger",
                        text,
                        STRANGER))
                .toList();
    }

    /** Each conversation with its own passages, and among those of the others. */
    public static List<Example> conversations(List<Conversation> all, Embedder embedder) {
        var examples = new ArrayList<Example>();
        for (Conversation one : all) {
            boolean isAnswerable = one.label() == Conversation.Label.ANSWERABLE;
            var own = new GivenPassages(one.passages(), embedder);
            if (one.label() != Conversation.Label.PARTIAL) {
                examples.add(new Example(
                        one.record(),
                        own,
                        isAnswerable ? own.sources() : Set.of(),
                        one.label().name(),
                        one.sitting(),
                        1));
            }
            var others = new GivenPassages(AnswerabilityEvaluation.strangers(one, all), embedder);
            examples.add(new Example(
                    one.record(), others, Set.of(), one.label() + "-among-strangers", one.sitting(), STRANGER));
        }
        return List.copyOf(examples);
    }
}
