package io.sallyport.action;

import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A YAML file as plain data that remembers its lines. Only maps, lists, words, whole numbers and yes or no: no tags, no
 * anchors, nothing that would make an object.
 *
 * @param lines by JSON pointer, counted from 1
 */
record YamlFile(String name, JsonNode data, Map<String, Integer> lines) {

    private static final int DEEPEST = 20;
    private static final int LONGEST = 100_000;

    /** @throws CatalogueFault naming file, line and what to do */
    static YamlFile read(String name, String text) {
        if (text.length() > LONGEST) {
            throw new CatalogueFault(
                    name, 1, "is longer than " + LONGEST + " characters", "split it into one file an action");
        }
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(DEEPEST);
        var dumper = new DumperOptions();
        try {
            Node root = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options)
                    .compose(new StringReader(text));
            if (root == null) {
                throw new CatalogueFault(name, 1, "is empty", "describe one action in it, or take it away");
            }
            var lines = new HashMap<String, Integer>();
            return new YamlFile(name, data(name, root, "", lines), Map.copyOf(lines));
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw new CatalogueFault(name, line, "is no YAML: " + broken.getProblem(), "mend that line");
        }
    }

    /** Of the nearest place above that has one. */
    int line(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return lines.getOrDefault(at, 1);
    }

    private static JsonNode data(String name, Node node, String pointer, Map<String, Integer> lines) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        return switch (node) {
            case MappingNode map -> map(name, map, pointer, lines);
            case SequenceNode list -> {
                var array = JsonNodeFactory.instance.arrayNode();
                int at = 0;
                for (Node each : list.getValue()) {
                    array.add(data(name, each, pointer + "/" + at++, lines));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(name, scalar);
            default -> throw fault(name, node, "holds something that is no map, list or value");
        };
    }

    private static JsonNode map(String name, MappingNode map, String pointer, Map<String, Integer> lines) {
        var object = JsonNodeFactory.instance.objectNode();
        var seen = new HashSet<String>();
        for (NodeTuple entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw fault(name, entry.getKeyNode(), "has a key that is no word");
            }
            if (!seen.add(key.getValue())) {
                throw fault(name, key, "says '" + key.getValue() + "' twice");
            }
            String below = pointer + "/" + key.getValue();
            lines.put(below, key.getStartMark().getLine() + 1);
            object.set(key.getValue(), data(name, entry.getValueNode(), below, lines));
        }
        return object;
    }

    private static JsonNode scalar(String name, ScalarNode scalar) {
        Tag tag = scalar.getTag();
        String written = scalar.getValue();
        if (tag.equals(Tag.STR)) {
            return JsonNodeFactory.instance.stringNode(written);
        }
        if (tag.equals(Tag.BOOL) && (written.equals("true") || written.equals("false"))) {
            return JsonNodeFactory.instance.booleanNode(written.equals("true"));
        }
        if (tag.equals(Tag.INT) && written.matches("-?[0-9]{1,18}")) {
            return JsonNodeFactory.instance.numberNode(Long.parseLong(written));
        }
        throw fault(
                name,
                scalar,
                "has '" + written
                        + "', which is no word, no whole number and neither true nor false; a word is put in quotes");
    }

    private static CatalogueFault fault(String name, Node node, String what) {
        return new CatalogueFault(name, node.getStartMark().getLine() + 1, what, "mend that line");
    }
}
