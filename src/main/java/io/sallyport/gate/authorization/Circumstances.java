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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What policies are told beside the records. */
record Circumstances(
        ActionPlan plan, BusinessRecord about, Usage usage, String homeCurrency, Assurance assurance, Yes yes) {

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
        if (declared.containsKey("digital")) {
            all.put("digital", new Flag(isDigital()));
        }
        all.keySet().retainAll(declared.keySet());
        return all;
    }

    /** Of the item that is meant, or of anything in the order. */
    private boolean isDigital() {
        List<Slot> skus =
                plan.slots().stream().filter(slot -> slot.name().equals("sku")).toList();
        if (skus.isEmpty()) {
            return about.kind().equals("order")
                    && flag(about.find("has_digital").orElse(null), about.name());
        }
        return skus.stream()
                .flatMap(slot -> SlotCheck.entries(about, "items")
                        .filter(item ->
                                new Text(slot.value()).equals(item.fields().get("sku"))))
                .anyMatch(item -> flag(item.fields().get("digital"), about.name()));
    }

    private static boolean flag(@Nullable FieldValue value, String of) {
        if (value instanceof Flag(boolean flag)) {
            return flag;
        }
        throw Unfit.missing(of + " does not say whether it is digital");
    }
}
