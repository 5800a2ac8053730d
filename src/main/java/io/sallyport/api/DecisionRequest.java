package io.sallyport.api;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Priority;
import io.sallyport.escalation.Correction;
import io.sallyport.escalation.Decisions.Choice;
import io.sallyport.routing.HumanQueue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A person's decision as another program hands it over.
 *
 * @param person who takes it
 * @param version of the case that the person saw
 * @param text a reply's or a note's words, or the reason; empty where none is needed
 * @param colleague who is to have the case
 * @param into the case that this one goes on with
 * @param correction what the case is in the person's judgement
 */
record DecisionRequest(
        Choice choice,
        String person,
        long version,
        String text,
        String colleague,
        Optional<CaseId> into,
        Correction correction) {

    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 200;

    private static final String DECISION = "decision";
    private static final List<String> OF_ALL = List.of(DECISION, "person", "version");
    private static final List<String> OF_CORRECTION = List.of("category", "priority", "queue");

    /** What may be decided here, and with which fields besides those of all. */
    private static final Map<Choice, List<String>> CHOICES = Map.of(
            Choice.CLAIM, List.of(),
            Choice.RELEASE, List.of(),
            Choice.RESOLVE, List.of("text"),
            Choice.REPLY, List.of("text"),
            Choice.GIVE_BACK, List.of("text"),
            Choice.ASSIGN, List.of("text", "colleague"),
            Choice.RECLASSIFY, List.of("text", "category", "priority", "queue"),
            Choice.LEAVE_CLUSTER, List.of("text"),
            Choice.NOTE, List.of("text"),
            Choice.MERGE, List.of("text", "into"));

    /** @throws Problem naming every field that is not as expected */
    static DecisionRequest of(JsonNode body) {
        String said = body.path(DECISION).asString("");
        Set<String> known = CHOICES.entrySet().stream()
                .filter(choice ->
                        label(choice.getKey()).equals(said) || find(said).isEmpty())
                .flatMap(choice -> Stream.concat(OF_ALL.stream(), choice.getValue().stream()))
                .collect(Collectors.toUnmodifiableSet());
        return Fields.read(body, known, DecisionRequest::read);
    }

    private static DecisionRequest read(Fields fields) {
        List<Choice> choices = CHOICES.keySet().stream().sorted().toList();
        if (fields.isWithout(DECISION)) {
            String labels = choices.stream().map(DecisionRequest::label).collect(Collectors.joining(", "));
            fields.refuse(DECISION, "one of " + labels, "nothing");
        }
        Optional<Choice> choice = fields.choice(DECISION, choices, DecisionRequest::label);
        List<String> own = choice.map(CHOICES::get).orElse(List.of());
        String text =
                own.contains("text") && choice.filter(Choice.ASSIGN::equals).isEmpty()
                        ? fields.text("text", LONGEST_TEXT)
                        : fields.optional("text", LONGEST_TEXT).orElse("");
        return new DecisionRequest(
                choice.orElse(Choice.NOTE),
                fields.text("person", LONGEST_NAME),
                fields.count("version"),
                text,
                own.contains("colleague") ? fields.text("colleague", LONGEST_NAME) : "",
                own.contains("into") ? into(fields) : Optional.empty(),
                correction(fields, own.containsAll(OF_CORRECTION), text));
    }

    private static Optional<CaseId> into(Fields fields) {
        String id = fields.text("into", LONGEST_NAME);
        if (!id.isBlank() && !CaseId.isCaseId(id)) {
            fields.refuse("into", "the id of a case, such as SP-7K2M9QX4TC", "another text");
            return Optional.empty();
        }
        return id.isBlank() ? Optional.empty() : Optional.of(new CaseId(id));
    }

    private static Correction correction(Fields fields, boolean isOne, String why) {
        var correction = new Correction(
                fields.choice("category", Arrays.asList(Category.values()), Category::label),
                fields.choice("priority", Arrays.asList(Priority.values()), Priority::name),
                fields.choice("queue", HumanQueue.labels(), label -> label),
                why);
        if (isOne && OF_CORRECTION.stream().allMatch(name -> fields.isWithout(name))) {
            fields.refuse("category", "category, priority or queue", "none of them");
        }
        return correction;
    }

    private static Optional<Choice> find(String label) {
        return CHOICES.keySet().stream()
                .filter(choice -> label(choice).equals(label))
                .findFirst();
    }

    private static String label(Choice choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String label() {
        return label(choice);
    }

    /** The same for the same request, however its JSON was laid out. */
    String fingerprint() {
        return ChainHash.of(
                DECISION,
                label(),
                person,
                Long.toString(version),
                text,
                colleague,
                into.map(CaseId::value).orElse(""),
                correction.category() + " " + correction.priority() + " " + correction.queue());
    }
}
