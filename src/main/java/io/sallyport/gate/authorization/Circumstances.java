package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionPlan.Slot;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import io.sallyport.casefile.FieldValue.Flag;
import io.sallyport.casefile.FieldValue.Text;
import io.sallyport.casefile.FieldValue.Whole;
import io.sallyport.gate.authorization.SchemaShape.Attribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What policies are told beside the records. */
record Circumstances(
        ActionPlan plan, BusinessRecord about, Usage usage, String homeCurrency, Assurance assurance, Yes yes) {

    static final String DIGITAL = "digital";

    private static final String SKU = "sku";
    private static final String ITEMS = "items";
    private static final String HAS_DIGITAL = "has_digital";

    Circumstances proven() {
        return new Circumstances(plan, about, usage, homeCurrency, Assurance.PROVEN, yes);
    }

    Circumstances withOneMoreLead() {
        return with(yes.andALead());
    }

    Circumstances with(Yes other) {
        return new Circumstances(plan, about, usage, homeCurrency, assurance, other);
    }

    /** Those that the schema declares for the action. */
    Map<String, FieldValue> context(Map<String, Attribute> declared) {
        Map<String, FieldValue> all = new HashMap<>();
        all.put(
                "asked",
                new FieldValue.Group(
                        plan.slots().stream().collect(Collectors.toMap(Slot::name, slot -> new Text(slot.value())))));
        all.put("reason", new Text(plan.reason()));
        all.put("assurance", new Text(assurance.label()));
        all.put("approvals", new Whole(yes.persons()));
        all.put("leads", new Whole(yes.leads()));
        all.put("amount_minor", new Whole(plan.amount().map(Amount::minor).orElse(0L)));
        all.put("currency", new Text(plan.amount().map(Amount::currency).orElse(homeCurrency)));
        all.put("home_currency", new Text(homeCurrency));
        all.put("customer_day_minor", new Whole(usage.customerDay()));
        all.put("customer_month_minor", new Whole(usage.customerMonth()));
        all.put("lane_day_minor", new Whole(usage.laneDay()));
        all.put("company_day_minor", new Whole(usage.companyDay()));
        all.put("customer_month_count", new Whole(usage.customerCount()));
        if (declared.containsKey(DIGITAL)) {
            all.put(DIGITAL, new Flag(isDigital()));
        }
        all.keySet().retainAll(declared.keySet());
        return all;
    }

    /** By which field of a record of this kind it is told whether what a plan with such arguments is about is digital. */
    static Optional<String> findDigitalField(String kind, Set<String> arguments) {
        if (arguments.contains(SKU)) {
            return Optional.of(ITEMS);
        }
        return isOrder(kind) ? Optional.of(HAS_DIGITAL) : Optional.empty();
    }

    private static boolean isOrder(String kind) {
        return kind.equals("order");
    }

    /** Of the item that is meant, or of anything in the order. */
    private boolean isDigital() {
        List<Slot> skus =
                plan.slots().stream().filter(slot -> slot.name().equals(SKU)).toList();
        if (skus.isEmpty()) {
            return isOrder(about.kind()) && flag(about.find(HAS_DIGITAL).orElse(null), about.name());
        }
        return skus.stream()
                .flatMap(slot -> SlotCheck.entries(about, ITEMS)
                        .filter(item ->
                                new Text(slot.value()).equals(item.fields().get(SKU))))
                .anyMatch(item -> flag(item.fields().get(DIGITAL), about.name()));
    }

    private static boolean flag(@Nullable FieldValue value, String of) {
        if (value instanceof Flag(boolean flag)) {
            return flag;
        }
        throw Unfit.missing(of + " does not say whether it is digital");
    }
}
