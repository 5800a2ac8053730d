package io.sallyport.escalation;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.casefile.StandingReceipts;
import io.sallyport.casefile.Triage;
import io.sallyport.model.language.Answer;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Material;
import io.sallyport.model.language.Prompt;
import io.sallyport.model.language.Purpose;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Shape;
import io.sallyport.text.SentenceSplitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Has a model word a bridge reply between the reviewed greeting and the reviewed last line. What it says for certain cites
 * {@link HandOverText#facts()} word for word, or has no proof; whether it may be sent is the gates' to say.
 */
final class BridgeWording {

    static final Prompt PROMPT = Prompt.shipped("escalation", "bridge writer");

    private static final Shape<Written> SHAPE = Shape.of(Written.class);
    private static final int LONGEST_ANSWER = 400;

    /** The customer is to hear at once; the reviewed words are as good. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    record Written(
            @JsonPropertyDescription("what stands between the greeting and the last line, two to five sentences")
            List<Line> sentences) {
        Written {
            if (sentences.isEmpty()) {
                throw new IllegalArgumentException("a reply has sentences");
            }
            sentences = List.copyOf(sentences);
        }
    }

    record Line(
            String text,

            @JsonPropertyDescription("the fact that it says, copied word for word; empty for a courtesy")
            String quote) {
        Line {
            if (text.isBlank()) {
                throw new IllegalArgumentException("a sentence has words");
            }
        }
    }

    private final LanguageModel model;

    BridgeWording(LanguageModel model) {
        this.model = model;
    }

    /**
     * Reviewed words alone reach somebody who may be in danger, whoever reads another language than English, and whoever is still
     * to be told what was done.
     */
    static boolean isFor(CaseRecord record) {
        return !HandOverText.isAboutSafety(record)
                && StandingReceipts.untold(record).isEmpty()
                && HandOverText.languageFor(record).equals(Locale.ENGLISH.getLanguage());
    }

    /** @param reviewed which lends its first and its last sentence */
    Answer<Reply> write(CaseRecord record, HandOverText facts, Reply reviewed) {
        return switch (model.ask(request(record, facts))) {
            case Answer.Said<Written>(var written, var usage, var by) ->
                new Answer.Said<>(reply(written, facts, reviewed), usage, by);
            case Answer.Failed<Written>(var fault, var why, var usage, var pause, var tried) ->
                new Answer.Failed<>(fault, why, usage, pause, tried);
        };
    }

    private static Reply reply(Written written, HandOverText facts, Reply reviewed) {
        var sentences = new ArrayList<Sentence>();
        sentences.add(reviewed.sentences().getFirst());
        for (Line line : written.sentences()) {
            sentences.add(sentence(line, sentences.size() == 1 ? Layout.PARAGRAPH : Layout.RUN_ON, facts));
        }
        sentences.addAll(facts.questions());
        sentences.add(reviewed.sentences().getLast());
        return new Reply(reviewed.kind(), reviewed.to(), reviewed.subject(), reviewed.language(), sentences);
    }

    private static Sentence sentence(Line line, Layout layout, HandOverText facts) {
        String quote = line.quote().strip();
        boolean isFact =
                facts.facts().lines().map(SentenceSplitter::flat).anyMatch(SentenceSplitter.flat(quote)::equals);
        return new Sentence(
                line.text().strip(), layout, isFact ? List.of(new Citation(facts.source(), quote)) : List.of());
    }

    private static Request<Written> request(CaseRecord record, HandOverText facts) {
        var material = new Material();
        facts.facts().lines().forEach(fact -> material.add("fact", fact));
        record.messages().stream()
                .filter(Message::isFromCustomer)
                .forEach(message -> material.add("message of the customer", message.subjectAndText()));
        material.add("mood of the customer", mood(record).name().toLowerCase(Locale.ROOT));
        return new Request<>(
                new Purpose.OfCase(PROMPT.agent(), record.id(), Lane.ESCALATION, priority(record)),
                PROMPT.text(),
                material.text(),
                SHAPE,
                LONGEST_ANSWER,
                PATIENCE);
    }

    private static Mood mood(CaseRecord record) {
        return record.findings().triage().map(Triage::mood).orElse(Mood.CALM);
    }

    private static Priority priority(CaseRecord record) {
        return record.findings().triage().map(Triage::priority).orElse(Priority.P3);
    }
}
