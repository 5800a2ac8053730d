package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Trigger;
import io.sallyport.model.language.Role;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.Script;
import io.sallyport.text.Lexicon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class EscalationWriterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String STANDING =
            "Hello,\n\nThank you for your message.\n\nA person will look at your message.";

    private final JudgeKit stub = new JudgeKit();

    @AfterEach
    void close() {
        stub.close();
    }

    private Optional<Brief> write(Predicate<Reply> isPassed) {
        var writer = new EscalationWriter(stub.models().find(Role.ESCALATION).orElseThrow());
        return writer.write(record(), isPassed);
    }

    private static CaseRecord record() {
        var ticket = new Ticket("test", "t", Channel.EMAIL, "mara.lind@mill.example", "Charged twice", "link");
        var message = new Message(
                "m",
                Message.Author.CUSTOMER,
                "Mara Lind <mara.lind@mill.example>",
                NOW,
                "Charged twice",
                "You charged me $40 twice for March. I have written three times now.",
                "",
                List.of(),
                Map.of());
        var facts = List.of(
                new Fact.TicketOpened(ticket, message),
                new Fact.Escalated(
                        "billing",
                        List.of(new Trigger(Trigger.Kind.REPEATED_ATTEMPTS, "written three times now")),
                        "repeated-attempts",
                        List.of()));
        var events = new ArrayList<CaseEvent>();
        facts.forEach(fact -> events.add(new CaseEvent(
                ModelKit.CASE, events.size() + 1, NOW, Actor.DESK, fact, ChainHash.GENESIS, ChainHash.GENESIS)));
        return CaseRecord.fold(events);
    }

    private static String written(String problem, String words, String bridge) {
        return new JsonMapper()
                .writeValueAsString(Map.of(
                        "problem", problem,
                        "tried", List.of("Wrote three times; no answer helped."),
                        "words", List.of(words),
                        "nextStep", "Look up the two charges.",
                        "bridge", List.of(bridge)));
    }

    @Test
    void tellsThePersonWhatTheCaseSays() {
        stub.play(written("Charged $40 twice for March.", "You charged me $40 twice for March.", "Thank you."));
        assertThat(write(_ -> true)).hasValueSatisfying(brief -> {
            assertThat(brief.problem()).isEqualTo("Charged $40 twice for March.");
            assertThat(brief.bridge()).isEqualTo("Thank you.");
            assertThat(brief.by()).isEqualTo("anthropic:writer");
        });
        assertThat(stub.questions().getFirst())
                .contains("three times now", "repeated-attempts", "<data-")
                .doesNotContain("mara.lind", "Mara");
    }

    @Test
    void keepsNothingThatTheCaseDoesNotBear() {
        stub.play(written("Charged $400 twice for March.", "You charged me $40 twice for March.", "Thank you."));
        assertThat(write(_ -> true)).isEmpty();
        stub.play(written("Charged twice.", "You robbed me.", "Thank you."));
        assertThat(write(_ -> true)).isEmpty();
    }

    @Test
    void whatTheGatesStopGivesWayToTheStandingText() {
        stub.play(written("Charged twice.", "You charged me", "You will get $40 back today."));
        assertThat(write(reply -> !reply.text().contains("$40")))
                .hasValueSatisfying(brief -> assertThat(brief.bridge()).isEqualTo(STANDING));
        assertThat(write(_ -> false))
                .hasValueSatisfying(brief -> assertThat(brief.bridge()).isEmpty());
    }

    @Test
    void everyStandingWordIsOnTheGatesList() {
        assertThat(Lexicon.lines("/gate/courtesies.txt")).containsAll(Lexicon.lines("/escalation/bridge.txt"));
    }

    @ParameterizedTest
    @MethodSource("io.sallyport.testkit.JudgeKit#faults")
    void withoutAUsableAnswerThePersonReadsTheCaseAsBefore(Script fault) {
        stub.play(fault);
        assertThat(write(_ -> true)).isEmpty();
    }
}
