package io.sallyport.evaluation.actions;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ways of paying in a customer's profile. */
record Wallet(Fields profile, String balanceField) {

    private Optional<Fields> find(String id) {
        JsonNode method = profile.node().path("payment_methods").path(id);
        return method.isObject() ? Optional.of(new Fields(method)) : Optional.empty();
    }

    String kind(String id) {
        return find(id).map(method -> method.text("source", "")).orElse("none");
    }

    /** Cents left on a gift card or certificate; 0 for what holds no money itself. */
    long funds(String id) {
        return find(id).filter(method -> method.has(balanceField))
                .map(method -> method.cents(balanceField))
                .orElse(0L);
    }

    Facts facts(String id) {
        return new Facts()
                .with("in_profile", find(id).isPresent())
                .with("kind", kind(id))
                .with("funds", funds(id));
    }

    /** Takes cents from what holds money itself; nothing from cards. */
    static void spend(ObjectNode profile, String balanceField, String id, long cents) {
        if (profile.path("payment_methods").path(id) instanceof ObjectNode method && method.has(balanceField)) {
            long left = new Fields(method).cents(balanceField) - Math.max(0, cents);
            method.put(balanceField, java.math.BigDecimal.valueOf(left, 2));
        }
    }
}
