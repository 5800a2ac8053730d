package io.sallyport.evaluation.grounding;

import io.sallyport.evaluation.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * A text and what it should follow from.
 *
 * @param supported whether it does
 * @param tags what kind of change was made to it, or where it comes from
 */
public record GroundedText(String id, List<String> evidence, String text, boolean supported, List<String> tags) {

    public GroundedText {
        evidence = List.copyOf(evidence);
        tags = List.copyOf(tags);
    }

    /** @throws IllegalArgumentException naming file and line of one that cannot be read or does not say whether it is supported */
    public static List<GroundedText> read(List<Path> files) throws IOException {
        return read(files, (json, place) -> {
            GroundedText text = parse(json, place);
            if (json.path("supported").isMissingNode()) {
                throw new IllegalArgumentException("needs \"supported\", true or false");
            }
            return text;
        });
    }

    /** Clean replies: those that do not say otherwise follow from their evidence. */
    public static List<GroundedText> readClean(List<Path> files) throws IOException {
        return read(files, GroundedText::parse);
    }

    private static List<GroundedText> read(List<Path> files, BiFunction<JsonNode, String, GroundedText> parse)
            throws IOException {
        var texts = new ArrayList<GroundedText>();
        for (Path file : files) {
            texts.addAll(JsonLines.readSome(file, parse));
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
        JsonNode supported = json.path("supported");
        if (!supported.isMissingNode() && !supported.isBoolean()) {
            throw new IllegalArgumentException("\"supported\" must be true or false, not " + supported);
        }
        return new GroundedText(
                json.path("id").asString(place),
                evidence,
                json.path("text").stringValue(),
                supported.asBoolean(true),
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
