package io.sallyport.action;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every action that this desk may plan. Immutable. */
public final class Catalogue {

    /** For a desk without an action lane. */
    public static final Catalogue EMPTY = new Catalogue(List.of());

    private final Map<String, Definition> definitions;

    public Catalogue(List<Definition> definitions) {
        this.definitions =
                definitions.stream().collect(Collectors.toUnmodifiableMap(Definition::name, Function.identity()));
    }

    public Optional<Definition> find(String action) {
        return Optional.ofNullable(definitions.get(action));
    }

    /** The entry that a plan was made by; empty when it is gone or has changed since. */
    public Optional<Definition> findFor(ActionPlan plan) {
        return find(plan.action()).filter(found -> found.hash().equals(plan.definition()));
    }

    /** What a reply may say of an action, from what the other side confirmed. */
    public Receipt receipt(ActionPlan plan, String effectId, Map<String, String> confirmed, Instant at) {
        return new Receipt(effectId, plan.action(), List.of(), confirmed, at);
    }
}
