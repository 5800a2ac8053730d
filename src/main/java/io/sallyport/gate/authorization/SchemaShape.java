package io.sallyport.gate.authorization;

import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.schema.Schema;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a schema declares, so that records are shown to policies with those fields and no others. Without name spaces. */
record SchemaShape(Map<String, Map<String, Attribute>> entities, Map<String, Action> actions) {

    /** @param inner of a record; else empty */
    record Attribute(String type, boolean isRequired, Map<String, Attribute> inner) {}

    /** @param groups that it is in */
    record Action(Set<String> groups, Set<String> principals, Set<String> resources, Map<String, Attribute> context) {
        boolean isGroup() {
            return principals.isEmpty() && resources.isEmpty();
        }
    }

    static SchemaShape of(Schema schema) {
        try {
            return of(JsonMapper.shared()
                    .readTree(schema.toJsonFormat().toString())
                    .path(""));
        } catch (InternalException | JsonProcessingException unreadable) {
            throw new PolicyFault("the schema cannot be read back: " + unreadable.getMessage(), unreadable);
        }
    }

    private static SchemaShape of(JsonNode space) {
        JsonNode common = space.path("commonTypes");
        Map<String, Map<String, Attribute>> entities = new TreeMap<>();
        space.path("entityTypes")
                .properties()
                .forEach(type ->
                        entities.put(type.getKey(), attributes(type.getValue().path("shape"), common)));
        Map<String, Action> actions = new TreeMap<>();
        space.path("actions").properties().forEach(action -> {
            JsonNode applies = action.getValue().path("appliesTo");
            Set<String> groups = new TreeSet<>();
            action.getValue()
                    .path("memberOf")
                    .forEach(group -> groups.add(group.path("id").asString("")));
            actions.put(
                    action.getKey(),
                    new Action(
                            groups,
                            words(applies.path("principalTypes")),
                            words(applies.path("resourceTypes")),
                            attributes(applies.path("context"), common)));
        });
        return new SchemaShape(entities, actions);
    }

    private static Set<String> words(JsonNode list) {
        Set<String> words = new TreeSet<>();
        list.forEach(word -> words.add(word.asString("")));
        return words;
    }

    private static Map<String, Attribute> attributes(JsonNode type, JsonNode common) {
        Map<String, Attribute> attributes = new TreeMap<>();
        resolved(type, common).path("attributes").properties().forEach(attribute -> {
            JsonNode of = attribute.getValue();
            attributes.put(
                    attribute.getKey(),
                    new Attribute(
                            of.path("name").asString(of.path("type").asString("")),
                            of.path("required").asBoolean(true),
                            attributes(of, common)));
        });
        return attributes;
    }

    private static JsonNode resolved(JsonNode type, JsonNode common) {
        @Nullable
        JsonNode byName =
                common.get(type.path("name").asString(type.path("type").asString("")));
        return byName == null ? type : resolved(byName, common);
    }

    Optional<Action> findAction(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    /** The actions that count together with this one: all of its groups, or itself where it is in none. */
    Set<String> family(String action) {
        Set<String> groups = findAction(action).map(Action::groups).orElse(Set.of());
        Set<String> family = new TreeSet<>(Set.of(action));
        actions.forEach((name, other) -> {
            if (other.groups().stream().anyMatch(groups::contains)) {
                family.add(name);
            }
        });
        return family;
    }
}
