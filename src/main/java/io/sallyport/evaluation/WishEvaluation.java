package io.sallyport.evaluation;

import io.sallyport.action.ActionPlanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import tools.jackson.databind.JsonNode;

/** Holds the account changes that the action planner reads out of messages against those that people read out of them. */
public final class WishEvaluation {

    /** The label of a message that wants something done which the catalogue does not have. */
    public static final String NONE_OFFERED = "none offered";

    private static final String ACTION = "action";

    /** "Put us on Pro" is one or the other by the plan that the account has, which no message says. */
    private static final Set<String> PLAN_CHANGES = Set.of("plan-upgrade", "plan-downgrade");

    private final ActionPlanner planner;

    public WishEvaluation(ActionPlanner planner) {
        this.planner = planner;
    }

    /** A fixed division of messages by their ids: one half to work with, one to state figures of. */
    public enum Half {
        WORK,
        FIGURES;

        public boolean holds(String id) {
            var sum = new CRC32();
            sum.update(id.getBytes(StandardCharsets.UTF_8));
            return sum.getValue() % 2 == (this == WORK ? 0 : 1);
        }
    }

    /**
     * @param outcome what becomes of the message, as people say
     * @param wanted names of catalogue entries; empty for a message of another outcome, or of a wish beyond the catalogue
     */
    public record Labelled(ReplayInput.Line message, String outcome, Set<String> wanted) {
        public Labelled {
            wanted = Set.copyOf(wanted);
        }
    }

    /** @param found names of the catalogue entries that the planner takes the message to want */
    public record Outcome(Labelled labelled, Set<String> found) {
        public Outcome {
            found = Set.copyOf(found);
        }

        boolean isWish() {
            return !labelled.wanted().isEmpty();
        }

        boolean isRecognized() {
            return found.containsAll(labelled.wanted());
        }

        boolean isTaken() {
            return !found.isEmpty();
        }

        boolean isBeyond() {
            return labelled.outcome().equals(ACTION) && !isWish();
        }
    }

    /** How many messages, and for how many of them the planner found what is wanted, or something where nothing is. */
    public record Share(int n, int found) {}

    /**
     * @param n messages that want what the catalogue has
     * @param recognized share of them for which every action wanted was found
     * @param exact share of them for which no other was found besides; both directions of a plan change count as one
     * @param beyond messages that want what the catalogue does not have, and those for which it was thought to have it
     * @param falsely by outcome, the messages that want nothing done, and those for which something was found
     */
    public record Figures(
            int n,
            Optional<Double> recognized,
            Optional<Double> exact,
            Map<String, Share> byAction,
            Share beyond,
            Map<String, Share> falsely) {}

    /**
     * @param labels files of {@code {"id", "action"}} for messages that do not carry the label themselves
     * @return without messages of outcome action that nobody labelled
     * @throws IllegalArgumentException naming file and row that cannot be used, and what it lacks
     */
    public static List<Labelled> read(List<Path> files, List<Path> labels, Predicate<String> ids) throws IOException {
        Map<String, JsonNode> apart = new HashMap<>();
        for (Path file : labels) {
            JsonLines.read(file, (node, _) -> Map.entry(node.path("id").asString(""), node.path(ACTION)))
                    .forEach(row -> apart.put(row.getKey(), row.getValue()));
        }
        var labelled = new ArrayList<Labelled>();
        for (ReplayInput.Line line : ReplayInput.read(files)) {
            String outcome = outcome(line, line.place());
            JsonNode action = apart.getOrDefault(line.id(), line.labels().path(ACTION));
            boolean isUnlabelled = outcome.equals(ACTION) && action.isMissingNode();
            if (ids.test(line.id()) && !isUnlabelled) {
                Set<String> wanted = outcome.equals(ACTION) ? wanted(action, line.place()) : Set.of();
                labelled.add(new Labelled(line, outcome, wanted));
            }
        }
        return labelled;
    }

    private static String outcome(ReplayInput.Line line, String place) {
        String outcome = line.labels().path("outcome").asString("");
        if (outcome.isEmpty()) {
            throw new IllegalArgumentException(place + ": needs an \"outcome\": action, answer, ask, escalate or junk");
        }
        return outcome;
    }

    private static Set<String> wanted(JsonNode action, String place) {
        Stream<JsonNode> names = action.isArray() ? action.valueStream() : Stream.of(action);
        return names.map(name -> name.asString(""))
                .peek(name -> {
                    if (name.isBlank()) {
                        throw new IllegalArgumentException(place
                                + ": \"action\" is the name of a catalogue entry, a list of such, or \"" + NONE_OFFERED
                                + "\"");
                    }
                })
                .filter(name -> !name.equals(NONE_OFFERED))
                .collect(Collectors.toSet());
    }

    public Outcome run(Labelled labelled) {
        return new Outcome(
                labelled,
                planner.wished(
                        LabelledCase.of(labelled.message(), Instant.EPOCH).record()));
    }

    public static Figures figures(List<Outcome> outcomes) {
        List<Outcome> wishes = outcomes.stream().filter(Outcome::isWish).toList();
        var byAction = new TreeMap<String, Share>();
        wishes.stream()
                .flatMap(outcome -> outcome.labelled().wanted().stream())
                .distinct()
                .forEach(action -> byAction.put(
                        action,
                        share(
                                wishes,
                                outcome -> outcome.labelled().wanted().contains(action),
                                outcome -> outcome.found().contains(action))));
        var falsely = new TreeMap<String, Share>();
        outcomes.stream()
                .map(outcome -> outcome.labelled().outcome())
                .filter(outcome -> !outcome.equals(ACTION))
                .distinct()
                .forEach(name -> falsely.put(
                        name,
                        share(outcomes, outcome -> outcome.labelled().outcome().equals(name), Outcome::isTaken)));
        return new Figures(
                wishes.size(),
                Fraction.of(wishes, Outcome::isRecognized),
                Fraction.of(
                        wishes,
                        outcome -> outcome.isRecognized() && besides(outcome).isEmpty()),
                byAction,
                share(outcomes, Outcome::isBeyond, Outcome::isTaken),
                falsely);
    }

    private static Share share(List<Outcome> outcomes, Predicate<Outcome> of, Predicate<Outcome> found) {
        List<Outcome> all = outcomes.stream().filter(of).toList();
        return new Share(all.size(), (int) all.stream().filter(found).count());
    }

    private static Set<String> besides(Outcome outcome) {
        var besides = new TreeSet<>(outcome.found());
        besides.removeAll(outcome.labelled().wanted());
        if (outcome.labelled().wanted().stream().anyMatch(PLAN_CHANGES::contains)) {
            besides.removeAll(PLAN_CHANGES);
        }
        return besides;
    }

    /** A line for a message whose wish was missed, or from which another was read. */
    public static Stream<String> mistakes(Outcome outcome) {
        Set<String> wanted = outcome.labelled().wanted();
        if (outcome.isRecognized() && besides(outcome).isEmpty()) {
            return Stream.empty();
        }
        var message = outcome.labelled().message();
        return Stream.of(message.id() + " " + outcome.labelled().outcome() + " wanted " + new TreeSet<>(wanted)
                + " found " + new TreeSet<>(outcome.found()) + " | "
                + (message.subject() + " | " + message.text()).replaceAll("\\s+", " "));
    }
}
