package io.sallyport.evaluation.actions;

import io.sallyport.evaluation.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A write call that somebody made for a customer.
 *
 * @param conversation calls with the same one were made one after the other in it
 * @param label whether it was right, see {@code samples/policies/README.md}
 * @param place file and line
 */
public record RecordedCall(String conversation, String name, Fields arguments, String label, String place) {

    static List<RecordedCall> read(Path file) throws IOException {
        return JsonLines.readSome(file, RecordedCall::of);
    }

    /** A row that names no conversation is one of its own. */
    static RecordedCall of(JsonNode row, String place) {
        String conversation = row.path("source").asString("") + "|"
                + row.path("task_id").asString("") + "|" + row.path("trial").asString("");
        return new RecordedCall(
                conversation.equals("||") ? place : conversation,
                required(row, "call"),
                new Fields(arguments(row)),
                required(row, "label"),
                place);
    }

    private static String required(JsonNode row, String field) {
        if (!row.path(field).isString() || row.path(field).asString().isBlank()) {
            throw new IllegalArgumentException("the row has no text in '" + field + "'");
        }
        return row.path(field).asString();
    }

    private static JsonNode arguments(JsonNode row) {
        if (!row.path("arguments").isObject()) {
            throw new IllegalArgumentException("the row has no object in 'arguments'");
        }
        return row.path("arguments");
    }
}
