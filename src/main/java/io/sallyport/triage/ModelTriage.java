package io.sallyport.triage;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.model.language.Answer;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Material;
import io.sallyport.model.language.Prompt;
import io.sallyport.model.language.Purpose;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Shape;
import java.time.Duration;
import java.util.List;

/**
 * Asks a language model what a message is about. It is shown the customer's words and nothing else: no name, no address, no
 * record of theirs. What it says never stands alone, see {@link TwoReadings}.
 */
final class ModelTriage {

    private static final Prompt PROMPT = Prompt.shipped("triage", "triage");
    private static final Shape<Sorted> SHAPE = Shape.of(Sorted.class);
    private static final int LONGEST_ANSWER = 500;

    /** Somebody with a P1 waits for the pager, and the embedded engine can stand in. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** What a model may see in a message; the rest of {@link Trigger.Kind} is for others to find. */
    enum Sign {
        PERSON_ASKED(Trigger.Kind.PERSON_ASKED),
        LEGAL(Trigger.Kind.LEGAL),
        SECURITY(Trigger.Kind.SECURITY),
        SAFETY(Trigger.Kind.SAFETY),
        SEVERE_FRUSTRATION(Trigger.Kind.SEVERE_FRUSTRATION),
        REPEATED_ATTEMPTS(Trigger.Kind.REPEATED_ATTEMPTS),
        OUT_OF_SCOPE(Trigger.Kind.OUT_OF_SCOPE),
        INJECTION(Trigger.Kind.INJECTION);

        private final Trigger.Kind kind;

        Sign(Trigger.Kind kind) {
            this.kind = kind;
        }

        Trigger.Kind kind() {
            return kind;
        }
    }

    record Sorted(
            @JsonPropertyDescription("what the customer needs, in the main")
            Category category,

            @JsonPropertyDescription("a second need, or the same as category")
            Category secondary,

            Priority priority,
            List<Sign> triggers,

            @JsonPropertyDescription("at most three, each at most fifteen words")
            List<String> reasons) {}

    private final LanguageModel model;

    ModelTriage(LanguageModel model) {
        this.model = model;
    }

    String name() {
        return model.name();
    }

    String promptHash() {
        return PROMPT.hash();
    }

    /** @param first what the embedded engine takes the priority for, by which the call is queued */
    Answer<Sorted> sort(CaseRecord record, List<Message> messages, Triage.Urgency first) {
        var material = new Material();
        messages.forEach(message -> material.add("subject", message.subject()).add("message", message.written()));
        return model.ask(new Request<>(
                new Purpose.OfCase(PROMPT.agent(), record.id(), Lane.ANSWER, first.priority()),
                PROMPT.text(),
                material.text(),
                SHAPE,
                LONGEST_ANSWER,
                PATIENCE));
    }
}
