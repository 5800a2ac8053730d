package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Ticket;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Triage.FixedIssue;
import io.sallyport.casefile.Triage.Related;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.flow.Desk;
import io.sallyport.gate.Gates;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class RelatedCasesTest {

    private static final String IDA = "ida@mill.example";
    private static final String BO = "bo@quay.example";
    private static final Said EARLY =
            new Said("Kettle turns off too early", "My kettle switches itself off before the water boils.");
    private static final Said NEARLY =
            new Said("The kettle turns off too early", "The kettle switches itself off before the water is boiling.");
    private static final Said ROUGHLY =
            new Said("Kettle stops heating", "My kettle stops heating after a minute, the water never boils.");
    private static final Said OTHER =
            new Said("Invoice for last month", "Please send the invoice of February to my new address in Leith.");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final TestDatabase database = TestDatabase.fresh();
    private final CaseStore cases = new Desk(
                    database.dataSource(),
                    new ScriptedAgents(),
                    Gates.ofReplies(List.of()),
                    List.of(),
                    ActionDoors.NONE,
                    clock)
            .cases();
    private final KnownIssues issues = new KnownIssues(database.jdbc(), Engine.SENTENCES, clock);
    private final RelatedCases related = new RelatedCases(database.jdbc(), issues, Engine.SENTENCES, clock);
    private int count;

    @AfterEach
    void drop() {
        database.close();
    }

    private record Said(String subject, String text) {}

    private CaseRecord open(String customer, Said said) {
        var number = ++count;
        var ticket = new Ticket("test", "t-" + number, Channel.WEB, customer, said.subject(), "link-" + number);
        return cases.open(Actor.customer(customer), new Fact.TicketOpened(ticket, message(customer, said)))
                .record();
    }

    private Message message(String customer, Said said) {
        return new Message(
                "m-" + ++count,
                Message.Author.CUSTOMER,
                customer,
                clock.instant(),
                said.subject(),
                said.text(),
                "",
                List.of(),
                Map.of());
    }

    private CaseRecord triaged(String customer, Said said, Category category) {
        return triaged(customer, said, category, Related.NOTHING);
    }

    private CaseRecord triaged(String customer, Said said, Category category, Related found) {
        var triage = new Triage(
                new Triage.Classification(category, Optional.empty(), 0.9, "", "", false),
                new Triage.Urgency(Priority.P4, "general-question", List.of()),
                List.of(),
                Mood.CALM,
                Customer.unknown(customer),
                found,
                new Triage.Sla(clock.instant(), clock.instant()));
        return append(open(customer, said), Actor.agent("triage"), new Fact.Triaged(triage));
    }

    private CaseRecord append(CaseRecord record, Actor actor, Fact fact) {
        return cases.append(record, List.of(new Entry(actor, fact)));
    }

    private List<CaseId> duplicates(String customer, Said said, Category category) {
        return related.to(open(customer, said), said.text(), category).duplicates();
    }

    @Test
    void anothersCaseOfTheSameCategoryThatSaysNearlyTheSameIsADuplicate() {
        var other = triaged(BO, NEARLY, Category.BUG);

        assertThat(duplicates(IDA, EARLY, Category.BUG)).containsExactly(other.id());
        assertThat(duplicates(IDA, OTHER, Category.BUG)).isEmpty();
    }

    @Test
    void anothersCaseOfAnotherCategoryIsNone() {
        triaged(BO, NEARLY, Category.RETURNS_AND_ORDERS);

        assertThat(duplicates(IDA, EARLY, Category.BUG)).isEmpty();
    }

    @Test
    void fromOneCustomerLessLikenessIsEnoughWhateverTheCategory() {
        var own = triaged(IDA, ROUGHLY, Category.RETURNS_AND_ORDERS);
        triaged(BO, ROUGHLY, Category.BUG);

        assertThat(duplicates(IDA, EARLY, Category.BUG)).containsExactly(own.id());
    }

    @Test
    void aCustomerWhoAsksSomethingElseHasTwoCases() {
        triaged(IDA, OTHER, Category.BUG);

        assertThat(duplicates(IDA, EARLY, Category.BUG)).isEmpty();
    }

    @Test
    void aCaseIsNoDuplicateOfItself() {
        var record = triaged(IDA, EARLY, Category.BUG);

        assertThat(related.to(record, EARLY.text(), Category.BUG)).isEqualTo(Related.NOTHING);
    }

    @Test
    void closedCasesAndJunkAreLeftOut() {
        append(triaged(BO, EARLY, Category.BUG), Actor.person("Ines"), new Fact.CaseResolved("explained"));
        append(triaged(BO, EARLY, Category.BUG), Actor.agent("intake-watcher"), new Fact.Discarded("mail loop"));

        assertThat(duplicates(IDA, EARLY, Category.BUG)).isEmpty();
    }

    @Test
    void looksBackSevenDays() {
        triaged(BO, EARLY, Category.BUG);
        clock.tick(Duration.ofDays(1));
        var younger = triaged(BO, EARLY, Category.BUG);
        clock.tick(Duration.ofDays(6).plusSeconds(1));

        assertThat(duplicates(IDA, EARLY, Category.BUG)).containsExactly(younger.id());
    }

    @Test
    void aSubjectAloneLinksNoTwoCustomersAndNotTwoCasesOfOne() {
        triaged(BO, new Said("Not working", "my hub drops offline at night, around two"), Category.BUG);
        var invoices = new Said("Not working", "your invoice page shows an error when I click Download");

        assertThat(duplicates(IDA, invoices, Category.BUG)).isEmpty();
        assertThat(duplicates(BO, invoices, Category.BUG)).isEmpty();
    }

    @Test
    void whoeverSaysNothingInParticularIsLikeNoOther() {
        for (String text : List.of(
                "See above.", "It does not work, please help", "I would like to get a refund for my last order")) {
            triaged(BO, new Said("Not working", text), Category.BUG);
            assertThat(duplicates(IDA, new Said("Not working", text), Category.BUG))
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void messagesWithoutASubjectAreHeldAgainstOneAnother() {
        var other = triaged(BO, new Said("", NEARLY.text()), Category.BUG);

        assertThat(duplicates(IDA, new Said("", EARLY.text()), Category.BUG)).containsExactly(other.id());
        assertThat(duplicates(IDA, new Said("", OTHER.text()), Category.BUG)).isEmpty();
    }

    @Test
    void thoseWithoutAnAddressAreNotOneCustomer() {
        triaged("", ROUGHLY, Category.BUG);

        assertThat(duplicates("", EARLY, Category.BUG)).isEmpty();
    }

    @Test
    void whatTheCustomerAddedLaterCounts() {
        var other = triaged(BO, new Said("Help", "Hello, something is wrong."), Category.BUG);
        append(other, Actor.customer(BO), new Fact.MessageReceived(message(BO, EARLY)));

        assertThat(duplicates(IDA, EARLY, Category.BUG)).containsExactly(other.id());
    }

    @Test
    void namesFiveAtMostTheNewestFirst() {
        var ids = IntStream.range(0, 7)
                .mapToObj(_ -> {
                    clock.tick(Duration.ofMinutes(1));
                    return triaged(BO, EARLY, Category.BUG).id();
                })
                .toList();

        assertThat(duplicates(IDA, EARLY, Category.BUG))
                .isEqualTo(ids.reversed().subList(0, 5));
    }

    @Test
    void casesOfTheSameKnownIssueBelongTogetherHoweverTheyAreWorded(@TempDir Path folder) throws IOException {
        issues.load(Files.writeString(
                folder.resolve("issues.jsonl"),
                "{\"id\":\"KI-1\",\"title\":\"Kettle K2 switches itself off before the water boils\"}"));
        var same = triaged(BO, new Said("Tea?", ""), Category.HOW_TO, new Related(Optional.of("KI-1"), List.of()));
        triaged(BO, new Said("Tea?", ""), Category.HOW_TO, new Related(Optional.of("KI-12"), List.of()));

        var found = related.to(open(IDA, OTHER), "The kettle switches itself off before the water boils", Category.BUG);

        assertThat(found).isEqualTo(new Related(Optional.of("KI-1"), List.of(same.id())));
    }

    @Test
    void whatWasFixedIsNamedAndLinksNobodyUntilItIsOpenAgain(@TempDir Path folder) throws IOException {
        String row = """
                {"id":"KI-1","title":"Kettle K2 switches itself off before the water boils","status":"%s"}""";
        Path file = folder.resolve("issues.jsonl");
        issues.load(Files.writeString(file, row.formatted("fixed")));
        var fixed = new Related(Optional.empty(), Optional.of(new FixedIssue("KI-1", Optional.empty())), List.of());
        var same = triaged(BO, OTHER, Category.HOW_TO, fixed);
        String text = "The kettle switches itself off before the water boils";

        CaseRecord record = open(IDA, EARLY);
        assertThat(related.to(record, text, Category.BUG)).isEqualTo(fixed);

        issues.load(Files.writeString(file, row.formatted("open")));
        assertThat(related.to(record, text, Category.BUG))
                .isEqualTo(new Related(Optional.of("KI-1"), List.of(same.id())));
    }
}
