package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Expectation;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.model.language.Role;
import io.sallyport.testkit.BridgingAgents;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.ModelKit;
import io.sallyport.text.Lexicon;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgeWriterTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final JudgeKit stub = new JudgeKit();

    @AfterEach
    void close() {
        stub.close();
    }

    private static CaseRecord record(String language, Trigger.Kind why) {
        var ticket = new Ticket("test", "t", Channel.EMAIL, "mara.lind@mill.example", "Charged twice", "link");
        var message = new Message(
                "m",
                Message.Author.CUSTOMER,
                "Mara Lind <mara.lind@mill.example>",
                NOW,
                "Charged twice",
                "You charged me $40 twice for March.",
                "",
                List.of(),
                Map.of());
        var screening = new Screening(language, 1, Screening.Automatic.NONE, List.of(), List.of(), false);
        var expected = new Expectation(NOW.plusSeconds(3600), "Europe/Berlin", "P3");
        var facts = List.of(
                new Fact.TicketOpened(ticket, message),
                new Fact.Screened(screening),
                new Fact.Escalated("billing", List.of(new Trigger(why, "as said")), "as said", List.of()),
                new Fact.WaitEstimated(expected));
        var events = new ArrayList<CaseEvent>();
        facts.forEach(fact -> events.add(new CaseEvent(
                ModelKit.CASE, events.size() + 1, NOW, Actor.DESK, fact, ChainHash.GENESIS, ChainHash.GENESIS)));
        return CaseRecord.fold(events);
    }

    private Fact.BridgeComposed write(CaseRecord record) {
        var writer = BridgingAgents.writer(
                InstantSource.fixed(NOW),
                ZoneId.of("Europe/Berlin"),
                stub.models().find(Role.ESCALATION));
        return writer.write(record, _ -> List.of(Verdict.pass("test", "all passes")));
    }

    @ParameterizedTest
    @CsvSource({"en, SAFETY", "de, SAFETY", "de, PERSON_ASKED", "ja, PERSON_ASKED"})
    void noModelIsAskedWhereOnlyReviewedWordsMayBeSaid(String language, Trigger.Kind why) {
        stub.play("{}");
        CaseRecord record = record(language, why);
        Fact.BridgeComposed written = write(record);
        assertThat(written.reply())
                .isEqualTo(HandOverText.of(record).orElseThrow().reply());
        assertThat(written.frame()).isEqualTo("reviewed words in '" + language + "'");
        assertThat(stub.questions()).isEmpty();
    }

    @Test
    void theModelSeesFactsAndMessagesAndNobodysAddress() {
        stub.play("{}");
        write(record("en", Trigger.Kind.PERSON_ASKED));
        assertThat(stub.questions().getFirst())
                .contains("is with our billing team.", "2 March 2026", "charged me $40 twice", "<data-")
                .doesNotContain("mara.lind", "Mara");
    }

    @Test
    void everyCourtesyOfThePromptIsOnTheGatesList() {
        Stream<String> offered = BridgeWording.PROMPT
                .text()
                .lines()
                .filter(line -> line.startsWith("- "))
                .map(line -> line.substring(2));
        assertThat(Stream.of("/gate/courtesies.txt", "/gate/bridge-courtesies.txt")
                        .flatMap(list -> Lexicon.lines(list).stream()))
                .containsAll(offered.toList());
    }
}
