package io.sallyport.intake.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON object on each line; a column inside another object is named with dots, such as {@code requester.email}. */
final class JsonlFile implements ImportFile {

    private static final JsonMapper JSON = new JsonMapper();

    private final BufferedReader lines;
    private final Set<String> columns = new LinkedHashSet<>();
    private long number;

    JsonlFile(BufferedReader lines) {
        this.lines = lines;
    }

    /** Those of the rows that were read so far; a row need not have all of them. */
    @Override
    public List<String> columns() {
        return List.copyOf(columns);
    }

    @Override
    public Optional<Found> next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String json = number == 1 ? CsvFile.withoutMark(line) : line;
            if (!json.isBlank()) {
                return Optional.of(read(json));
            }
        }
        return Optional.empty();
    }

    private Found read(String line) {
        Optional<String> unread = ImportFile.whyUnread(line);
        if (unread.isPresent()) {
            return new Found.Bad(number, unread.get());
        }
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.isObject()) {
                return new Found.Bad(number, "not a JSON object");
            }
            Map<String, String> values = new HashMap<>();
            collect("", node, values);
            return new Found.Row(number, values);
        } catch (JacksonException broken) {
            return new Found.Bad(
                    number,
                    "not JSON: "
                            + broken.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private void collect(String prefix, JsonNode object, Map<String, String> values) {
        object.properties().forEach(field -> {
            String name = prefix + field.getKey();
            if (field.getValue().isObject()) {
                collect(name + ".", field.getValue(), values);
            } else if (field.getValue().isValueNode()) {
                columns.add(name);
                if (!field.getValue().isNull()) {
                    values.put(name, field.getValue().asString());
                }
            }
        });
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
