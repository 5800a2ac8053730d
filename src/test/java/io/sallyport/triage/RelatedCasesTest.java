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
    private static final String SUBJECT = "Kettle turns off too early";
    private static final String NEARLY_SUBJECT = "The kettle turns off too early";
    private static final String ROUGHLY_SUBJECT = "Kettle stops heating after a minute";
    private static final String OTHER_SUBJECT = "Invoice for last month";

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
    private final KnownIssues issues = new KnownIssues(database.jdbc(), Engine.SENTENCES);
    private final RelatedCases related = new RelatedCases(database.jdbc(), issues, Engine.SENTENCES, clock);
    private int count;

    @AfterEach
    void drop() {
        database.close();
    }

    private CaseRecord open(String customer, String subject) {
        var number = ++count;
        var ticket = new Ticket("test", "t-" + number, Channel.WEB, customer, subject, "link-" + number);
        var message = new Message(
                "m-" + number,
                Message.Author.CUSTOMER,
                customer,
                clock.instant(),
                subject,
                "See above.",
                "",
                List.of(),
                Map.of());
        return cases.open(Actor.customer(customer), new Fact.TicketOpened(ticket, message))
                .record();
    }

    private CaseRecord triaged(String customer, String subject, Category category) {
        return triaged(customer, subject, category, Related.NOTHING);
    }

    private CaseRecord triaged(String customer, String subject, Category category, Related found) {
        var triage = new Triage(
                new Triage.Classification(category, Optional.empty(), 0.9, "", "", false),
                new Triage.Urgency(Priority.P4, "general-question", List.of()),
                List.of(),
                Mood.CALM,
                Customer.unknown(customer),
                found,
                new Triage.Sla(clock.instant(), clock.instant()));
        return append(open(customer, subject), Actor.agent("triage"), new Fact.Triaged(triage));
    }

    private CaseRecord append(CaseRecord record, Actor actor, Fact fact) {
        return cases.append(record, List.of(new Entry(actor, fact)));
    }

    private List<CaseId> duplicates(String customer, String subject, Category category) {
        return related.to(open(customer, subject), "See above.", category).duplicates();
    }

    @Test
    void anothersCaseOfTheSameCategoryThatSaysNearlyTheSameIsADuplicate() {
        var other = triaged(BO, NEARLY_SUBJECT, Category.BUG);

        assertThat(duplicates(IDA, SUBJECT, Category.BUG)).containsExactly(other.id());
        assertThat(duplicates(IDA, OTHER_SUBJECT, Category.BUG)).isEmpty();
    }

    @Test
    void anothersCaseOfAnotherCategoryIsNone() {
        triaged(BO, NEARLY_SUBJECT, Category.RETURNS_AND_ORDERS);

        assertThat(duplicates(IDA, SUBJECT, Category.BUG)).isEmpty();
    }

    @Test
    void fromOneCustomerLessLikenessIsEnoughWhateverTheCategory() {
        var own = triaged(IDA, ROUGHLY_SUBJECT, Category.RETURNS_AND_ORDERS);
        triaged(BO, ROUGHLY_SUBJECT, Category.BUG);

        assertThat(duplicates(IDA, SUBJECT, Category.BUG)).containsExactly(own.id());
    }

    @Test
    void aCustomerWhoAsksSomethingElseHasTwoCases() {
        triaged(IDA, OTHER_SUBJECT, Category.BUG);

        assertThat(duplicates(IDA, SUBJECT, Category.BUG)).isEmpty();
    }

    @Test
    void aCaseIsNoDuplicateOfItself() {
        var record = triaged(IDA, SUBJECT, Category.BUG);

        assertThat(related.to(record, "See above.", Category.BUG)).isEqualTo(Related.NOTHING);
    }

    @Test
    void closedCasesAndJunkAreLeftOut() {
        append(triaged(BO, SUBJECT, Category.BUG), Actor.person("Ines"), new Fact.CaseResolved("explained"));
        append(triaged(BO, SUBJECT, Category.BUG), Actor.agent("intake-watcher"), new Fact.Discarded("mail loop"));

        assertThat(duplicates(IDA, SUBJECT, Category.BUG)).isEmpty();
    }

    @Test
    void looksBackSevenDays() {
        triaged(BO, SUBJECT, Category.BUG);
        clock.tick(Duration.ofDays(1));
        var younger = triaged(BO, SUBJECT, Category.BUG);
        clock.tick(Duration.ofDays(6).plusSeconds(1));

        assertThat(duplicates(IDA, SUBJECT, Category.BUG)).containsExactly(younger.id());
    }

    @Test
    void aCaseWithoutASubjectIsLikeNoOther() {
        triaged(IDA, "", Category.BUG);

        assertThat(duplicates(IDA, "", Category.BUG)).isEmpty();
        assertThat(duplicates(IDA, SUBJECT, Category.BUG)).isEmpty();
    }

    @Test
    void namesFiveAtMostTheNewestFirst() {
        var ids = IntStream.range(0, 7)
                .mapToObj(_ -> {
                    clock.tick(Duration.ofMinutes(1));
                    return triaged(BO, SUBJECT, Category.BUG).id();
                })
                .toList();

        assertThat(duplicates(IDA, SUBJECT, Category.BUG))
                .isEqualTo(ids.reversed().subList(0, 5));
    }

    @Test
    void casesOfTheSameKnownIssueBelongTogetherHoweverTheyAreWorded(@TempDir Path folder) throws IOException {
        issues.load(Files.writeString(
                folder.resolve("issues.jsonl"),
                "{\"id\":\"KI-1\",\"title\":\"Kettle K2 switches itself off before the water boils\"}"));
        var same = triaged(BO, "Tea?", Category.HOW_TO, new Related(Optional.of("KI-1"), List.of()));
        triaged(BO, "Tea?", Category.HOW_TO, new Related(Optional.of("KI-12"), List.of()));

        var found = related.to(
                open(IDA, OTHER_SUBJECT), "The kettle switches itself off before the water boils", Category.BUG);

        assertThat(found).isEqualTo(new Related(Optional.of("KI-1"), List.of(same.id())));
    }
}
