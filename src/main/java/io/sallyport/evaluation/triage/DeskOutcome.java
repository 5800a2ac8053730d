package io.sallyport.evaluation.triage;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Trigger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What people said of a message, and what the desk made of it.
 *
 * @param isTakenForJunk it would have gone no further than screening
 */
public record DeskOutcome(
        Wanted wanted,
        LabelFigures.Guess category,
        Priority priority,
        Set<Trigger.Kind> triggers,
        boolean isTakenForJunk) {

    /** @param isOurs neither junk nor about something else altogether */
    public record Wanted(Priority priority, Set<Trigger.Kind> triggers, boolean isJunk, boolean isOurs) {
        public Wanted {
            triggers = Set.copyOf(triggers);
        }

        static Wanted of(LabelledMessages.Row row) {
            var json = row.json();
            return new Wanted(
                    priority(json.path("priority")),
                    json.path("triggers").valueStream().map(Wanted::kind).collect(Collectors.toUnmodifiableSet()),
                    json.path("outcome").asString("").equals("junk"),
                    row.text().label().isPresent());
        }

        private static Priority priority(JsonNode label) {
            return Arrays.stream(Priority.values())
                    .filter(priority -> priority.name().equals(label.asString("")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("needs a \"priority\", one of "
                            + List.of(Priority.values()) + ", not '" + label.asString("") + "'"));
        }

        private static Trigger.Kind kind(JsonNode label) {
            return Arrays.stream(Trigger.Kind.values())
                    .filter(kind -> kind.label().equals(label.asString("")))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("unknown trigger '" + label + "'; it must be one of "
                                    + Arrays.stream(Trigger.Kind.values())
                                            .map(Trigger.Kind::label)
                                            .toList()));
        }
    }

    public DeskOutcome {
        triggers = Set.copyOf(triggers);
    }
}
