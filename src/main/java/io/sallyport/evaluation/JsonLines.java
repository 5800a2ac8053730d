package io.sallyport.evaluation;

import io.sallyport.platform.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads data sets of one JSON value a line. */
public final class JsonLines {

    private JsonLines() {}

    /**
     * @param row makes a row of a line's value and its place, {@code FILE, line N}; throws {@link IllegalArgumentException} saying
     *     what the row lacks
     * @throws IllegalArgumentException naming file and line of the first row that cannot be read
     */
    public static <T> List<T> read(Path file, BiFunction<JsonNode, String, T> row) throws IOException {
        var rows = new ArrayList<T>();
        List<String> lines = TextLines.read(file);
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (!line.isBlank()) {
                rows.add(parse(line, file + ", line " + (at + 1), row));
            }
        }
        return List.copyOf(rows);
    }

    /** As {@link #read}, but a file without rows is a mistake too. */
    public static <T> List<T> readSome(Path file, BiFunction<JsonNode, String, T> row) throws IOException {
        List<T> rows = read(file, row);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no rows");
        }
        return rows;
    }

    private static <T> T parse(String line, String place, BiFunction<JsonNode, String, T> row) {
        try {
            return row.apply(JsonMapper.shared().readTree(line), place);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(place + ": not JSON: " + broken.getOriginalMessage(), broken);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(place + ": " + wrong.getMessage(), wrong);
        }
    }
}
