package io.sallyport.connector.sandbox;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Amount;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A change as it is asked of the sandbox.
 *
 * @param action without the connector's name, such as {@code refund}
 * @param slots arguments by name
 */
record Wanted(
        String caseId,
        String action,
        String account,
        Map<String, String> slots,
        Optional<Amount> amount,
        String reason) {

    Wanted {
        slots = Map.copyOf(slots);
    }

    static Wanted of(String action, ActionPlan plan) {
        Map<String, String> slots = new TreeMap<>();
        plan.slots().forEach(slot -> slots.put(slot.name(), slot.value()));
        return new Wanted(plan.caseId().value(), action, plan.customer(), slots, plan.amount(), plan.reason());
    }

    Optional<String> find(String slot) {
        return Optional.ofNullable(slots.get(slot));
    }

    /** @throws Refusal when it is not there */
    String slot(String name) {
        return find(name).orElseThrow(() -> new Refusal("a " + action + " needs the argument " + name));
    }

    /**
     * Empty when no money is to move.
     *
     * @throws Refusal when the arguments name another sum than the plan
     */
    Optional<Amount> findSum() {
        agree("amount", amount.map(it -> Long.toString(it.minor())));
        agree("currency", amount.map(Amount::currency));
        return amount.filter(it -> it.minor() > 0);
    }

    /** @throws Refusal when no amount is named */
    Amount sum() {
        return findSum().orElseThrow(() -> new Refusal("a " + action + " needs an amount above nothing"));
    }

    /** @throws Refusal when the argument is there and the record says something else */
    void agree(String slot, Optional<String> onRecord) {
        if (find(slot).isPresent() && !find(slot).equals(onRecord)) {
            throw new Refusal("the argument " + slot + " is not what is on record");
        }
    }
}
