package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionPlan.Slot;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The records that a plan speaks of, as they stand now.
 *
 * @param about what is to be changed: the first that is not the account itself, or the account
 */
record Reading(BusinessRecord account, BusinessRecord about) {

    private static final String ACCOUNT = "account";

    /** Where a plan names a word of its own catalogue entry, there is no record; policies say which words they take. */
    private static final String CATALOGUE = "action";

    /**
     * @throws Unfit when a record is missing or does not say what the plan says
     * @throws BusinessRecords.Unreachable when a system does not answer
     */
    static Reading of(ActionPlan plan, BusinessRecords records) {
        BusinessRecord account = read(records, ACCOUNT, plan.customer());
        Map<String, List<Slot>> byRecord = new LinkedHashMap<>();
        plan.slots()
                .forEach(slot -> byRecord.merge(
                        slot.checkedAgainst().record(),
                        List.of(slot),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        BusinessRecord about = account;
        for (Map.Entry<String, List<Slot>> entry : byRecord.entrySet()) {
            if (isOfCatalogue(plan, entry.getKey(), entry.getValue())) {
                continue;
            }
            BusinessRecord record = entry.getKey().equals(account.name()) ? account : read(records, entry.getKey());
            SlotCheck.check(record, entry.getValue());
            if (!record.kind().equals(ACCOUNT)) {
                about = onlyOne(about, record);
            } else if (!record.id().equals(plan.customer())) {
                throw Unfit.contradicted("the plan is about " + plan.customer() + " and speaks of " + record.name());
            }
        }
        SlotCheck.checkAmount(plan);
        return new Reading(account, about);
    }

    private static BusinessRecord onlyOne(BusinessRecord about, BusinessRecord record) {
        if (!about.kind().equals(ACCOUNT)) {
            throw Unfit.missing("the plan is about " + about.name() + " and " + record.name());
        }
        return record;
    }

    private static boolean isOfCatalogue(ActionPlan plan, String record, List<Slot> slots) {
        if (!record.startsWith(CATALOGUE + ":")) {
            return false;
        }
        boolean isOwn = record.equals(CATALOGUE + ":" + plan.action())
                && slots.stream().allMatch(slot -> slot.checkedAgainst().field().equals(slot.name()));
        if (!isOwn) {
            throw Unfit.contradicted("the plan was checked against another action");
        }
        return true;
    }

    private static BusinessRecord read(BusinessRecords records, String name) {
        int colon = name.indexOf(':');
        if (colon <= 0 || colon == name.length() - 1) {
            throw Unfit.contradicted("'" + name + "' names no record");
        }
        return read(records, name.substring(0, colon), name.substring(colon + 1));
    }

    private static BusinessRecord read(BusinessRecords records, String kind, String id) {
        return records.find(kind, id)
                .filter(record -> record.kind().equals(kind) && record.id().equals(id))
                .orElseThrow(() -> Unfit.missing("there is no " + kind + " " + id));
    }
}
