package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionPlan.Slot;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds every argument of a plan again in the record that it was checked against, as that record stands now. */
final class SlotCheck {

    /** What an entry of a list goes by. */
    private static final List<String> KEYS = List.of("sku", "id", "email");

    private SlotCheck() {}

    /**
     * @param slots all that were checked against this record
     * @throws Unfit when one of them does not stand there
     */
    static void check(BusinessRecord record, List<Slot> slots) {
        Map<String, List<Slot>> byList =
                slots.stream().collect(Collectors.groupingBy(slot -> list(slot).orElse("")));
        byList.forEach((list, within) -> {
            boolean isThere = list.isEmpty()
                    ? within.stream().allMatch(slot -> holds(record, slot))
                    : entries(record, list).anyMatch(group -> within.stream().allMatch(slot -> holds(group, slot)));
            if (!isThere) {
                throw Unfit.contradicted(record.name() + " does not say what the plan says of "
                        + within.stream().map(Slot::name).collect(Collectors.joining(", ")));
            }
        });
    }

    /** An amount is one that a record names, in the currency that a record names. */
    static void checkAmount(ActionPlan plan) {
        plan.amount().ifPresent(amount -> {
            boolean isNamed = has(plan, Long.toString(amount.minor()), "_minor");
            if (!isNamed || !has(plan, amount.currency(), "currency")) {
                throw Unfit.contradicted("no record says that it is " + amount);
            }
        });
        boolean namesMoney = plan.slots().stream()
                .anyMatch(slot -> slot.checkedAgainst().field().endsWith("_minor"));
        if (namesMoney && plan.amount().map(Amount::minor).isEmpty()) {
            throw Unfit.contradicted("an argument is money and the plan moves none");
        }
    }

    private static boolean has(ActionPlan plan, String value, String field) {
        return plan.slots().stream()
                .anyMatch(slot -> slot.value().equals(value)
                        && slot.checkedAgainst().field().endsWith(field));
    }

    /** The entries that a path such as {@code items[HL-LEAK].price_minor} or {@code items.sku} speaks of. */
    static Stream<FieldValue.Group> entries(BusinessRecord record, String path) {
        int bracket = path.indexOf('[');
        if (bracket < 0) {
            return groups(record, path);
        }
        String key = path.substring(bracket + 1, Math.max(bracket + 1, path.lastIndexOf(']')));
        List<FieldValue.Group> all = groups(record, path.substring(0, bracket)).toList();
        List<FieldValue.Group> named = all.stream()
                .filter(entry -> KEYS.stream()
                        .anyMatch(field ->
                                new FieldValue.Text(key).equals(entry.fields().get(field))))
                .toList();
        return named.isEmpty() && key.matches("\\d{1,4}")
                ? all.stream().skip(Integer.parseInt(key)).limit(1)
                : named.stream();
    }

    private static Stream<FieldValue.Group> groups(BusinessRecord record, String list) {
        return record.find(list).stream()
                .flatMap(value ->
                        value instanceof FieldValue.Many(List<FieldValue> all) ? all.stream() : Stream.of(value))
                .mapMulti((value, out) -> {
                    if (value instanceof FieldValue.Group group) {
                        out.accept(group);
                    }
                });
    }

    private static Optional<String> list(Slot slot) {
        String field = slot.checkedAgainst().field();
        int dot = field.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(field.substring(0, dot));
    }

    private static boolean holds(BusinessRecord record, Slot slot) {
        String field = slot.checkedAgainst().field();
        return field.equals("id")
                ? record.id().equals(slot.value())
                : record.find(field).filter(value -> says(value, slot.value())).isPresent();
    }

    private static boolean holds(FieldValue.Group group, Slot slot) {
        String field = slot.checkedAgainst().field();
        return Optional.ofNullable(group.fields().get(field.substring(field.lastIndexOf('.') + 1)))
                .filter(value -> says(value, slot.value()))
                .isPresent();
    }

    private static boolean says(FieldValue value, String wanted) {
        return switch (value) {
            case FieldValue.Text(String text) -> text.equals(wanted);
            case FieldValue.Whole(long number) -> Long.toString(number).equals(wanted);
            case FieldValue.Flag(boolean flag) -> Boolean.toString(flag).equals(wanted);
            case FieldValue.Many(List<FieldValue> all) -> all.stream().anyMatch(each -> says(each, wanted));
            case FieldValue.Group _ -> false;
        };
    }
}
