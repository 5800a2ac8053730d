package io.sallyport.api;

import io.sallyport.api.Problem.FieldProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a JSON object and gathers everything that is wrong with them, so that one answer names it all. */
final class Fields {

    private final JsonNode object;
    private final String pointer;
    private final List<FieldProblem> problems;

    private Fields(JsonNode object, String pointer, List<FieldProblem> problems) {
        this.object = object;
        this.pointer = pointer;
        this.problems = problems;
    }

    /**
     * Reads a whole body.
     *
     * @throws Problem naming every field that is not as expected
     */
    static <T> T read(JsonNode root, Set<String> known, Function<Fields, T> reader) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!root.isObject()) {
            throw Problem.invalid(List.of(new FieldProblem("#", "a JSON object", nameOf(root))));
        }
        Fields fields = new Fields(root, "#", problems);
        fields.refuseUnknown(known);
        T value = reader.apply(fields);
        if (!problems.isEmpty()) {
            throw Problem.invalid(problems);
        }
        return value;
    }

    private void refuseUnknown(Set<String> known) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                String expected = "one of " + String.join(", ", new TreeSet<>(known));
                refuse(name, expected, "a field of another name");
            }
        }
    }

    /** A text that has to be there and say something. */
    String text(String name, int longest) {
        String value = required(name, longest);
        if (value.isBlank() && has(name) && object.get(name).isString()) {
            refuse(name, "text that is not blank", "a blank text");
        }
        return value;
    }

    /** A text that has to be there and may be empty. */
    String required(String name, int longest) {
        if (!has(name)) {
            refuse(name, "text of up to " + longest + " characters", "nothing");
            return "";
        }
        return optional(name, longest).orElse("");
    }

    Optional<String> optional(String name, int longest) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = object.get(name);
        if (!value.isString()) {
            refuse(name, "text", nameOf(value));
            return Optional.empty();
        }
        String text = value.asString();
        faultOf(text, longest).ifPresent(found -> refuse(name, "text of up to " + longest + " characters", found));
        return Optional.of(text);
    }

    /** False when it is left out. */
    boolean flag(String name) {
        if (has(name) && !object.get(name).isBoolean()) {
            refuse(name, "true or false", nameOf(object.get(name)));
        }
        return has(name) && object.get(name).asBoolean(false);
    }

    <E> Optional<E> choice(String name, Collection<E> choices, Function<E, String> label) {
        Optional<String> given = optional(name, 100);
        Optional<E> chosen = given.flatMap(text -> choices.stream()
                .filter(choice -> label.apply(choice).equals(text))
                .findFirst());
        if (given.isPresent() && chosen.isEmpty()) {
            refuse(
                    name,
                    "one of " + String.join(", ", choices.stream().map(label).toList()),
                    "another text");
        }
        return chosen;
    }

    long count(String name) {
        if (!has(name)
                || !object.get(name).isIntegralNumber()
                || object.get(name).asLong(-1) < 0) {
            refuse(name, "a whole number, 0 or more", has(name) ? nameOf(object.get(name)) : "nothing");
            return 0;
        }
        return object.get(name).asLong();
    }

    <T> List<T> list(String name, int most, Set<String> known, Function<Fields, T> reader) {
        if (!has(name)) {
            return List.of();
        }
        JsonNode value = object.get(name);
        if (!value.isArray() || value.size() > most) {
            String found = value.isArray() ? value.size() + " of them" : nameOf(value);
            refuse(name, "a list of up to " + most + " objects", found);
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            readItem(new Fields(value.get(i), pointer + "/" + name + "/" + i, problems), known, reader)
                    .ifPresent(items::add);
        }
        return items;
    }

    private static <T> Optional<T> readItem(Fields item, Set<String> known, Function<Fields, T> reader) {
        if (!item.object.isObject()) {
            item.problems.add(new FieldProblem(item.pointer, "an object", nameOf(item.object)));
            return Optional.empty();
        }
        item.refuseUnknown(known);
        return Optional.of(reader.apply(item));
    }

    void refuse(String name, String expected, String found) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        problems.add(new FieldProblem(pointer + "/" + escaped, expected, found));
    }

    boolean isWithout(String name) {
        return !has(name);
    }

    /** An explicit null is a field left out. */
    private boolean has(String name) {
        return object.hasNonNull(name);
    }

    private static Optional<String> faultOf(String text, int longest) {
        if (text.length() > longest) {
            return Optional.of("a text of " + text.length() + " characters");
        }
        if (text.indexOf('\0') >= 0) {
            return Optional.of("a text with the character U+0000");
        }
        boolean isTorn = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return isTorn ? Optional.of("a text with half a character (an unpaired surrogate)") : Optional.empty();
    }

    /** The kind of value, never the value: what people send does not belong in error messages. */
    private static String nameOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case STRING -> "a text";
            case BINARY -> "bytes";
            case NULL, MISSING -> "nothing";
        };
    }
}
