package io.sallyport.casefile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The only thing that the action lane may carry out: what to do, every argument with the record field that it was checked
 * against. No part of it is a customer's prose.
 *
 * @param action the catalogue's name for it, such as {@code refund}
 * @param definition SHA-256 in hex of the catalogue entry that it was planned by
 * @param customer the account's id
 * @param slots the arguments, in the catalogue's order
 * @param reason a code of the catalogue's list
 * @param amount what it moves, empty when it moves no money
 */
public record ActionPlan(
        CaseId caseId,
        String action,
        String definition,
        String customer,
        List<Slot> slots,
        String reason,
        Optional<Amount> amount)
        implements Proposal {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public ActionPlan {
        slots = List.copyOf(slots);
        if (!CODE.matcher(action).matches() || !CODE.matcher(reason).matches()) {
            throw new IllegalArgumentException("not a code: '" + action + "', '" + reason + "'");
        }
        if (slots.stream().map(Slot::name).distinct().count() != slots.size()) {
            throw new IllegalArgumentException("an argument of " + action + " is there twice");
        }
    }

    /**
     * One argument.
     *
     * @param value as the executor gets it; numbers in digits
     * @param checkedAgainst where the very value stands
     */
    public record Slot(String name, String value, RecordField checkedAgainst) {

        /** Longer than an id, a code, a day or an address ever is. */
        private static final int LONGEST = 254;

        public Slot {
            if (!CODE.matcher(name.replace('_', '-')).matches()) {
                throw new IllegalArgumentException("not the name of an argument: '" + name + "'");
            }
            if (value.isEmpty() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("the argument " + name + " is no value of a record");
            }
        }
    }

    /**
     * A field of a business record.
     *
     * @param record such as {@code order:HL-100533}
     */
    public record RecordField(String record, String field) {
        @Override
        public String toString() {
            return record + "#" + field;
        }
    }

    @Override
    public Lane lane() {
        return Lane.ACTION;
    }

    /** Names this very content; approvals are for it. */
    public String hash() {
        return ChainHash.of(canonicalContent());
    }

    public Optional<String> value(String slot) {
        return slots.stream()
                .filter(each -> each.name().equals(slot))
                .map(Slot::value)
                .findFirst();
    }

    /** Of the effect that carries it out: the same change of the same things in the same case has the same id, whatever message asked for it. */
    public String effectId() {
        return Effect.idOf(caseId.value(), canonicalContent());
    }

    @Override
    public String canonicalContent() {
        return slots.stream()
                .map(slot -> slot.name() + "=" + slot.value() + "|" + slot.checkedAgainst())
                .collect(Collectors.joining(
                        "\n",
                        String.join(
                                        "|",
                                        "action",
                                        caseId.value(),
                                        action,
                                        definition,
                                        customer,
                                        reason,
                                        amount.map(Amount::toString).orElse("-"))
                                + "\n",
                        ""));
    }
}
