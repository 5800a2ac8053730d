package io.sallyport.audit;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Approval;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Effect.PermitSlip;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Proof;
import io.sallyport.casefile.Proposal;
import io.sallyport.casefile.Receipt;
import io.sallyport.casefile.Undo;
import io.sallyport.casefile.Verdict;
import io.sallyport.testkit.HeldRefunds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of each of the action lane's facts. */
final class ActionFacts {

    private static final String HASH = "0".repeat(64);

    private ActionFacts() {}

    static List<Fact> of(CaseRecord record) {
        Instant at = record.openedAt();
        ActionPlan plan = HeldRefunds.plan(record.id());
        var proof = new Proof("acc-1", "one-time code", at, at.plusSeconds(1800));
        Verdict stop = Verdict.stop("authorization", "above the limit", Verdict.Remedy.APPROVAL);
        return List.of(
                new Fact.ActionPlanned(plan),
                new Fact.ActionNotPlanned("nothing was asked for"),
                new Fact.ActionSlotMissing("refund", "order", List.of("HL-1", "HL-2")),
                new Fact.ActionForPerson("the order is in dispute"),
                new Fact.ActionJudged(HASH, List.of(stop)),
                new Fact.ActionHeld("above the limit"),
                new Fact.ActionApproved(new Approval(HASH, "Ines", "lead", at)),
                new Fact.ActionRejected("not this customer"),
                new Fact.ActionDenied(),
                new Fact.CodeTried("ch-1", Fact.CodeTried.Outcome.ACCEPTED, Optional.of(proof)),
                new Fact.CodeTried("ch-1", Fact.CodeTried.Outcome.WRONG, Optional.empty()),
                new Fact.CodeAwaited(),
                new Fact.ActionTurnedBack(List.of(stop)),
                intended(plan, at),
                intended(new Undo("fx-1", plan, "Ines"), at),
                intended(new CodeMail(record.id(), "ch-1", "acc-1", "a@mill.example", at), at),
                new Fact.ReceiptIssued(new Receipt(
                        "fx-1", "refund", List.of("We refunded 49 dollars."), Map.of("minor", "4900"), at)));
    }

    private static Fact intended(Proposal content, Instant at) {
        var slip = new PermitSlip(HASH, 1, List.of("identity"), List.of(), at);
        return new Fact.EffectIntended(new Effect("fx-1", content, slip, at, Optional.empty()));
    }
}
