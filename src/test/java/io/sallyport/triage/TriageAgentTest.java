package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
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

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final TestDatabase database = TestDatabase.fresh();
    private final KnowledgeBase articles = KnowledgeBase.inMemory(Engine.SENTENCES, clock);

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        articles.close();
        database.close();
    }

    private Classification classify(Optional<String> topic) {
        CategoryModel categories = _ -> new CategoryModel.Guess(Category.HOW_TO, Optional.empty(), 0.9, 0, topic);
        var issues = new KnownIssues(database.jdbc(), Engine.SENTENCES);
        var agent = new TriageAgent(
                categories,
                articles,
                SecondOpinionTest.BY_MEANING,
                new BuiltInCustomers(database.jdbc()),
                new RelatedCases(database.jdbc(), issues, Engine.SENTENCES, clock),
                new DueTimes(new BusinessCalendar(ZoneOffset.UTC)),
                Optional.empty());
        return agent.triage(opened()).classification();
    }

    private CaseRecord opened() {
        var ticket = new Ticket("test", "t", Channel.WEB, IDA, "Descaling", "link");
        var message = new Message(
                "m",
                Message.Author.CUSTOMER,
                IDA,
                clock.instant(),
                "Descaling",
                "How do I descale the kettle?",
                "",
                List.of(),
                Map.of());
        return new Desk(
                        database.dataSource(),
                        new ScriptedAgents(),
                        Gates.ofReplies(List.of()),
                        List.of(),
                        ActionDoors.NONE,
                        clock)
                .cases()
                .open(Actor.customer(IDA), new Fact.TicketOpened(ticket, message))
                .record();
    }

    private void article(String slug, String area) throws IOException {
        Files.writeString(
                folder.resolve(slug + ".md"),
                "---\ntitle: \"Descaling\"\naudience: public\n" + area + "---\n\nPour vinegar into it.\n");
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
}
