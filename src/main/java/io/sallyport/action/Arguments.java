package io.sallyport.action;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sallyport.casefile.ActionPlan.Slot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of one action: where each comes from, and the JSON Schema that all together must fit. */
public final class Arguments {

    static final Arguments NONE = new Arguments("false", List.of(), Set.of());

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String document;
    private final Schema schema;
    private final List<Argument> all;
    private final Set<String> whole;

    /**
     * @param document the JSON Schema
     * @param all in the catalogue's order
     * @param whole names of those that are whole numbers
     */
    Arguments(String document, List<Argument> all, Set<String> whole) {
        this.document = document;
        this.all = List.copyOf(all);
        this.whole = Set.copyOf(whole);
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document, InputFormat.JSON);
    }

    public List<Argument> all() {
        return all;
    }

    public String schema() {
        return document;
    }

    /** Why these do not fit, empty when they do. */
    public Optional<String> whyNot(List<Slot> slots) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (Slot slot : slots) {
            if (!whole.contains(slot.name())) {
                values.put(slot.name(), slot.value());
            } else if (slot.value().matches("-?[0-9]{1,18}")) {
                values.put(slot.name(), Long.parseLong(slot.value()));
            } else {
                return Optional.of(slot.name() + " is no whole number");
            }
        }
        return schema
                .validate(
                        JSON.writeValueAsString(values),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .findFirst()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage());
    }
}
