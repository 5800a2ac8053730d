package io.sallyport.model.language;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON schema of a record, in the subset that every vendor honours: objects whose properties are all required and
 * which take no others, lists, enum constants by name, words, whole numbers, numbers, yes or no. A description comes from
 * {@link JsonPropertyDescription} on the component. What may be absent is an empty list or an enum constant that says so;
 * null has no place in an answer.
 *
 * @param name what vendors show the model as the schema's name
 */
public record RecordSchema(String name, Map<String, Object> document) {

    public RecordSchema {
        document = Collections.unmodifiableMap(new LinkedHashMap<>(document));
    }

    /** @throws IllegalArgumentException when a component's type has no place in the subset, or records hold themselves */
    static RecordSchema of(Class<? extends Record> type) {
        return new RecordSchema(type.getSimpleName(), object(type, List.of()));
    }

    private static Map<String, Object> object(Class<?> type, List<Class<?>> around) {
        if (around.contains(type)) {
            throw new IllegalArgumentException(type.getName() + " holds itself; vendors' schemas cannot say that");
        }
        var inside = new ArrayList<>(around);
        inside.add(type);
        var properties = new LinkedHashMap<String, Object>();
        for (var component : type.getRecordComponents()) {
            properties.put(component.getName(), property(component, inside));
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.copyOf(properties.keySet()));
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(RecordComponent component, List<Class<?>> around) {
        var schema = new LinkedHashMap<>(typed(component.getGenericType(), component, around));
        var description = component.getAccessor().getAnnotation(JsonPropertyDescription.class);
        if (description != null) {
            schema.put("description", description.value());
        }
        return schema;
    }

    private static Map<String, Object> typed(Type type, RecordComponent component, List<Class<?>> around) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return Map.of("type", "array", "items", typed(list.getActualTypeArguments()[0], component, around));
        }
        return switch (type) {
            case Class<?> record when record.isRecord() -> object(record, around);
            case Class<?> choice when choice.isEnum() -> Map.of("type", "string", "enum", names(choice));
            case Class<?> simple when simple == String.class -> Map.of("type", "string");
            case Class<?> simple when simple == boolean.class -> Map.of("type", "boolean");
            case Class<?> simple when simple == int.class || simple == long.class -> Map.of("type", "integer");
            case Class<?> simple when simple == double.class -> Map.of("type", "number");
            default ->
                throw new IllegalArgumentException("component " + component.getName() + " of "
                        + component.getDeclaringRecord().getName() + " is a " + type.getTypeName()
                        + ", which vendors' schemas cannot say");
        };
    }

    private static List<String> names(Class<?> choice) {
        return Arrays.stream(choice.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
    }
}
