package io.sallyport.evaluation.actions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A world's records by table and id. Each conversation has its own view: what it changes, no other sees. */
final class Records {

    private final Map<String, JsonNode> tables;
    private final Map<String, ObjectNode> changed = new HashMap<>();

    Records(Map<String, JsonNode> tables) {
        this.tables = Map.copyOf(tables);
    }

    /** As they were at the start. */
    Records anew() {
        return new Records(tables);
    }

    /** @throws IllegalArgumentException when the file holds no JSON object of objects */
    static JsonNode file(Path file) throws IOException {
        try {
            JsonNode root = JsonMapper.shared().readTree(java.nio.file.Files.readString(file));
            if (!root.isObject()) {
                throw new IllegalArgumentException(file + " holds no JSON object of records by id");
            }
            return root;
        } catch (JacksonException broken) {
            throw new IllegalArgumentException(file + ": not JSON: " + broken.getOriginalMessage(), broken);
        }
    }

    Optional<Fields> find(String table, String id) {
        ObjectNode mine = changed.get(table + "/" + id);
        return Optional.of(mine != null ? mine : table(table).path(id))
                .filter(JsonNode::isObject)
                .map(Fields::new);
    }

    Fields get(String table, String id) {
        return find(table, id).orElseThrow(() -> new UnfitCall("there is no '" + id + "' in " + table));
    }

    /** The record to write to, in this view only. */
    ObjectNode change(String table, String id) {
        return changed.computeIfAbsent(
                table + "/" + id, _ -> (ObjectNode) get(table, id).node().deepCopy());
    }

    JsonNode table(String name) {
        JsonNode table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("there is no table " + name);
        }
        return table;
    }
}
