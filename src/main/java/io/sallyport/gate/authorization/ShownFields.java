package io.sallyport.gate.authorization;

import io.sallyport.gate.authorization.SchemaShape.Action;
import io.sallyport.gate.authorization.SchemaShape.Attribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of records, as {@code kind.field}, that policies are shown for an action.
 *
 * @param all those that the schema has
 * @param needed those without which nothing can be put before the policies
 */
record ShownFields(Set<String> all, Set<String> needed) {

    /** A kind of record, and in all others the link to the customer's, which no entry has to name. */
    private static final String ACCOUNT = "account";

    static ShownFields of(SchemaShape shape, Action action, List<String> about, Set<String> arguments) {
        var shown = new ShownFields(new TreeSet<>(), new TreeSet<>());
        shown.add(ACCOUNT, shape.entities().getOrDefault(Authorizer.CUSTOMER, Map.of()));
        for (String kind : about) {
            shown.add(kind, shape.entities().getOrDefault(Authorizer.type(kind), Map.of()));
            if (action.context().containsKey(Circumstances.DIGITAL)) {
                Circumstances.findDigitalField(kind, arguments).ifPresent(field -> shown.add(kind, field, true));
            }
        }
        return shown;
    }

    private void add(String kind, Map<String, Attribute> attributes) {
        attributes.forEach((name, attribute) -> {
            boolean isLink = name.equals(ACCOUNT);
            if (!isLink || !kind.equals(ACCOUNT)) {
                add(kind, Projection.field(name), attribute.isRequired() && !isLink);
            }
        });
    }

    private void add(String kind, String field, boolean isNeeded) {
        all.add(kind + "." + field);
        if (isNeeded) {
            needed.add(kind + "." + field);
        }
    }

    /** What an entry that reads these has too much or lacks; empty when nothing. */
    Optional<String> whyNot(Set<String> reads) {
        return unknown(reads)
                .or(() -> needed.stream()
                        .filter(field -> !reads.contains(field))
                        .findFirst()
                        .map(field ->
                                "does not say that it reads '" + field + "', which the policies' schema requires; write"
                                        + " all of these under 'reads': " + needed));
    }

    private Optional<String> unknown(Set<String> reads) {
        return reads.stream()
                .filter(field -> !all.contains(field))
                .sorted()
                .findFirst()
                .map(field -> "reads '" + field + "', which the policies' schema does not have for this action; take it"
                        + " out of 'reads', where these may stand: " + all + ", or add it to the .cedarschema");
    }
}
