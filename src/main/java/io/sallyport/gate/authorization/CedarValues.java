package io.sallyport.gate.authorization;

import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.schema.Schema;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.CedarMap;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import io.sallyport.casefile.FieldValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Our values in the words of Cedar. */
final class CedarValues {

    private CedarValues() {}

    static AuthorizationRequest request(Request request, Schema schema) {
        return new AuthorizationRequest(
                uid(request.principal()),
                uid(request.action()),
                uid(request.resource()),
                Optional.of(values(request.context())),
                Optional.of(schema),
                true);
    }

    static Set<Entity> entities(List<Request.Thing> things) {
        Set<Entity> entities = new HashSet<>();
        for (Request.Thing thing : things) {
            entities.add(new Entity(
                    uid(thing.uid()),
                    values(thing.attributes()),
                    thing.parents().stream().map(CedarValues::uid).collect(Collectors.toSet())));
        }
        return entities;
    }

    private static EntityUID uid(Request.Uid uid) {
        return EntityTypeName.parse(uid.type())
                .orElseThrow(() -> new IllegalArgumentException("'" + uid.type() + "' is not the name of a type"))
                .of(uid.id());
    }

    private static Map<String, Value> values(Map<String, FieldValue> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(field -> name(field.getKey()), field -> value(field.getValue())));
    }

    /** Names with two underlines would be read as something else than a record. */
    private static String name(String field) {
        if (field.startsWith("__")) {
            throw new IllegalArgumentException("'" + field + "' cannot be the name of an attribute");
        }
        return field;
    }

    private static Value value(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> new PrimString(text);
            case FieldValue.Whole(long number) -> new PrimLong(number);
            case FieldValue.Flag(boolean flag) -> new PrimBool(flag);
            case FieldValue.Many(List<FieldValue> all) ->
                new CedarList(all.stream().map(CedarValues::value).toList());
            case FieldValue.Group(Map<String, FieldValue> fields) -> new CedarMap(values(fields));
        };
    }
}
