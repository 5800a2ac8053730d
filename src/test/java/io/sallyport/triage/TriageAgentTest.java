package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Triage.Classification;
import io.sallyport.connector.customers.BuiltInCustomers;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.flow.Desk;
import io.sallyport.gate.Gates;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Progress;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import io.sallyport.text.phrases.PlainWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class TriageAgentTest {

    private static final String IDA = "ida@mill.example";

    /** Enough plain messages of a company that the network knows to be heard on what does not belong there. */
    private static final SecondOpinion SENSORS = SecondOpinion.soon(
            Engine.MESSAGES,
            Engine.TAUGHT,
            Criteria.load(),
            GraveExamples.read(SecondOpinionTest.labelled(TaughtTest.OWN)));

    private static final List<String> ODD = List.of(
            "Anyone ever hung a Gale in a hen house? Would the feathers bother it?",
            "Will a Gale survive in a sauna in Lapland?",
            "My cat sleeps on the Gale, is that bad for the cat?",
            "Would a Gale tell me if the cheese in the cellar is ripe?",
            "Our priest asks whether the Gale objects to candles.",
            "Could a Gale live in a violin case?");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final TestDatabase database = TestDatabase.fresh();
    private final KnowledgeBase articles = KnowledgeBase.inMemory(Engine.SENTENCES, clock);

    @TempDir
    private Path folder;

    private int tickets;

    @AfterEach
    void close() {
        articles.close();
        database.close();
    }

    private Classification classify(Optional<String> topic) {
        return classify(topic, SecondOpinionTest.BY_MEANING, "How do I descale the kettle?");
    }

    private Classification classify(Optional<String> topic, SecondOpinion opinion, String text) {
        CategoryModel categories = _ -> new CategoryModel.Guess(Category.HOW_TO, Optional.empty(), 0.9, 0, topic);
        var issues = new KnownIssues(database.jdbc(), Engine.SENTENCES, clock);
        var agent = new TriageAgent(
                categories,
                articles,
                opinion,
                new BuiltInCustomers(database.jdbc()),
                new RelatedCases(database.jdbc(), issues, Engine.SENTENCES, clock),
                new DueTimes(new BusinessCalendar(ZoneOffset.UTC)),
                Optional.empty());
        return agent.triage(opened(text)).classification();
    }

    private CaseRecord opened(String text) {
        var ticket = new Ticket("test", "t" + ++tickets, Channel.WEB, IDA, "", "link" + tickets);
        var message = new Message(
                "m" + tickets, Message.Author.CUSTOMER, IDA, clock.instant(), "", text, "", List.of(), Map.of());
        CaseStore cases = new Desk(
                        database.dataSource(),
                        new ScriptedAgents(),
                        Gates.ofReplies(List.of()),
                        List.of(),
                        ActionDoors.NONE,
                        clock)
                .cases();
        CaseRecord opened = cases.open(Actor.customer(IDA), new Fact.TicketOpened(ticket, message))
                .record();
        var screening = new Screening("en", 1, Screening.Automatic.NONE, List.of(), List.of(), false);
        return cases.append(
                opened, List.of(new CaseStore.Entry(Actor.agent("intake-watcher"), new Fact.Screened(screening))));
    }

    private void article(String slug, String area) throws IOException {
        article(slug, area, "Pour vinegar into it.");
    }

    private void article(String slug, String area, String text) throws IOException {
        Files.writeString(
                folder.resolve(slug + ".md"),
                "---\ntitle: \"Descaling\"\naudience: public\n" + area + "---\n\n" + text + "\n");
        articles.importDirectory(folder, ImportOptions.NONE, Progress.SILENT);
    }

    @Test
    void namesTheTopicAndTheProductAreaOfItsArticle() throws IOException {
        article("descale-the-kettle", "product_area: kettles\n");

        assertThat(classify(Optional.of("descale-the-kettle")))
                .isEqualTo(new Classification(
                        Category.HOW_TO, Optional.empty(), 0.9, "descale-the-kettle", "kettles", false));
    }

    @Test
    void anArticleWithoutAnAreaIsATopicAllTheSame() throws IOException {
        article("descale-the-kettle", "");

        assertThat(classify(Optional.of("descale-the-kettle")))
                .extracting(Classification::subIntent, Classification::productArea)
                .containsExactly("descale-the-kettle", "");
    }

    @Test
    void aTopicThatIsNoArticleOfThisCompanySaysNothing() throws IOException {
        article("descale-the-kettle", "product_area: kettles\n");

        for (var topic : List.of(Optional.of("pair-a-sensor"), Optional.<String>empty())) {
            assertThat(classify(topic))
                    .extracting(Classification::subIntent, Classification::productArea)
                    .containsExactly("", "");
        }
    }

    /** Odd questions, of which the network takes some for another company's, but none by far. */
    @Test
    void whoeverCallsOneOfOurThingsByNameIsAtTheRightDoor() throws IOException {
        List<String> odd = ODD.stream()
                .filter(text -> {
                    var read = SENSORS.read(text, PlainWords.of(text), "en");
                    return SENSORS.isElsewhere(read) && !SENSORS.isSurelyElsewhere(read);
                })
                .toList();
        assertThat(odd).as("near the border, so that the name matters").isNotEmpty();
        assertThat(odd)
                .allMatch(text -> classify(Optional.empty(), SENSORS, text).isOutOfScope());

        for (var slug : List.of("range", "battery", "walls")) {
            article(slug, "", "Hang the Gale on a wall.");
        }

        assertThat(odd)
                .noneMatch(text -> classify(Optional.empty(), SENSORS, text).isOutOfScope());
        assertThat(classify(Optional.empty(), SENSORS, "Write a poem about the sea for my wife Gale.")
                        .isOutOfScope())
                .isTrue();
    }
}
