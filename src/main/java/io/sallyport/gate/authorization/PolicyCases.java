package io.sallyport.gate.authorization;

import io.sallyport.casefile.FieldValue;
import io.sallyport.gate.authorization.Request.Thing;
import io.sallyport.gate.authorization.Request.Uid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Cases that say what a set of policies must decide, from a YAML file: a {@code base} and {@code cases}, each with what it has
 * otherwise than the base, what to {@code expect} (allow or deny) and {@code by} which policies.
 */
public final class PolicyCases {

    /** A case takes away what the base has by saying null. */
    private static final Object ABSENT = new Object();

    private PolicyCases() {}

    /** @param by policies that must have spoken; empty where any may */
    public record Case(String file, String name, Request request, boolean isToAllow, List<String> by) {
        public Case {
            by = List.copyOf(by);
        }
    }

    /** @param why empty where it was decided as it should be */
    public record Result(Case of, Ruling ruling, Optional<String> why) {}

    public static List<Result> run(CedarEngine engine, List<Case> cases) {
        return cases.stream()
                .map(each -> judged(each, engine.decide(each.request())))
                .toList();
    }

    private static Result judged(Case of, Ruling ruling) {
        String said = (ruling.allowed() ? "allowed" : "denied") + " by " + ruling.spoke()
                + (ruling.errors().isEmpty() ? "" : ", could not be computed: " + ruling.errors());
        boolean isRight = ruling.allowed() == of.isToAllow()
                && ruling.errors().isEmpty()
                && ruling.spoke().containsAll(of.by());
        return new Result(
                of,
                ruling,
                isRight
                        ? Optional.empty()
                        : Optional.of("should be " + (of.isToAllow() ? "allowed" : "denied")
                                + (of.by().isEmpty() ? "" : " by " + of.by()) + ", is " + said));
    }

    /** @throws PolicyFault when the file does not say what to ask or what to expect */
    public static List<Case> read(String file, String text) {
        Map<String, Object> root = map(file, "the file", yaml(file, text));
        Map<String, Object> base = map(file, "base", root.getOrDefault("base", Map.of()));
        if (!(root.get("cases") instanceof List<?> cases) || cases.isEmpty()) {
            throw new PolicyFault(file + ": 'cases' is missing: a list of cases is needed");
        }
        return cases.stream()
                .map(one -> read(file, base, map(file, "a case", one)))
                .toList();
    }

    private static Case read(String file, Map<String, Object> base, Map<String, Object> own) {
        String name = String.valueOf(own.getOrDefault("name", ""));
        String place = file + ", case '" + name + "'";
        String expect = String.valueOf(own.getOrDefault("expect", ""));
        if (name.isBlank() || !List.of("allow", "deny").contains(expect)) {
            throw new PolicyFault(place + ": a 'name' and 'expect: allow' or 'expect: deny' are needed");
        }
        Map<String, Object> all = merged(base, own);
        Thing principal = thing(place, "principal", all);
        Thing resource = thing(place, "resource", all);
        var request = new Request(
                principal.uid(),
                new Uid(String.valueOf(all.getOrDefault("action-type", "Action")), text(place, all, "action")),
                resource.uid(),
                fields(place, map(place, "context", all.getOrDefault("context", Map.of()))),
                List.of(principal, resource));
        List<String> by = own.get("by") instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of();
        return new Case(file, name, request, expect.equals("allow"), by);
    }

    private static Thing thing(String place, String part, Map<String, Object> all) {
        Map<String, Object> given = map(place, part, all.get(part));
        return new Thing(
                new Uid(text(place, given, "type"), text(place, given, "id")),
                fields(place, map(place, part + ".is", given.getOrDefault("is", Map.of()))));
    }

    private static Map<String, FieldValue> fields(String place, Map<String, Object> given) {
        Map<String, FieldValue> fields = new TreeMap<>();
        given.forEach((name, value) -> {
            if (!value.equals(ABSENT)) {
                fields.put(name, value(place, name, value));
            }
        });
        return fields;
    }

    private static FieldValue value(String place, String name, @Nullable Object value) {
        return switch (value) {
            case String text -> new FieldValue.Text(text);
            case Integer number -> new FieldValue.Whole(number.longValue());
            case Long number -> new FieldValue.Whole(number);
            case Boolean flag -> new FieldValue.Flag(flag);
            case List<?> all ->
                new FieldValue.Many(
                        all.stream().map(each -> value(place, name, each)).toList());
            case Map<?, ?> group -> new FieldValue.Group(fields(place, map(place, name, group)));
            case null, default ->
                throw new PolicyFault(place + ": " + name + " is " + value
                        + ": text, a whole number, true, false, a list or a group of those is needed");
        };
    }

    private static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(base);
        own.forEach((name, value) -> all.merge(
                name,
                value,
                (before, after) -> before instanceof Map<?, ?> && after instanceof Map<?, ?>
                        ? merged(map("", name, before), map("", name, after))
                        : after));
        return all;
    }

    private static String text(String place, Map<String, Object> from, String name) {
        if (from.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new PolicyFault(place + ": '" + name + "' is missing");
    }

    private static Map<String, Object> map(String place, String part, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new PolicyFault(place + ": " + part + " is not a group of names and values");
        }
        Map<String, Object> named = new HashMap<>();
        map.forEach((name, each) -> named.put(String.valueOf(name), each == null ? ABSENT : each));
        return named;
    }

    private static Object yaml(String file, String text) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (YAMLException unreadable) {
            throw new PolicyFault(file + ": not YAML: " + unreadable.getMessage(), unreadable);
        }
    }
}
