package io.sallyport.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The messages of a replay, from JSONL lines with {@code text} and perhaps {@code id}, {@code subject}, {@code from},
 * {@code channel}; other fields are left alone.
 */
public final class ReplayInput {

    private static final JsonMapper JSON = new JsonMapper();

    private ReplayInput() {}

    /**
     * One message.
     *
     * @param id the input's own, else {@code line-N}
     * @param from the input's own, else an address that no other line has
     * @param labels the whole line, for those who compare with it
     */
    public record Line(String id, String from, String channel, String subject, String text, JsonNode labels) {}

    /** @throws IllegalArgumentException naming file and line when one cannot be read */
    public static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String text;
            for (int number = 1; (text = reader.readLine()) != null; number++) {
                if (text.isBlank()) {
                    continue;
                }
                Line line = parse(file, number, text);
                if (!ids.add(line.id())) {
                    throw new IllegalArgumentException(
                            file + ":" + number + ": the id '" + line.id() + "' came before");
                }
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no messages");
        }
        return lines;
    }

    private static Line parse(Path file, int number, String text) {
        JsonNode node = object(file, number, text);
        if (!node.path("text").isString() && !node.path("subject").isString()) {
            throw new IllegalArgumentException(file + ":" + number + ": needs a \"text\" (a string)");
        }
        return new Line(
                node.path("id").asString("line-" + number),
                node.path("from").asString("customer-" + number + "@replay.example"),
                node.path("channel").asString("email"),
                node.path("subject").asString(""),
                node.path("text").asString(""),
                node);
    }

    private static JsonNode object(Path file, int number, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(
                    file + ":" + number + ": not JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
        throw new IllegalArgumentException(file + ":" + number + ": not a JSON object");
    }
}
