package io.sallyport.evaluation.triage;

import io.sallyport.evaluation.ChannelWord;
import io.sallyport.evaluation.JsonLines;
import io.sallyport.model.classify.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Messages with what people said of them, one JSON object a line, in either of two formats: {@code {"text", "label"}},
 * where a null label says that none fits; or the sample company's, {@code {"id", "subject", "text", "category", …}}.
 */
public record LabelledMessages(Path file, List<Row> rows) {

    /**
     * @param json the whole line
     * @param place file and line
     */
    public record Row(LabelledText text, JsonNode json, String place) {}

    public LabelledMessages {
        rows = List.copyOf(rows);
    }

    /** @throws IllegalArgumentException naming file and line of a row that is neither */
    public static LabelledMessages read(Path file) throws IOException {
        return new LabelledMessages(file, JsonLines.readSome(file, LabelledMessages::row));
    }

    private static Row row(JsonNode json, String place) {
        if (!json.path("text").isString()) {
            throw new IllegalArgumentException("needs \"text\", a string");
        }
        var label = json.has("label") ? json.path("label") : json.path("category");
        if (!label.isString() && !(json.has("label") && label.isNull())) {
            throw new IllegalArgumentException("needs \"label\" (a string, or null) or \"category\" (a string)");
        }
        if (isCompanyFormat(json)) {
            // Said with the line, before the desk has worked on the rows above it.
            ChannelWord.of(json);
        }
        return new Row(new LabelledText(wholeText(json), label(json, label)), json, place);
    }

    private static String wholeText(JsonNode json) {
        var subject = json.path("subject").asString("");
        var text = json.path("text").stringValue();
        return subject.isBlank() ? text : subject + "\n" + text;
    }

    private static Optional<String> label(JsonNode json, JsonNode label) {
        return label.isNull() || isNobodys(json) ? Optional.empty() : Optional.of(label.stringValue());
    }

    /** Junk and messages about something else altogether: people gave them a category, but none is right. */
    private static boolean isNobodys(JsonNode json) {
        return json.path("outcome").asString("").equals("junk")
                || json.path("triggers")
                        .valueStream()
                        .anyMatch(trigger -> trigger.asString("").equals("out-of-scope"));
    }

    /**
     * Whether the rows say more than a label: triggers, priority, outcome.
     *
     * @throws IllegalArgumentException naming file and line of one that does not where others do
     */
    public boolean isCompanyFormat() {
        var bare = rows.stream().filter(row -> !isCompanyFormat(row.json())).toList();
        if (!bare.isEmpty() && bare.size() < rows.size()) {
            throw new IllegalArgumentException(
                    bare.getFirst().place()
                            + ": needs \"category\" and \"triggers\" (a list, empty where none is due), as other rows of the file have");
        }
        return bare.isEmpty();
    }

    /** @throws IllegalArgumentException naming file and line of a row whose priority or triggers the desk does not know */
    public void checkLabels() {
        rows.forEach(DeskOutcome.Wanted::of);
    }

    private static boolean isCompanyFormat(JsonNode json) {
        return json.has("category") && json.has("triggers");
    }

    public List<LabelledText> texts() {
        return rows.stream().map(Row::text).toList();
    }
}
