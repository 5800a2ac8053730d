package io.sallyport.testkit;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import java.util.List;
import java.util.Optional;

/** A case whose refund waits for somebody's yes. */
public final class HeldRefunds {

    private HeldRefunds() {}

    public static CaseRecord in(DeskKit desk) {
        CaseId id = desk.ticket("Please give me my money back.");
        desk.decide(id, new Fact.ActionPlanned(plan(id)));
        desk.decide(id, new Fact.ActionHeld("above the limit"));
        return desk.load(id);
    }

    /** 49 dollars for a kayak that leaks. */
    public static ActionPlan plan(CaseId id) {
        var order = new ActionPlan.Slot("order", "HL-1", new ActionPlan.RecordField("order:HL-1", "id"));
        var amount = Optional.of(new Amount(4900, "USD"));
        return new ActionPlan(id, "refund", "0".repeat(64), "acc-1", List.of(order), "defective", amount);
    }
}
