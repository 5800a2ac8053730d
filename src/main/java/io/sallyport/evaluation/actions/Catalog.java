package io.sallyport.evaluation.actions;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the shop sells: items by id. */
record Catalog(Map<String, Item> items) {

    /** @param cents its price today */
    record Item(String id, String product, boolean available, long cents) {}

    static Catalog of(JsonNode products) {
        Map<String, Item> items = new HashMap<>();
        products.forEachEntry((product, record) -> record.path("variants")
                .forEachEntry((id, variant) -> items.put(
                        id,
                        new Item(
                                id,
                                product,
                                variant.path("available").asBoolean(false),
                                new Fields(variant).cents("price")))));
        return new Catalog(Map.copyOf(items));
    }

    Optional<Item> find(String id) {
        return Optional.ofNullable(items.get(id));
    }

    Item get(String id) {
        return find(id).orElseThrow(() -> new UnfitCall("there is no item '" + id + "'"));
    }
}
