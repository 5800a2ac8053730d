package io.sallyport.knowledge.markdown;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** The YAML between two {@code ---} lines at the head of a file; keys may use hyphens or underscores, in any case. */
final class FrontMatter {

    /** @param isSingle whether the key was given once, with at most one value */
    private record Entry(List<String> values, int line, boolean isSingle) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final String body;

    /** JSON, or YAML's fence with a language at it: taken for text, an internal draft would be a public article. */
    private static final Pattern OTHER_KIND = Pattern.compile("\\{\\s*(?:\".*)?|---\\s*[a-zA-Z]+|;;;");

    /** Of the YAML, counted from 1. */
    private final int firstLine;

    private final int linesAbove;

    private FrontMatter(String body, int firstLine, int linesAbove) {
        this.body = body;
        this.firstLine = firstLine;
        this.linesAbove = linesAbove;
    }

    static FrontMatter read(String file) {
        var lines = file.lines().toList();
        var start = openingLine(lines);
        var opening = start < lines.size() ? lines.get(start).stripTrailing() : "";
        if (opening.equals("+++")) {
            return unreadable(start, "the front matter is TOML ('+++'); write it as YAML between two '---' lines");
        }
        if (OTHER_KIND.matcher(opening).matches()) {
            return unreadable(
                    start, "the front matter begins with '" + opening + "'; write it as YAML between two '---' lines");
        }
        if (!opening.equals("---")) {
            return new FrontMatter(file, 1, 0);
        }
        var end = closingLine(lines, start);
        if (end < 0) {
            return unreadable(start, "the front matter has no closing '---'");
        }
        var matter =
                new FrontMatter(String.join("\n", lines.subList(end + 1, lines.size())) + "\n", start + 2, end + 1);
        matter.readYaml(String.join("\n", lines.subList(start + 1, end)));
        return matter;
    }

    private static FrontMatter unreadable(int start, String why) {
        var matter = new FrontMatter("", start + 2, start + 1);
        matter.problems.add(new Problem(start + 1, why));
        return matter;
    }

    /** Of the first line that says something: blank ones and comments may stand above front matter. */
    private static int openingLine(List<String> lines) {
        var inComment = false;
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at).strip();
            inComment = inComment || line.startsWith("<!--");
            if (!inComment && !line.isEmpty()) {
                return at;
            }
            inComment = inComment && !line.endsWith("-->");
        }
        return lines.size();
    }

    private static int closingLine(List<String> lines, int start) {
        for (var at = start + 1; at < lines.size(); at++) {
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
                default ->
                    problems.add(new Problem(firstLine, "the front matter is not a list of 'name: value' lines"));
            }
        } catch (MarkedYAMLException e) {
            var line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
            problems.add(new Problem(firstLine + line, "the front matter is not YAML: " + e.getProblem()));
        } catch (ReaderException e) {
            problems.add(new Problem(
                    lineOf(yaml, e.getCodePoint()),
                    "the front matter is not YAML: it holds the control character U+%04X; type it anew"
                            .formatted(e.getCodePoint())));
        } catch (YAMLException e) {
            problems.add(new Problem(firstLine, "the front matter is not YAML: " + e.getMessage()));
        }
    }

    /** Of the character's first place. */
    private int lineOf(String yaml, int character) {
        var before = yaml.substring(0, Math.max(0, yaml.indexOf(character)));
        return (int) before.chars().filter(one -> one == '\n').count() + firstLine;
    }

    private void take(Node key, Node value) {
        if (key instanceof ScalarNode name) {
            var known = name.getValue().strip().toLowerCase(Locale.ROOT).replace('-', '_');
            var isSingle = value instanceof ScalarNode && !entries.containsKey(known);
            entries.put(known, new Entry(values(value), lineOf(key), isSingle));
        }
    }

    /** The YAML's marks count from 0. */
    private int lineOf(Node node) {
        return node.getStartMark().getLine() + firstLine;
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

    /** What was found in the body, whose own lines count from 1. */
    void refuseInBody(Problem problem) {
        problems.add(new Problem(linesAbove + problem.line(), problem.reason()));
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

    /** The same for what has one value: none, a list, a mapping or the key given twice is a problem, whatever it says. */
    <T> Optional<T> findSingle(String key, Function<String, T> reader, String shouldBe) {
        var entry = entries.get(key);
        if (entry == null || (entry.isSingle() && !entry.values().isEmpty())) {
            return find(key, reader, shouldBe);
        }
        if (entry.isSingle()) {
            refuse(key, "it has no value; write " + shouldBe + ", or take the line out");
            return Optional.empty();
        }
        refuse(key, "give it once, with one value, which should be " + shouldBe);
        return Optional.empty();
    }

    void refuse(String key, String why) {
        var entry = entries.get(key);
        problems.add(new Problem(entry == null ? 1 : entry.line(), key + ": " + why));
    }
}
