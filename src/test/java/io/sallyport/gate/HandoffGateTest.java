package io.sallyport.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.testkit.HandedOver;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoffGateTest {

    private final CaseRecord record = HandedOver.of(
                    Category.BILLING, Priority.P3, new Trigger(Trigger.Kind.NO_ANSWER, "no article covers it"))
            .from(new Customer("mara@example.com", "Mara Lind", "home", false, false, 7_200, "USD"))
            .saying("You charged me $24 on 3 March for invoice HL-20931. I only use the Home plan.");

    private static Packet packet(CaseRecord record, String problem, String quote, String nextStep) {
        Packet bare = Packet.bare(record);
        return new Packet(
                problem,
                bare.severity(),
                bare.impact(),
                bare.tried(),
                Optional.empty(),
                List.of(new Packet.Detail("details.charge", quote)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                nextStep,
                bare.owner(),
                bare.ask(),
                List.of());
    }

    private Verdict judge(String problem, String quote, String nextStep) {
        return new HandoffGate().judge(record, packet(record, problem, quote, nextStep));
    }

    @Test
    void passesWhatTheCaseBears() {
        assertThat(judge("They paid $24 on 3 March.", "invoice HL-20931", "Check the charge.")
                        .isPass())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They paid $42 on 3 March.",
                "They paid $24 on 4 March.",
                "Write to someone@else.example.",
                "It is about invoice HL-20932.",
                "They use it with Grafana Cloud.",
                "They pay 30 % more."
            })
    void stopsAProblemOrNextStepThatTheCaseDoesNotBear(String claim) {
        assertThat(judge(claim, "invoice HL-20931", "Check the charge.").isPass())
                .isFalse();
        assertThat(judge("They were charged.", "invoice HL-20931", claim).isPass())
                .isFalse();
    }

    @Test
    void stopsWordsThatTheCustomerDidNotWrite() {
        assertThat(judge("They were charged.", "You charged me twice", "Check the charge."))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.reason()).isEqualTo("the customer did not write that"));
    }

    @Test
    void stopsAPacketWithoutWhatItsKindOfCaseNeeds() {
        assertThat(judge("They were charged.", "", "Check the charge."))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class, stop -> assertThat(stop.reason()).isEqualTo("incomplete: details.charge"));
    }

    @Test
    void stopsMoreCustomersThanTheCaseKnowsOf() {
        CaseRecord clustered = HandedOver.of(Category.BILLING, Priority.P3)
                .sayingThen(List.of(new Fact.ClusterJoined("CL1", 3, Priority.P3)), "How do I add a tax number?");
        assertThat(new HandoffGate().judge(clustered, customers(clustered, 3)).isPass())
                .isTrue();
        assertThat(new HandoffGate().judge(clustered, customers(clustered, 4)).isPass())
                .isFalse();
    }

    private static Packet customers(CaseRecord record, int count) {
        Packet bare = Packet.bare(record);
        return new Packet(
                bare.problem(),
                bare.severity(),
                new Packet.Impact(count, "", Optional.empty(), bare.impact().waitingSince(), Optional.empty()),
                bare.tried(),
                bare.reproduction(),
                bare.details(),
                bare.evidence(),
                bare.words(),
                bare.moods(),
                bare.flags(),
                bare.communication(),
                bare.drafts(),
                bare.nextStep(),
                bare.owner(),
                bare.ask(),
                bare.missing());
    }

    private Verdict errand(Errand.Kind kind, String text) {
        return new ErrandGate().judge(record, new Errand(kind, "hand-over 4", "", "P3: " + record.id(), text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Their key is sk_live_4eC39HqLyjWDarjtT1zdp7dc",
                "They pay with 4242 4242 4242 4242",
                "Ask omar@elsewhere.example",
                "They paid $99"
            })
    void stopsErrandsThatHoldSecretsOrWhatIsNotOfThisCase(String text) {
        assertThat(errand(Errand.Kind.CHAT, text).isPass()).isFalse();
    }

    @Test
    void letsColleaguesReadWhatIsOfThisCase() {
        assertThat(errand(Errand.Kind.ISSUE, "> You charged me $24 on 3 March for invoice HL-20931.")
                        .isPass())
                .isTrue();
    }

    @Test
    void whatIsMaskedIsNobodysElse() {
        assertThat(errand(Errand.Kind.CHAT, "[NAME-1], [EMAIL-1] and [BIRTH-DATE-2] wait")
                        .isPass())
                .isTrue();
        assertThat(errand(Errand.Kind.ISSUE, "from \\[EMAIL-1\\]").isPass()).isTrue();
        assertThat(errand(Errand.Kind.CHAT, "[HL-20932] waits").isPass()).isFalse();
    }

    @Test
    void readsAnIssueAsItIsReadThereAndNotAsItIsWritten() {
        String key = "Their key is sk\\_live\\_4eC39HqLyjWDarjtT1zdp7dc";
        assertThat(errand(Errand.Kind.ISSUE, key).isPass()).isFalse();
        assertThat(errand(Errand.Kind.LINK, key).isPass()).isFalse();
        assertThat(errand(Errand.Kind.ISSUE, "\\[HL-20931\\] and \\#HL-20931").isPass())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mara@example.com waits", "Mara Lind waits", "They say: I only use the Home plan"})
    void aPageSaysNothingOfWhoeverWrote(String text) {
        assertThat(errand(Errand.Kind.PAGE, text).isPass()).isFalse();
        assertThat(errand(Errand.Kind.PAGE, "Queue billing, reason no-answer").isPass())
                .isTrue();
    }
}
