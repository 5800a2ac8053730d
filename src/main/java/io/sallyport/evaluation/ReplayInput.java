package io.sallyport.evaluation;

import io.sallyport.casefile.Channel;
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
     * @param channel the input's own, else mail
     * @param labels the whole line, for those who compare with it
     */
    public record Line(String id, String from, Channel channel, String subject, String text, JsonNode labels) {}

    /** @throws IllegalArgumentException naming file and line when one cannot be read */
    public static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String read;
            for (int number = 1; (read = reader.readLine()) != null; number++) {
                String text = number == 1 ? JsonLines.withoutMark(read) : read;
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
                channel(file, number, node),
                node.path("subject").asString(""),
                node.path("text").asString(""),
                node);
    }

    private static Channel channel(Path file, int number, JsonNode node) {
        try {
            return ChannelWord.of(node);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(file + ":" + number + ": " + unknown.getMessage(), unknown);
        }
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
