package io.sallyport.evaluation;

import io.sallyport.casefile.Channel;
import io.sallyport.platform.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * @param id the input's own, else {@code line-N}, of several files {@code FILE:N}
     * @param from the input's own, else an address that no other line has
     * @param channel the input's own, else mail
     * @param labels the whole line, for those who compare with it
     * @param place file and line
     */
    public record Line(
            String id, String from, Channel channel, String subject, String text, JsonNode labels, String place) {}

    /** What lines are called that do not say it themselves. */
    private record Names(String id, String from) {

        static Names of(List<Path> files, int at) {
            return files.size() == 1
                    ? new Names("line-", "customer-")
                    : new Names(files.get(at) + ":", "customer-" + (at + 1) + "-");
        }
    }

    /** @throws IllegalArgumentException naming file and line when one cannot be read */
    public static List<Line> read(Path file) throws IOException {
        return read(List.of(file));
    }

    /** All lines of all files, of which no two have one id; complains as {@link #read(Path)} does. */
    public static List<Line> read(List<Path> files) throws IOException {
        List<Line> lines = new ArrayList<>();
        Map<String, String> placeOfId = new HashMap<>();
        for (int at = 0; at < files.size(); at++) {
            lines.addAll(read(files.get(at), Names.of(files, at), placeOfId));
        }
        return lines;
    }

    private static List<Line> read(Path file, Names names, Map<String, String> placeOfId) throws IOException {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : TextLines.read(file)) {
            number++;
            if (text.isBlank()) {
                continue;
            }
            String place = file + ":" + number;
            Line line = parse(place, number, names, text);
            String before = placeOfId.putIfAbsent(line.id(), place);
            if (before != null) {
                throw new IllegalArgumentException(place + ": the id '" + line.id() + "' came before, at " + before
                        + "; give each message an id of its own");
            }
            lines.add(line);
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no messages");
        }
        return lines;
    }

    private static Line parse(String place, int number, Names names, String text) {
        JsonNode node = object(place, text);
        if (!node.path("text").isString() && !node.path("subject").isString()) {
            throw new IllegalArgumentException(place + ": needs a \"text\" (a string)");
        }
        return new Line(
                node.path("id").asString(names.id() + number),
                node.path("from").asString(names.from() + number + "@replay.example"),
                channel(place, node),
                node.path("subject").asString(""),
                node.path("text").asString(""),
                node,
                place);
    }

    private static Channel channel(String place, JsonNode node) {
        try {
            return ChannelWord.of(node);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(place + ": " + unknown.getMessage(), unknown);
        }
    }

    private static JsonNode object(String place, String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(place + ": not JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
        throw new IllegalArgumentException(place + ": not a JSON object");
    }
}
