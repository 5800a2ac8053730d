package io.sallyport.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.ActionPlan.RecordField;
import io.sallyport.casefile.ActionPlan.Slot;
import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Expectation;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.Proposal;
import io.sallyport.casefile.Receipt;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Undo;
import io.sallyport.casefile.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptCitationTest {

    private static final String DONE = "We have refunded $49.00 for order HL-100533 to the original payment method.";
    private static final String EFFECT = "e-1";

    private final GateCase desk = new GateCase();

    private ActionPlan plan() {
        return plan(desk.record().id());
    }

    private static ActionPlan plan(CaseId id) {
        var order = new Slot("order", "HL-100533", new RecordField("order:HL-100533", "id"));
        return new ActionPlan(
                id,
                "refund",
                "0".repeat(64),
                "acc-1",
                List.of(order),
                "not-said",
                Optional.of(new Amount(4900, "USD")));
    }

    private Effect effect(String id, Proposal content) {
        var slip = new Effect.PermitSlip(
                "h", 1, List.of("identity"), List.of(), desk.now().plusSeconds(60));
        return new Effect(id, content, slip, desk.now(), Optional.empty());
    }

    private Assurance assurance = Assurance.MATCHED;

    private Receipt receipt(String effect) {
        return new Receipt(effect, "refund", List.of(DONE), Map.of("order", "HL-100533"), desk.now());
    }

    private List<Fact> done() {
        return new ArrayList<>(List.of(
                new Fact.ActionPlanned(plan()),
                new Fact.EffectIntended(effect(EFFECT, plan())),
                new Fact.EffectSettled(EFFECT, new Delivery.Accepted("re_1")),
                new Fact.ReceiptIssued(receipt(EFFECT))));
    }

    private List<Verdict> judge(List<Fact> facts, Sentence... sentences) {
        var record = desk.recordWith(facts.toArray(Fact[]::new));
        Reply reply = GateCase.reply(sentences);
        return desk.gates().telling(_ -> assurance).all().stream()
                .map(gate -> gate.judge(record, reply))
                .toList();
    }

    private static SourceRef ref(String effect) {
        return new SourceRef("receipt:" + effect, 1);
    }

    @Test
    void aHandOverHasToSayWhatWasDone() {
        List<Fact> facts = done();
        facts.add(new Fact.Escalated("billing", List.of(), "the rest is for a person", List.of()));
        facts.add(new Fact.WaitEstimated(new Expectation(desk.now().plus(Duration.ofHours(8)), "UTC", "P4")));
        var record = desk.recordWith(facts.toArray(Fact[]::new));
        Reply told = HandOverText.of(record).orElseThrow().reply();
        assertThat(told.text()).contains(DONE);
        assertThat(desk.gates().all()).allMatch(gate -> gate.judge(record, told).isPass());
        Reply silent = new Reply(
                told.kind(),
                told.to(),
                told.subject(),
                told.language(),
                told.sentences().stream()
                        .filter(sentence -> !sentence.text().equals(DONE))
                        .toList());
        assertThat(desk.gates().all())
                .anyMatch(gate -> !gate.judge(record, silent).isPass());
    }

    @Test
    void aReceiptsOwnSentencePassesOnItsOwnCase() {
        assertThat(judge(done(), GateCase.quoted(DONE, ref(EFFECT)))).allMatch(Verdict::isPass);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We have refunded $490.00 for order HL-100533 to the original payment method.",
                "We have refunded $49.00 for order HL-100534 to the original payment method.",
                "We have refunded $49.00 for order HL-100533.",
                "We have refunded $49.00 for order HL-100533 to your new card.",
                "We have not refunded $49.00 for order HL-100533 to the original payment method.",
                "Your refund of $49.00 for order HL-100533 is done.",
            })
    void whatTheReceiptDoesNotSayWordForWordIsStopped(String altered) {
        assertThat(judge(done(), GateCase.citing(altered, ref(EFFECT), DONE))).anyMatch(verdict -> !verdict.isPass());
        assertThat(judge(done(), GateCase.quoted(altered, ref(EFFECT)))).anyMatch(verdict -> !verdict.isPass());
    }

    @Test
    void aReceiptOfAnotherCaseIsStopped() {
        var facts = done();
        facts.set(0, new Fact.ActionPlanned(plan(new CaseId("SP-9999999999"))));
        facts.set(1, new Fact.EffectIntended(effect(EFFECT, plan(new CaseId("SP-9999999999")))));
        assertThat(judge(facts, GateCase.quoted(DONE, ref(EFFECT)))).anyMatch(verdict -> !verdict.isPass());
        assertThat(judge(List.of(), GateCase.quoted(DONE, ref(EFFECT)))).anyMatch(verdict -> !verdict.isPass());
    }

    @Test
    void anInventedReceiptIsStopped() {
        assertThat(judge(done(), GateCase.quoted(DONE, ref("e-2")))).anyMatch(verdict -> !verdict.isPass());
        assertThat(judge(done(), GateCase.quoted(DONE, new SourceRef("receipt:" + EFFECT, 2))))
                .anyMatch(verdict -> !verdict.isPass());
        assertThat(judge(
                        List.of(new Fact.ActionPlanned(plan()), new Fact.ReceiptIssued(receipt(EFFECT))),
                        GateCase.quoted(DONE, ref(EFFECT))))
                .anyMatch(verdict -> !verdict.isPass());
    }

    @Test
    void anArticleThatPosesAsAReceiptIsStopped() {
        desk.put(ref(EFFECT), DONE);
        assertThat(judge(List.of(), GateCase.quoted(DONE, ref(EFFECT)))).anyMatch(verdict -> !verdict.isPass());
    }

    @Test
    void aReceiptWithoutItsCitationIsAnUnprovenClaim() {
        assertThat(judge(done(), GateCase.plain(DONE))).anyMatch(verdict -> !verdict.isPass());
    }

    @Test
    void whatWasTakenBackIsSaidNoLonger() {
        var facts = done();
        facts.add(new Fact.EffectIntended(effect("u-1", new Undo(EFFECT, plan(), "Ines"))));
        facts.add(new Fact.EffectSettled("u-1", new Delivery.Unknown("timed out")));
        assertThat(judge(facts, GateCase.quoted(DONE, ref(EFFECT)))).anyMatch(verdict -> !verdict.isPass());
        facts.set(facts.size() - 1, new Fact.EffectSettled("u-1", new Delivery.Refused("too late")));
        assertThat(judge(facts, GateCase.quoted(DONE, ref(EFFECT)))).allMatch(Verdict::isPass);
    }

    @Test
    void aSlotIsAskedForOnlyInTheRecordsWordsAndWithItsChoices() {
        var asking = new Fact.ActionSlotMissing("order-cancellation", "order", List.of("HL-100533", "HL-100534"));
        String question = "Please tell us which order it is about: HL-100533, HL-100534.";
        assertThat(judge(List.of(asking), GateCase.plain(question))).allMatch(Verdict::isPass);
        assertThat(judge(List.of(asking), GateCase.plain("Please tell us which order it is about.")))
                .allMatch(Verdict::isPass);
        assertThat(judge(List.of(), GateCase.plain(question))).anyMatch(verdict -> !verdict.isPass());
        assertThat(judge(List.of(asking), GateCase.plain(question.replace("HL-100534", "HL-777777"))))
                .anyMatch(verdict -> !verdict.isPass());
    }

    @Test
    void addressesAreAskedForAsTheCustomerKnowsThem() {
        String street = "4 Harbour Lane, Torvik";
        var asking = new Fact.ActionSlotMissing(
                "address-change", "address of your account", List.of(street, "27 Mill Street, Columbus, OH"));
        String question = "Please tell us which address of your account it is about: " + street
                + "; 27 Mill Street, Columbus, OH.";
        assertThat(judge(List.of(asking), GateCase.plain(question))).allMatch(Verdict::isPass);
        assertThat(judge(List.of(asking), GateCase.plain(question.replace("27", "29"))))
                .anyMatch(verdict -> !verdict.isPass());
        assurance = Assurance.CLAIMED;
        assertThat(stoppedBy(asking, question)).containsExactly("disclosure");
        assertThat(stoppedBy(asking, "Please tell us which address of your account it is about."))
                .isEmpty();
    }

    @Test
    void whereAnOrderGoesNowIsSaidFromTheReceipt() {
        String told = "Order HL-100533 now goes to 4 Harbour Lane.";
        var facts = done();
        facts.set(
                facts.size() - 1,
                new Fact.ReceiptIssued(new Receipt(
                        EFFECT,
                        "refund",
                        List.of(told),
                        Map.of("order", "HL-100533", "address", "4 Harbour Lane"),
                        desk.now())));
        assertThat(judge(facts, GateCase.quoted(told, ref(EFFECT)))).allMatch(Verdict::isPass);
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "CLAIMED"})
    void whatAnAccountHoldsIsNamedToNobodyWhoMayBeSomebodyElse(Assurance tooLow) {
        assurance = tooLow;
        var orders = new Fact.ActionSlotMissing("order-cancellation", "order", List.of("HL-100533", "HL-100534"));
        var plans = new Fact.ActionSlotMissing("plan-upgrade", "new plan", List.of("Team", "Enterprise"));
        assertThat(stoppedBy(orders, "Please tell us which order it is about: HL-100533, HL-100534."))
                .containsExactly("disclosure");
        assertThat(stoppedBy(plans, "Please tell us which new plan it is about: Team, Enterprise."))
                .containsExactly("disclosure");
        assertThat(stoppedBy(orders, "Is it HL-100533?")).contains("disclosure");
        assertThat(stoppedBy(orders, "Please tell us which order it is about.")).isEmpty();
        assertThat(stoppedBy(plans, "Please tell us which new plan it is about."))
                .isEmpty();
        assurance = Assurance.PROVEN;
        assertThat(stoppedBy(orders, "Please tell us which order it is about: HL-100533, HL-100534."))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "CLAIMED"})
    void thatAChangeIsRefusedIsToldToNobodyWhoMayBeSomebodyElse(Assurance tooLow) {
        List<Fact> denied = List.of(
                new Fact.ActionPlanned(plan()),
                new Fact.ActionJudged(plan().hash(), List.of(Verdict.stop("authorization", "too late"))),
                new Fact.ActionDenied());
        assurance = tooLow;
        assertThat(stoppedBy(denied, ActionWork.Denied.SENTENCE)).containsExactly("disclosure");
        assurance = Assurance.MATCHED;
        assertThat(stoppedBy(denied, ActionWork.Denied.SENTENCE)).isEmpty();
    }

    private List<String> stoppedBy(Fact asking, String sentence) {
        return stoppedBy(List.of(asking), sentence);
    }

    private List<String> stoppedBy(List<Fact> facts, String sentence) {
        return judge(facts, GateCase.plain(sentence)).stream()
                .filter(verdict -> !verdict.isPass())
                .map(Verdict::gate)
                .toList();
    }

    @Test
    void aCodeIsSpokenOfOnlyWhereOneIsUnderWayAndNeverWithTheWholeAddress() {
        var mail = new CodeMail(
                desk.record().id(),
                "ch-1",
                "acc-1",
                "accounts@orchard.example",
                desk.now().plus(Duration.ofMinutes(10)));
        List<Fact> facts = List.of(
                new Fact.ActionPlanned(plan()),
                new Fact.EffectIntended(effect("c-1", mail)),
                new Fact.EffectSettled("c-1", new Delivery.Accepted("mail-1")));
        String sent = "We have sent a one-time code to a…@orchard.example.";
        String asked = "Please reply to this message with the code, which is valid until 09:10 UTC.";
        assertThat(judge(facts, GateCase.plain(sent), GateCase.plain(asked))).allMatch(Verdict::isPass);
        assertThat(judge(List.of(), GateCase.plain(sent))).anyMatch(verdict -> !verdict.isPass());
        assertThat(judge(facts, GateCase.plain(sent.replace("a…@", "accounts@"))))
                .anyMatch(verdict -> !verdict.isPass());
        assertThat(judge(facts, GateCase.plain(asked.replace("09:10", "19:10"))))
                .anyMatch(verdict -> !verdict.isPass());
        assertThat(judge(facts, GateCase.plain("The code in your message is not the one that we sent.")))
                .anyMatch(verdict -> !verdict.isPass());
    }
}
