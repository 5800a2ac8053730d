package io.sallyport.evaluation.actions;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads a call's arguments or a record: what is absent or of another kind makes the call unfit. */
record Fields(JsonNode node) {

    boolean has(String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new UnfitCall("no text in " + name);
        }
        return value.asString();
    }

    String text(String name, String otherwise) {
        return node.path(name).asString(otherwise);
    }

    long whole(String name) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber()) {
            throw new UnfitCall("no whole number in " + name);
        }
        return value.asLong();
    }

    /** In cents, of an amount written in dollars. */
    long cents(String name) {
        JsonNode value = node.path(name);
        if (!value.isNumber()) {
            throw new UnfitCall("no amount in " + name);
        }
        try {
            return new BigDecimal(value.asString()).movePointRight(2).longValueExact();
        } catch (ArithmeticException tooFine) {
            throw new UnfitCall("no whole cents in " + name);
        }
    }

    List<Fields> all(String name) {
        JsonNode values = node.path(name);
        if (!values.isArray()) {
            throw new UnfitCall("no list in " + name);
        }
        return values.valueStream().map(Fields::new).toList();
    }

    List<String> texts(String name) {
        return all(name).stream()
                .map(each -> {
                    if (!each.node.isString()) {
                        throw new UnfitCall("something else than text in " + name);
                    }
                    return each.node.asString();
                })
                .toList();
    }

    Fields in(String name) {
        return new Fields(node.path(name));
    }
}
