package io.sallyport.connector.sandbox;

import io.sallyport.casefile.FieldValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One row of a file, asked for what it must hold. Complaints name the field. */
final class RecordRow {

    private final JsonNode node;
    private final Duration later;

    /** @param days how much later than written every date is to be */
    RecordRow(JsonNode node, long days) {
        this.node = node;
        this.later = Duration.ofDays(days);
    }

    Map<String, FieldValue> fields() {
        return FieldJson.fields(node);
    }

    JsonNode at(String field) {
        return node.path(field);
    }

    Optional<String> find(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString() || value.asString().isBlank()) {
            throw new IllegalArgumentException("\"" + field + "\" must be text, not " + value);
        }
        return Optional.of(value.asString());
    }

    String text(String field) {
        return find(field).orElseThrow(() -> new IllegalArgumentException("it has no \"" + field + "\""));
    }

    String oneOf(String field, List<String> words) {
        String word = text(field);
        if (!words.contains(word)) {
            throw new IllegalArgumentException("\"" + field + "\" must be one of " + words + ", not \"" + word + "\"");
        }
        return word;
    }

    Optional<Long> findMinor(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw new IllegalArgumentException("\"" + field + "\" must be a whole number of minor units, not " + value);
        }
        return Optional.of(value.asLong());
    }

    long minor(String field) {
        return findMinor(field).orElseThrow(() -> new IllegalArgumentException("it has no \"" + field + "\""));
    }

    boolean flag(String field) {
        if (!node.path(field).isBoolean()) {
            throw new IllegalArgumentException("\"" + field + "\" must be true or false, not " + node.path(field));
        }
        return node.path(field).asBoolean();
    }

    /** A day counts from its first moment in UTC. */
    Optional<Instant> findTime(String field) {
        return find(field).map(written -> {
            try {
                Instant time = written.length() == 10
                        ? LocalDate.parse(written).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(written);
                return time.plus(later);
            } catch (DateTimeParseException unreadable) {
                throw new IllegalArgumentException(
                        "\"" + field + "\" must be a day or a time in UTC, not \"" + written + "\"", unreadable);
            }
        });
    }

    Instant time(String field) {
        return findTime(field).orElseThrow(() -> new IllegalArgumentException("it has no \"" + field + "\""));
    }

    List<JsonNode> list(String field) {
        if (!node.path(field).isArray()) {
            throw new IllegalArgumentException("\"" + field + "\" must be a list");
        }
        return node.path(field).valueStream().toList();
    }
}
