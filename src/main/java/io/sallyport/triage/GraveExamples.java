package io.sallyport.triage;

import io.sallyport.text.Lexicon;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages for the second opinion: grave ones, strangers' and others; those that ship, and the company's own labelled ones. */
final class GraveExamples {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> NOT_P1 = Set.of("calm", "security-report");

    /** A threshold that one message in two hundred may pass needs some hundreds to be set. */
    private static final int FEW = 200;

    private GraveExamples() {}

    /**
     * @param isPlain nothing that any person must see: such messages set the thresholds
     * @param isOwn labelled by the company itself
     */
    record Example(
            String text,
            boolean isP1,
            boolean isSecurity,
            boolean isDanger,
            boolean isElsewhere,
            boolean isPlain,
            boolean isOwn) {}

    static List<Example> read(Resource labelled) {
        var shipped =
                Lexicon.rows("/triage/grave-examples.txt").stream().map(row -> shipped(row.getFirst(), row.getLast()));
        List<Example> own = labelled(labelled);
        boolean areFew = own.stream().filter(Example::isPlain).count() < FEW;
        var general = Examples.general().stream().map(example -> general(example, areFew));
        return Stream.of(shipped, general, own.stream()).flatMap(all -> all).toList();
    }

    /** Any company's; they stand in for plain messages where a company has labelled too few of its own. */
    private static Example general(Examples.Example example, boolean areFew) {
        boolean isElsewhere = example.category().isEmpty();
        return new Example(example.text(), false, false, false, isElsewhere, areFew && !isElsewhere, false);
    }

    private static Example shipped(String kind, String text) {
        return new Example(
                text,
                !NOT_P1.contains(kind),
                kind.equals("break-in") || kind.equals("security-report"),
                kind.equals("danger-to-people"),
                false,
                false,
                false);
    }

    private static List<Example> labelled(Resource resource) {
        try (var reader =
                new BufferedReader(new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank())
                    .map(GraveExamples::labelled)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "sallyport.triage.examples cannot be read: " + resource.getDescription(), unreadable);
        }
    }

    /** Security reports rank P2 or higher; below that the label stands for instructions to a machine. */
    private static Example labelled(String line) {
        JsonNode node = JSON.readTree(line);
        String priority = node.path("priority").asString("P4");
        List<String> triggers = node.path("triggers")
                .valueStream()
                .map(trigger -> trigger.asString(""))
                .toList();
        return new Example(
                Examples.text(node),
                priority.equals("P1"),
                triggers.contains("security") && (priority.equals("P1") || priority.equals("P2")),
                triggers.contains("safety"),
                triggers.contains("out-of-scope"),
                triggers.isEmpty() && !node.path("outcome").asString("").equals("junk"),
                true);
    }
}
