package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Triage.Classification;
import io.sallyport.casefile.Triage.Urgency;
import io.sallyport.casefile.Trigger;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Role;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.Script;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The triage role behind a stub of the Messages API, beside what the embedded engine would have said. */
class TwoReadingsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Classification BILLING =
            new Classification(Category.BILLING, Optional.empty(), 0.9, "refunds", "payments", false);
    private static final Urgency PLAIN = new Urgency(Priority.P3, "general-question", List.of());

    private final JudgeKit stub = new JudgeKit();

    @AfterEach
    void close() {
        stub.close();
    }

    private TwoReadings.Joined read(Classification embedded, Urgency urgency) {
        return read(stub.models(), embedded, urgency);
    }

    private static TwoReadings.Joined read(Models models, Classification embedded, Urgency urgency) {
        var readings = new TwoReadings(new ModelTriage(models.find(Role.TRIAGE).orElseThrow()));
        var record = record();
        return readings.join(record, record.unanswered(), embedded, urgency);
    }

    static CaseRecord record() {
        var ticket = new Ticket("test", "t", Channel.EMAIL, "mara.lind@mill.example", "Charged twice", "link");
        var message = new Message(
                "m",
                Message.Author.CUSTOMER,
                "Mara Lind <mara.lind@mill.example>",
                NOW,
                "Charged twice",
                "You charged me twice for March.",
                "",
                List.of(),
                Map.of());
        return CaseRecord.fold(List.of(new CaseEvent(
                ModelKit.CASE,
                1,
                NOW,
                Actor.DESK,
                new Fact.TicketOpened(ticket, message),
                ChainHash.GENESIS,
                ChainHash.GENESIS)));
    }

    private static List<Trigger.Kind> kinds(TwoReadings.Joined joined) {
        return joined.reading().triggers().stream().map(Trigger::kind).toList();
    }

    @Test
    void twoThatAgreeAreSurerThanOne() {
        stub.play(JudgeKit.triage("BILLING", "P3"));
        var joined = read(BILLING, PLAIN);
        assertThat(joined.classification().confidence()).isGreaterThan(0.9);
        assertThat(joined.classification().subIntent()).isEqualTo("refunds");
        assertThat(joined.urgency()).isEqualTo(PLAIN);
        assertThat(joined.reading().by()).isEqualTo("anthropic:sorter");
        assertThat(joined.reading().promptHash()).hasSize(64);
        assertThat(joined.reading().triggers()).isEmpty();
    }

    @Test
    void aDisagreementGoesToAPersonWithBothCategoriesInSight() {
        stub.play(JudgeKit.triage("ACCOUNT", "P3"));
        for (double sure : List.of(0.05, 0.5, 0.95)) {
            var embedded = new Classification(Category.BILLING, Optional.empty(), sure, "", "", false);
            var joined = read(embedded, PLAIN);
            assertThat(joined.classification().category()).isEqualTo(Category.ACCOUNT);
            assertThat(joined.classification().secondary()).contains(Category.BILLING);
            assertThat(joined.classification().confidence()).isLessThan(0.75);
            assertThat(kinds(joined)).contains(Trigger.Kind.LOW_CONFIDENCE);
        }
    }

    @Test
    void theModelSeesTheTextAndNotWhoWroteIt() {
        stub.play(JudgeKit.triage("BILLING", "P3"));
        read(BILLING, PLAIN);
        assertThat(stub.questions().getFirst())
                .contains("You charged me twice for March.", "Charged twice", "<data-")
                .doesNotContain("Mara", "Lind", "mill.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2", "P3", "P4"})
    void theGraverPriorityStands(String said) {
        stub.play(JudgeKit.triage("BILLING", said));
        for (Priority embedded : Priority.values()) {
            var joined = read(BILLING, new Urgency(embedded, "outage", List.of("down")));
            var expected = Priority.valueOf(said).compareTo(embedded) < 0 ? Priority.valueOf(said) : embedded;
            assertThat(joined.urgency().priority()).isEqualTo(expected);
        }
    }

    @Test
    void aModelCanBringAPersonInAndCannotSendOneAway() {
        stub.play(JudgeKit.triage("BILLING", "P4", "LEGAL", "OUT_OF_SCOPE"));
        var joined = read(BILLING, PLAIN);
        assertThat(kinds(joined)).containsExactly(Trigger.Kind.LEGAL, Trigger.Kind.OUT_OF_SCOPE);
        assertThat(joined.classification().isOutOfScope()).isTrue();
        stub.play(JudgeKit.triage("BILLING", "P4"));
        var elsewhere = new Classification(Category.BILLING, Optional.empty(), 0.9, "", "", true);
        assertThat(read(elsewhere, PLAIN).classification().isOutOfScope()).isTrue();
    }

    @Test
    void anAnswerThatCannotBeUsedGoesToAPerson() {
        var good = JudgeKit.triage("BILLING", "P4");
        for (Script fault : List.of(
                new Script.Writes("{\"category\":\"REFUNDS\"}"),
                new Script.Writes("billing"),
                new Script.Writes("Here you are: " + good),
                new Script.IsCutOff(good),
                new Script.Refuses())) {
            stub.play(fault);
            var joined = read(BILLING, PLAIN);
            assertThat(kinds(joined)).as(fault.toString()).containsExactly(Trigger.Kind.LOW_CONFIDENCE);
            assertThat(joined.classification()).isEqualTo(BILLING);
        }
    }

    @Test
    void whereTheModelCannotBeAskedTheEmbeddedEngineStandsInAndTheCaseSaysSo() {
        for (Script fault : List.of(
                new Script.Answers(429), new Script.Answers(529), new Script.Answers(500), new Script.Resets())) {
            stub.play(fault);
            assertStandsIn(read(BILLING, PLAIN));
        }
        for (Script fault : List.of(new Script.Hangs(), new Script.Drips())) {
            stub.play(fault);
            assertStandsIn(read(stub.hastyModels(), BILLING, PLAIN));
        }
    }

    private static void assertStandsIn(TwoReadings.Joined joined) {
        assertThat(joined.classification()).isEqualTo(BILLING);
        assertThat(joined.urgency()).isEqualTo(PLAIN);
        assertThat(joined.reading().by()).isEqualTo("embedded");
        assertThat(joined.reading().reasons().getFirst())
                .startsWith("the embedded engine stands in for anthropic:sorter: ");
        assertThat(joined.reading().triggers()).isEmpty();
    }
}
