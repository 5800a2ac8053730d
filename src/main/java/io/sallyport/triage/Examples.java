package io.sallyport.triage;

import io.sallyport.casefile.Category;
import io.sallyport.intake.text.QuotedText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labelled messages to learn from: a company's own, JSON lines with {@code id}, {@code subject}, {@code text},
 * {@code category}, {@code triggers} and {@code articles}, the slugs of those that answer it, the main one first; and those that say to every desk what each category means, lines of
 * {@code category: message}.
 */
final class Examples {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Resource GENERAL = new ClassPathResource("triage/category-examples.txt");

    /** Stands where a category would, for a message that has none. */
    private static final String NONE = "none";

    private Examples() {}

    /**
     * @param category empty for a message that has nothing to do with what a desk serves
     * @param topic slug of the article that answers it; empty when there is none
     */
    record Example(String id, String text, Optional<Category> category, Optional<String> topic) {}

    /** @throws IllegalArgumentException naming file and line of the first that cannot be read */
    static List<Example> read(Resource resource) {
        var examples = new ArrayList<Example>();
        var lines = lines(resource);
        for (var number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.isBlank()) {
                examples.add(message(line, place(resource, number)));
            }
        }
        return examples;
    }

    static List<Example> general() {
        return general(GENERAL);
    }

    static List<Example> general(Resource resource) {
        var examples = new ArrayList<Example>();
        var lines = lines(resource);
        for (var number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.isBlank() && !line.startsWith("#")) {
                examples.add(general(line, number, place(resource, number)));
            }
        }
        return examples;
    }

    private static Example general(String line, int number, String place) {
        var colon = line.indexOf(": ");
        if (colon < 0) {
            throw new IllegalArgumentException(place + ": needs \"category: message\"");
        }
        var label = line.substring(0, colon);
        var category = label.equals(NONE) ? Optional.<Category>empty() : Optional.of(category(label, place));
        return new Example("general-" + number, line.substring(colon + 2), category, Optional.empty());
    }

    private static Example message(String line, String place) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(place + ": not JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
        if (!node.path("text").isString() || !node.path("category").isString()) {
            throw new IllegalArgumentException(place + ": needs \"text\" and \"category\", both strings");
        }
        var category = category(node.path("category").stringValue(), place);
        return new Example(
                node.path("id").asString(""),
                text(node),
                isOurs(node) ? Optional.of(category) : Optional.empty(),
                topic(node.path("articles"), place));
    }

    /** Subject and text as the desk reads them: without quoted mail and signature. */
    static String text(JsonNode message) {
        var subject = message.path("subject").asString("");
        var written =
                QuotedText.separate(subject, message.path("text").asString("")).written();
        return subject.isBlank() ? written : subject + "\n" + written;
    }

    private static Optional<String> topic(JsonNode articles, String place) {
        if (articles.isMissingNode() || articles.isNull()) {
            return Optional.empty();
        }
        if (!articles.isArray() || !articles.valueStream().allMatch(JsonNode::isString)) {
            throw new IllegalArgumentException(place + ": \"articles\" must be a list of slugs, not " + articles);
        }
        return articles.valueStream().map(JsonNode::stringValue).findFirst();
    }

    private static boolean isOurs(JsonNode node) {
        return !node.path("outcome").asString("").equals("junk")
                && node.path("triggers")
                        .valueStream()
                        .noneMatch(trigger -> trigger.asString("").equals("out-of-scope"));
    }

    private static Category category(String label, String place) {
        return Arrays.stream(Category.values())
                .filter(category -> category.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        place + ": unknown category '" + label + "'; it must be one of " + allowed()));
    }

    private static String allowed() {
        return Arrays.stream(Category.values()).map(Category::label).collect(Collectors.joining(", "));
    }

    private static List<String> lines(Resource resource) {
        try (var reader =
                new BufferedReader(new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "sallyport.triage.examples cannot be read: " + resource.getDescription(), unreadable);
        }
    }

    private static String place(Resource resource, int line) {
        return resource.getDescription() + ", line " + line;
    }
}
