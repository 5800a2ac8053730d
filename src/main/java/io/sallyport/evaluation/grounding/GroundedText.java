package io.sallyport.evaluation.grounding;

import io.sallyport.evaluation.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

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
            texts.addAll(JsonLines.read(file, GroundedText::parse));
        }
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to measure in " + files);
        }
        return List.copyOf(texts);
    }

    /** The same under another id. */
    public GroundedText named(String other) {
        return new GroundedText(other, evidence, text, supported, tags);
    }

    private static GroundedText parse(JsonNode json, String place) {
        List<String> evidence = strings(json.path("evidence"));
        if (!json.path("text").isString() || evidence.isEmpty()) {
            throw new IllegalArgumentException("needs \"text\" (a text) and \"evidence\" (texts)");
        }
        return new GroundedText(
                json.path("id").asString(place),
                evidence,
                json.path("text").stringValue(),
                json.path("supported").asBoolean(true),
                strings(json.path("tags")));
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
