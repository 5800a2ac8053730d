package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Trigger;
import io.sallyport.model.language.Role;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.Script;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class EscalationWriterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final JudgeKit stub = new JudgeKit();

    @AfterEach
    void close() {
        stub.close();
    }

    private Optional<Brief> write() {
        var writer = new EscalationWriter(stub.models().find(Role.ESCALATION).orElseThrow());
        return writer.write(record());
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

    @Test
    void mayTellWhatWasWrittenOnACaseThatGoesOnHere() {
        var other =
                new Message("o", Message.Author.CUSTOMER, "", NOW, "", "It was $52 in April.", "", List.of(), Map.of());
        CaseRecord merged = record().after(new CaseEvent(
                ModelKit.CASE,
                3,
                NOW,
                Actor.person("Ines"),
                new Fact.CaseAbsorbed(CaseId.random(), List.of(other)),
                ChainHash.GENESIS,
                ChainHash.GENESIS));
        stub.play(written("Charged $52 in April.", "It was $52 in April."));
        assertThat(new EscalationWriter(stub.models().find(Role.ESCALATION).orElseThrow()).write(merged))
                .isPresent();
    }

    private static String written(String problem, String words) {
        return new JsonMapper()
                .writeValueAsString(Map.of(
                        "problem",
                        problem,
                        "tried",
                        List.of("Wrote three times; no answer helped."),
                        "words",
                        List.of(words),
                        "nextStep",
                        "Look up the two charges."));
    }

    @Test
    void tellsThePersonWhatTheCaseSays() {
        stub.play(written("Charged $40 twice for March.", "You charged me $40 twice for March."));
        assertThat(write()).hasValueSatisfying(brief -> {
            assertThat(brief.problem()).isEqualTo("Charged $40 twice for March.");
            assertThat(brief.by()).isEqualTo("anthropic:writer");
        });
        assertThat(stub.questions().getFirst())
                .contains("three times now", "repeated-attempts", "<data-")
                .doesNotContain("mara.lind", "Mara");
    }

    @Test
    void keepsNothingThatTheCaseDoesNotBear() {
        stub.play(written("Charged $400 twice for March.", "You charged me $40 twice for March."));
        assertThat(write()).isEmpty();
        stub.play(written("Charged twice.", "You robbed me."));
        assertThat(write()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sallyport.testkit.JudgeKit#faults")
    void withoutAUsableAnswerThePersonReadsTheCaseAsBefore(Script fault) {
        stub.play(fault);
        assertThat(write()).isEmpty();
    }
}
