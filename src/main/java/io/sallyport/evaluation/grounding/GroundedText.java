package io.sallyport.evaluation.grounding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text and what it should follow from.
 *
 * @param supported whether it does; true where the line does not say
 * @param tags what kind of change was made to it, or where it comes from
 */
public record GroundedText(String id, List<String> evidence, String text, boolean supported, List<String> tags) {

    public GroundedText {
        evidence = List.copyOf(evidence);
        tags = List.copyOf(tags);
    }

    /** @throws IllegalArgumentException naming file and line when one cannot be read */
    public static List<GroundedText> read(List<Path> files) throws IOException {
        var texts = new ArrayList<GroundedText>();
        for (Path file : files) {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank()) {
                    texts.add(parse(line, file + ", line " + number));
                }
            }
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to measure in " + files);
        }
        return List.copyOf(texts);
    }

    private static GroundedText parse(String line, String place) {
        try {
            JsonNode json = JsonMapper.shared().readTree(line);
            List<String> evidence = strings(json.path("evidence"));
            if (json.path("text").isString() && !evidence.isEmpty()) {
                return new GroundedText(
                        json.path("id").asString(place),
                        evidence,
                        json.path("text").stringValue(),
                        json.path("supported").asBoolean(true),
                        strings(json.path("tags")));
            }
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(place + ": not JSON: " + broken.getOriginalMessage(), broken);
        }
        throw new IllegalArgumentException(place + ": needs \"text\" (a text) and \"evidence\" (texts)");
    }

    private static List<String> strings(JsonNode node) {
        if (node.isString()) {
            return List.of(node.stringValue());
        }
        return node.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }
}
