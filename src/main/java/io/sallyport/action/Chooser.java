package io.sallyport.action;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage;
import io.sallyport.model.language.Answer;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.Material;
import io.sallyport.model.language.Prompt;
import io.sallyport.model.language.Purpose;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks a language model which change and which record are meant. It can name what it was shown, and nothing else. */
final class Chooser {

    private static final Shape<Choice> SHAPE = Shape.of(Choice.class);

    /** Three names, and room for models that think before they answer. */
    private static final int LONGEST = 2_000;

    private final LanguageModel model;
    private final Prompt prompt = Prompt.shipped("action", "action planner");

    Chooser(LanguageModel model) {
        this.model = model;
    }

    /** What a model chose. */
    sealed interface Chosen {
        /** @param about empty when the words name no record */
        record One(Definition definition, Optional<BusinessRecord> about, String reason) implements Chosen {}

        record Nothing() implements Chosen {}

        /** It said something else than it may, or contradicts the rules. */
        record Unusable(String why) implements Chosen {}

        /** It could not be asked: the rules alone decide. */
        record Unasked() implements Chosen {}
    }

    /** @param wished what the rules find in the words */
    Chosen choose(
            CaseRecord record, Said said, List<Definition> all, List<Definition> wished, List<BusinessRecord> own) {
        var material = new Material().add("words of the customer", said.whole());
        String question = "Changes:\n" + all.stream().map(Chooser::line).collect(Collectors.joining("\n"))
                + "\n\nRecords of the customer:\n"
                + own.stream().map(BusinessRecord::name).collect(Collectors.joining("\n"))
                + "\n\n" + material.text();
        Priority priority = record.findings().triage().map(Triage::priority).orElse(Priority.P4);
        var purpose = new Purpose.OfCase("action planner", record.id(), Lane.ACTION, priority);
        return switch (model.ask(new Request<>(purpose, prompt.text(), question, SHAPE, LONGEST))) {
            case Answer.Said<Choice> answer -> checked(answer.value(), wished, own);
            case Answer.Failed<Choice> failed ->
                switch (failed.fault()) {
                    case UNREADABLE, TRUNCATED, REFUSED, EXTRA_TEXT, WRONG_SCHEMA ->
                        new Chosen.Unusable("the action planner's model gave no usable answer: "
                                + failed.fault().label());
                    case RATE_LIMITED,
                            OVERLOADED,
                            TIMED_OUT,
                            UNREACHABLE,
                            SERVER_ERROR,
                            REJECTED,
                            SUSPENDED,
                            BUDGET_SPENT -> new Chosen.Unasked();
                };
        };
    }

    private static String line(Definition definition) {
        return definition.name() + ": " + definition.details().does() + "; about "
                + String.join(" or ", definition.details().about()) + "; reasons "
                + String.join(", ", definition.details().reasons());
    }

    private static Chosen checked(Choice choice, List<Definition> wished, List<BusinessRecord> own) {
        if (choice.action().equals(Choice.NONE)) {
            return new Chosen.Nothing();
        }
        Optional<Definition> definition = wished.stream()
                .filter(each -> each.name().equals(choice.action()))
                .findFirst();
        if (definition.isEmpty()) {
            return new Chosen.Unusable("the action planner's model names a change that the words do not ask for");
        }
        var details = definition.get().details();
        Optional<BusinessRecord> about = own.stream()
                .filter(each -> each.name().equals(choice.record()) || each.id().equals(choice.record()))
                .filter(each -> details.about().contains(each.kind()))
                .findFirst();
        if (about.isEmpty() && !choice.record().isEmpty()) {
            return new Chosen.Unusable("the action planner's model names a record that it was not shown");
        }
        return details.reasons().contains(choice.reason())
                ? new Chosen.One(definition.get(), about, choice.reason())
                : new Chosen.Unusable("the action planner's model names a reason that is not listed");
    }
}
