package io.sallyport.triage;

import io.sallyport.casefile.Triage.FixedIssue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fault that the company knows of.
 *
 * @param symptoms as customers tell it
 */
record KnownIssue(String id, String title, List<String> symptoms, String productArea, State state) {

    private static final JsonMapper JSON = new JsonMapper();

    KnownIssue {
        symptoms = List.copyOf(symptoms);
    }

    sealed interface State {
        record Open() implements State {}

        /** @param on when it was marked so; empty when unknown */
        record Fixed(Optional<LocalDate> on) implements State {}
    }

    static final String FIXED = "fixed";
    static final String OPEN = "open";

    /** As its column and its row of a file name it. */
    String status() {
        return switch (state) {
            case State.Open _ -> OPEN;
            case State.Fixed _ -> FIXED;
        };
    }

    Optional<LocalDate> fixedOn() {
        return switch (state) {
            case State.Open _ -> Optional.empty();
            case State.Fixed fixed -> fixed.on();
        };
    }

    /** Its id, where it is open. */
    Optional<String> findOpen() {
        return switch (state) {
            case State.Open _ -> Optional.of(id);
            case State.Fixed _ -> Optional.empty();
        };
    }

    Optional<FixedIssue> findFixed() {
        return switch (state) {
            case State.Open _ -> Optional.empty();
            case State.Fixed fixed -> Optional.of(new FixedIssue(id, fixed.on()));
        };
    }

    /** In a line, as people read it. */
    String line() {
        return id + "  " + status() + fixedOn().map(day -> " on " + day).orElse("") + "  " + title;
    }

    /**
     * Reads a line of JSON.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static KnownIssue parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String id = node.path("id").asString("");
            String title = node.path("title").asString("");
            if (id.isBlank() || title.isBlank()) {
                throw new IllegalArgumentException("a known issue needs an \"id\" and a \"title\"");
            }
            List<String> symptoms = node.path("symptoms")
                    .valueStream()
                    .map(symptom -> symptom.asString(""))
                    .filter(symptom -> !symptom.isBlank())
                    .toList();
            return new KnownIssue(id, title, symptoms, node.path("product_area").asString(""), state(node));
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("not JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    /** Whether an issue in some other state still links customers is not for us to guess. */
    private static State state(JsonNode node) {
        String status = node.path("status").asString(OPEN).strip().toLowerCase(Locale.ROOT);
        return switch (status) {
            case OPEN -> new State.Open();
            case FIXED -> new State.Fixed(day(node.path("fixed_on").asString("")));
            default ->
                throw new IllegalArgumentException("\"status\" must be \"open\" or \"fixed\", not \"" + status + "\"");
        };
    }

    private static Optional<LocalDate> day(String written) {
        if (written.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "\"fixed_on\" must be a day such as 2026-11-20, not \"" + written + "\"", wrong);
        }
    }
}
