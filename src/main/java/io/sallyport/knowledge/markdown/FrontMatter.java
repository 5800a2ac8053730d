package io.sallyport.knowledge.markdown;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** The YAML between two {@code ---} lines at the head of a file; keys may use hyphens or underscores. */
final class FrontMatter {

    private record Entry(List<String> values, int line) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final String body;

    private FrontMatter(String body) {
        this.body = body;
    }

    static FrontMatter read(String file) {
        var lines = file.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals("---")) {
            return new FrontMatter(file);
        }
        var end = closingLine(lines);
        if (end < 0) {
            var unclosed = new FrontMatter("");
            unclosed.problems.add(new Problem(1, "the front matter has no closing '---'"));
            return unclosed;
        }
        var matter = new FrontMatter(String.join("\n", lines.subList(end + 1, lines.size())) + "\n");
        matter.readYaml(String.join("\n", lines.subList(1, end)));
        return matter;
    }

    private static int closingLine(List<String> lines) {
        for (var at = 1; at < lines.size(); at++) {
            if (lines.get(at).stripTrailing().equals("---")) {
                return at;
            }
        }
        return -1;
    }

    private void readYaml(String yaml) {
        try {
            switch (new Yaml(new LoaderOptions()).compose(new StringReader(yaml))) {
                case null -> {}
                case MappingNode mapping ->
                    mapping.getValue().forEach(tuple -> take(tuple.getKeyNode(), tuple.getValueNode()));
                default -> problems.add(new Problem(2, "the front matter is not a list of 'name: value' lines"));
            }
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 2 : e.getProblemMark().getLine() + 2;
            problems.add(new Problem(line, "the front matter is not YAML: " + e.getProblem()));
        } catch (ReaderException e) {
            problems.add(new Problem(
                    lineOf(yaml, e.getCodePoint()),
                    "the front matter is not YAML: it holds the control character U+%04X; type it anew"
                            .formatted(e.getCodePoint())));
        } catch (YAMLException e) {
            problems.add(new Problem(2, "the front matter is not YAML: " + e.getMessage()));
        }
    }

    /** Of the character's first place. */
    private static int lineOf(String yaml, int character) {
        var before = yaml.substring(0, Math.max(0, yaml.indexOf(character)));
        return (int) before.chars().filter(one -> one == '\n').count() + 2;
    }

    private void take(Node key, Node value) {
        if (key instanceof ScalarNode name) {
            entries.put(name.getValue().replace('-', '_'), new Entry(values(value), lineOf(key)));
        }
    }

    /** The YAML starts on the file's second line, its marks count from 0. */
    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 2;
    }

    private static List<String> values(Node value) {
        return switch (value) {
            case ScalarNode scalar ->
                scalar.getValue().isBlank()
                        ? List.of()
                        : List.of(scalar.getValue().strip());
            case SequenceNode sequence ->
                sequence.getValue().stream()
                        .flatMap(one -> values(one).stream())
                        .toList();
            default -> List.of();
        };
    }

    String body() {
        return body;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<String> list(String key) {
        var entry = entries.get(key);
        return entry == null ? List.of() : entry.values();
    }

    Optional<String> find(String key) {
        return list(key).stream().findFirst();
    }

    /** The value read, which adds a problem when it cannot be; empty when the key is absent. */
    <T> Optional<T> find(String key, Function<String, T> reader, String shouldBe) {
        try {
            return find(key).map(reader);
        } catch (RuntimeException _) {
            refuse(key, "'" + find(key).orElseThrow() + "' should be " + shouldBe);
            return Optional.empty();
        }
    }

    void refuse(String key, String why) {
        var entry = entries.get(key);
        problems.add(new Problem(entry == null ? 1 : entry.line(), key + ": " + why));
    }
}
