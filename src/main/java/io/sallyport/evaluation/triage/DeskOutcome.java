package io.sallyport.evaluation.triage;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Trigger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What people said of a message, and what the desk made of it.
 *
 * @param priority none where screening threw the message away
 */
public record DeskOutcome(
        Wanted wanted, LabelFigures.Guess category, Optional<Priority> priority, Set<Trigger.Kind> triggers) {

    /** @param isOurs neither junk nor about something else altogether */
    public record Wanted(Priority priority, Set<Trigger.Kind> triggers, boolean isJunk, boolean isOurs) {
        public Wanted {
            triggers = Set.copyOf(triggers);
        }

        /** @throws IllegalArgumentException naming file and line where a label is none of the desk's */
        static Wanted of(LabelledMessages.Row row) {
            var json = row.json();
            try {
                return new Wanted(
                        priority(json.path("priority")),
                        json.path("triggers").valueStream().map(Wanted::kind).collect(Collectors.toUnmodifiableSet()),
                        json.path("outcome").asString("").equals("junk"),
                        row.text().label().isPresent());
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(row.place() + ": " + wrong.getMessage(), wrong);
            }
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

    /** Of a message that goes no further than screening: nobody reads it, whatever triage would have made of it. */
    static DeskOutcome thrownAway(Wanted wanted, LabelFigures.Guess guess) {
        return new DeskOutcome(
                wanted,
                new LabelFigures.Guess(guess.wanted(), "junk", guess.confidence(), guess.familiarity()),
                Optional.empty(),
                Set.of());
    }

    boolean isTakenForJunk() {
        return priority.isEmpty();
    }

    boolean has(Priority one) {
        return priority.filter(one::equals).isPresent();
    }
}
