package io.sallyport.connector.sandbox;

import io.sallyport.casefile.FieldValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fields of records as JSON. Nulls are left out; a number that is not whole is refused. */
final class FieldJson {

    private static final JsonMapper JSON = new JsonMapper();

    private FieldJson() {}

    static Map<String, FieldValue> read(String json) {
        return fields(JSON.readTree(json));
    }

    static Map<String, String> readTexts(String json) {
        return read(json).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(plain(entry.getValue()))));
    }

    static Map<String, FieldValue> fields(JsonNode object) {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        object.propertyStream()
                .forEach(entry ->
                        value(entry.getKey(), entry.getValue()).ifPresent(it -> fields.put(entry.getKey(), it)));
        return fields;
    }

    private static Optional<FieldValue> value(String name, JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return Optional.empty();
        }
        if (node.isString()) {
            return Optional.of(new FieldValue.Text(node.asString()));
        }
        if (node.isBoolean()) {
            return Optional.of(new FieldValue.Flag(node.asBoolean()));
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Optional.of(new FieldValue.Whole(node.asLong()));
        }
        if (node.isArray()) {
            return Optional.of(new FieldValue.Many(node.valueStream()
                    .flatMap(each -> value(name, each).stream())
                    .toList()));
        }
        if (node.isObject()) {
            return Optional.of(new FieldValue.Group(fields(node)));
        }
        throw new IllegalArgumentException("\"" + name + "\" must be a whole number, not " + node);
    }

    static String write(Map<String, ?> fields) {
        return JSON.writeValueAsString(plain(fields));
    }

    private static Map<String, Object> plain(Map<String, ?> fields) {
        Map<String, Object> plain = new TreeMap<>();
        fields.forEach((name, value) -> plain.put(name, value instanceof FieldValue field ? plain(field) : value));
        return plain;
    }

    static Object plain(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> text;
            case FieldValue.Whole(long number) -> number;
            case FieldValue.Flag(boolean flag) -> flag;
            case FieldValue.Many(var values) ->
                values.stream().map(FieldJson::plain).toList();
            case FieldValue.Group(var fields) -> plain(fields);
        };
    }
}
