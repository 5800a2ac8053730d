package io.sallyport.triage;

import io.sallyport.casefile.Category;
import io.sallyport.casefile.Priority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Labelled messages to learn from: JSON lines with {@code id}, {@code subject}, {@code text}, {@code category}. */
final class Examples {

    private static final JsonMapper JSON = new JsonMapper();

    private Examples() {}

    /** @param isOurs false for a message that has nothing to do with what this desk serves */
    record Example(String id, String text, Category category, Priority priority, boolean isOurs) {}

    static List<Example> read(Resource resource) {
        try (var reader =
                new BufferedReader(new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(Examples::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "sallyport.triage.examples cannot be read: " + resource.getDescription(), unreadable);
        }
    }

    private static Example parse(String line) {
        JsonNode node = JSON.readTree(line);
        String subject = node.path("subject").asString("");
        String text = node.path("text").asString("");
        boolean isOurs = node.path("triggers")
                .valueStream()
                .noneMatch(trigger -> trigger.asString("").equals("out-of-scope"));
        return new Example(
                node.path("id").asString(""),
                subject.isBlank() ? text : subject + "\n" + text,
                Category.ofLabel(node.path("category").asString("")),
                Priority.valueOf(node.path("priority").asString("P4")),
                isOurs);
    }
}
