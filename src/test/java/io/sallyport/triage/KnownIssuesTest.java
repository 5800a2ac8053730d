package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import io.sallyport.triage.KnownIssue.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("database")
class KnownIssuesTest {

    private static final String KETTLE = """
            {"id":"KI-1","title":"Kettle K2 switches itself off too early","symptoms":["the kettle turns off before the water boils"],\
            "product_area":"kettles","status":"open"}""";
    private static final String SHOP = """
            {"id":"KI-2","title":"Checkout rejects vouchers","symptoms":["my voucher code is not accepted at checkout"]}""";

    private static final String FIXED_KETTLE = """
            {"id":"KI-1","title":"Kettle K2","status":"fixed"}""";

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final TestDatabase database = TestDatabase.fresh();
    private final KnownIssues issues = new KnownIssues(database.jdbc(), Engine.SENTENCES, clock);

    @TempDir
    private Path folder;

    @AfterEach
    void drop() {
        database.close();
    }

    private KnownIssues.Loaded load(String... lines) throws IOException {
        return issues.load(Files.write(file(), List.of(lines)));
    }

    private Path file() {
        return folder.resolve("issues.jsonl");
    }

    @Test
    void findsTheIssueThatACustomerDescribesInOtherWords() throws IOException {
        load(KETTLE, SHOP);

        assertThat(issues.find("My kettle shuts off before the water is boiling."))
                .map(KnownIssue::id)
                .contains("KI-1");
        assertThat(issues.find("The checkout does not accept my voucher code"))
                .map(KnownIssue::id)
                .contains("KI-2");
    }

    @Test
    void findsByItsTitleAnIssueWithoutSymptoms() throws IOException {
        load("{\"id\":\"KI-3\",\"title\":\"Parcels to Norway are stuck in customs\"}");

        assertThat(issues.find("parcels to Norway stuck in customs"))
                .map(KnownIssue::id)
                .contains("KI-3");
    }

    @Test
    void ofTwoThatAreAlikeTheNearerIsFoundWhicheverComesFirst() throws IOException {
        load(
                "{\"id\":\"KI-4\",\"title\":\"The blue kettle turns off too early\"}",
                "{\"id\":\"KI-5\",\"title\":\"The red kettle turns off too early\"}");

        assertThat(issues.find("My red kettle turns off too early"))
                .map(KnownIssue::id)
                .contains("KI-5");
        assertThat(issues.find("My blue kettle turns off too early"))
                .map(KnownIssue::id)
                .contains("KI-4");
    }

    @Test
    void findsNothingForAMessageAboutSomethingElse() throws IOException {
        assertThat(issues.find("My kettle shuts off before the water is boiling."))
                .isEmpty();
        load(KETTLE, SHOP);

        assertThat(issues.find("Please send the invoice of last month to my new address."))
                .isEmpty();
        assertThat(issues.find("Which colours does the kettle come in?")).isEmpty();
    }

    @Test
    void theNewestReadingOfAnIssueReplacesTheOneBefore() throws IOException {
        load(KETTLE, SHOP);
        load(
                "{\"id\":\"KI-1\",\"title\":\"Kettle K2\",\"symptoms\":[\"lid sticks\"],\"product_area\":\"lids\",\"status\":\"fixed\"}");

        assertThat(issues.list())
                .containsExactly(
                        new KnownIssue(
                                "KI-1",
                                "Kettle K2",
                                List.of("lid sticks"),
                                "lids",
                                new State.Fixed(Optional.of(TODAY))),
                        new KnownIssue(
                                "KI-2",
                                "Checkout rejects vouchers",
                                List.of("my voucher code is not accepted at checkout"),
                                "",
                                new State.Open()));
    }

    private State state() {
        return issues.list().getFirst().state();
    }

    @Test
    void whatIsFixedInALaterFileWasFixedOnTheDayOfThatFile() throws IOException {
        load(KETTLE);
        load(FIXED_KETTLE);
        clock.tick(Duration.ofDays(3));
        load(FIXED_KETTLE);

        assertThat(state()).isEqualTo(new State.Fixed(Optional.of(TODAY)));
        assertThat(issues.lines()).containsExactly("KI-1  fixed on 2026-03-02  Kettle K2");
    }

    @Test
    void theDayThatAFileGivesStands() throws IOException {
        load("{\"id\":\"KI-1\",\"title\":\"Kettle K2\",\"status\":\"Fixed\",\"fixed_on\":\"2026-02-11\"}");
        assertThat(state()).isEqualTo(new State.Fixed(Optional.of(LocalDate.of(2026, 2, 11))));
    }

    @Test
    void nobodyKnowsWhenWhatWasFixedFromTheFirstWasFixed() throws IOException {
        load(FIXED_KETTLE);
        assertThat(state()).isEqualTo(new State.Fixed(Optional.empty()));
    }

    @Test
    void whatWasFixedIsOpenAgainOnceAFileSaysSo() throws IOException {
        load(FIXED_KETTLE);
        load(KETTLE);
        assertThat(state()).isEqualTo(new State.Open());
        clock.tick(Duration.ofDays(3));
        load(FIXED_KETTLE);
        assertThat(state()).isEqualTo(new State.Fixed(Optional.of(TODAY.plusDays(3))));
    }

    @Test
    void whatAFileDoesNotHaveStaysUntilItIsRemoved() throws IOException {
        load(KETTLE, SHOP);
        load(KETTLE);
        assertThat(issues.list()).extracting(KnownIssue::id).containsExactly("KI-1", "KI-2");

        assertThat(issues.remove("KI-2")).isTrue();
        assertThat(issues.remove("KI-2")).isFalse();
        assertThat(issues.find("The checkout does not accept my voucher code")).isEmpty();
    }

    @Test
    void aStateThatIsNeitherOpenNorFixedIsRefused() throws IOException {
        var loaded = load(
                "{\"id\":\"KI-1\",\"title\":\"Kettle K2\",\"status\":\"closed\"}",
                "{\"id\":\"KI-2\",\"title\":\"Lid\",\"status\":\"fixed\",\"fixed_on\":\"in May\"}");

        assertThat(issues.list()).isEmpty();
        assertThat(loaded.problems())
                .containsExactly(
                        file() + ":1: \"status\" must be \"open\" or \"fixed\", not \"closed\"",
                        file() + ":2: \"fixed_on\" must be a day such as 2026-11-20, not \"in May\"");
    }

    @Test
    void aRowThatCannotBeReadIsNamedWithItsLineAndTheOthersAreKept() throws IOException {
        var loaded = load("{\"id\":", "", KETTLE, "{\"id\":\"KI-9\"}", "{\"title\":\"No id\"}", SHOP);

        assertThat(loaded.count()).isEqualTo(2);
        assertThat(issues.list()).extracting(KnownIssue::id).containsExactly("KI-1", "KI-2");
        assertThat(loaded.problems()).hasSize(3);
        assertThat(loaded.problems().get(0)).startsWith(file() + ":1: not JSON: ");
        assertThat(loaded.problems().get(1)).isEqualTo(file() + ":4: a known issue needs an \"id\" and a \"title\"");
        assertThat(loaded.problems().get(2)).isEqualTo(file() + ":5: a known issue needs an \"id\" and a \"title\"");
    }
}
