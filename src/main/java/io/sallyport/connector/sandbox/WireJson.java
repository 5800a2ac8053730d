package io.sallyport.connector.sandbox;

import io.sallyport.casefile.Amount;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes over the wire to the sandbox and back. */
final class WireJson {

    static final String KEY = "Idempotency-Key";

    private static final JsonMapper JSON = new JsonMapper();

    private WireJson() {}

    static String write(Wanted wanted) {
        Map<String, Object> body = new TreeMap<>();
        body.put("case", wanted.caseId());
        body.put("account", wanted.account());
        body.put("slots", wanted.slots());
        body.put("reason", wanted.reason());
        wanted.amount().ifPresent(it -> body.put("amount", Map.of("minor", it.minor(), "currency", it.currency())));
        return JSON.writeValueAsString(body);
    }

    /** @throws IllegalArgumentException when it is no such thing */
    static Wanted readWanted(String action, String body) {
        JsonNode node = tree(body);
        Map<String, String> slots = new TreeMap<>();
        node.path("slots")
                .propertyStream()
                .forEach(slot -> slots.put(
                        kept("an argument's name", slot.getKey()),
                        kept(quoted(slot.getKey()), slot.getValue().asString())));
        Optional<Amount> amount = Optional.of(node.path("amount"))
                .filter(JsonNode::isObject)
                .map(it -> new Amount(
                        minor(it.path("minor")),
                        kept(quoted("currency"), it.path("currency").asString(""))));
        return new Wanted(text(node, "case"), action, text(node, "account"), slots, amount, text(node, "reason"));
    }

    static String write(Answer.Changed changed) {
        return JSON.writeValueAsString(
                Map.of("remote_id", changed.remoteId(), "confirmed", new TreeMap<>(changed.confirmed())));
    }

    /** @throws IllegalArgumentException when it is no such thing */
    static Answer.Changed readChanged(String body) {
        JsonNode node = tree(body);
        Map<String, String> confirmed = new TreeMap<>();
        node.path("confirmed")
                .propertyStream()
                .forEach(field -> confirmed.put(field.getKey(), field.getValue().asString()));
        return new Answer.Changed(text(node, "remote_id"), confirmed);
    }

    static String because(String why) {
        return JSON.writeValueAsString(Map.of("why", why));
    }

    static JsonNode tree(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("not JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString() || value.asString().isBlank()) {
            throw new IllegalArgumentException(quoted(field) + " must be text");
        }
        return kept(quoted(field), value.asString());
    }

    /**
     * The database keeps every character but one.
     *
     * @throws IllegalArgumentException when it is in there
     */
    static String kept(String name, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " holds the character U+0000; leave it out");
        }
        return text;
    }

    private static String quoted(String field) {
        return "\"" + field + "\"";
    }

    private static long minor(JsonNode number) {
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw new IllegalArgumentException("\"minor\" must be a whole number of minor units");
        }
        return number.asLong();
    }
}
