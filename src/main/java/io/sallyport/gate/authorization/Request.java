package io.sallyport.gate.authorization;

import io.sallyport.casefile.FieldValue;
import java.util.List;
import java.util.Map;

/**
 * May this principal do this to that, under these circumstances?
 *
 * @param action such as {@code Action::"refund"}
 * @param context the circumstances, by name; exactly those that the schema lists for the action
 * @param things the principal, the resource and whatever else policies look at
 */
public record Request(Uid principal, Uid action, Uid resource, Map<String, FieldValue> context, List<Thing> things) {

    public Request {
        context = Map.copyOf(context);
        things = List.copyOf(things);
    }

    /** @param type with its name space, such as {@code Sallyport::Order} */
    public record Uid(String type, String id) {
        @Override
        public String toString() {
            return type + "::\"" + id + "\"";
        }
    }

    /**
     * An entity.
     *
     * @param attributes by name; {@link FieldValue.Many} is a set, {@link FieldValue.Group} a record
     * @param parents what it is in
     */
    public record Thing(Uid uid, Map<String, FieldValue> attributes, List<Uid> parents) {
        public Thing {
            attributes = Map.copyOf(attributes);
            parents = List.copyOf(parents);
        }

        public Thing(Uid uid, Map<String, FieldValue> attributes) {
            this(uid, attributes, List.of());
        }
    }

    public Request with(Map<String, FieldValue> otherContext) {
        return new Request(principal, action, resource, otherContext, things);
    }
}
