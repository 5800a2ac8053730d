package io.sallyport.action;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import io.sallyport.casefile.ActionPlan.Slot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of one action: where each comes from, and the JSON Schema that all together must fit. */
public final class Arguments {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Pattern MAILBOX = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,253}");

    /** The library's own has a list of top-level domains: a company's own domains, and new ones, are not on it. */
    private static final Format EMAIL = new Format() {
        @Override
        public String getName() {
            return "email";
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return MAILBOX.matcher(value).matches();
        }
    };

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            Dialect.builder(Dialects.getDraft202012()).format(EMAIL).build());

    static final Arguments NONE = new Arguments("false", List.of(), Set.of());

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
        this.schema = SCHEMAS.getSchema(document, InputFormat.JSON);
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
