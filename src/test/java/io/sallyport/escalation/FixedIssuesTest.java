package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage.FixedIssue;
import io.sallyport.casefile.Triage.Related;
import io.sallyport.escalation.tracking.PostgresTrackedIssues;
import io.sallyport.escalation.tracking.TrackerAgent;
import io.sallyport.escalation.tracking.TrackerSettings;
import io.sallyport.gate.ErrandGate;
import io.sallyport.gate.HandoffGate;
import io.sallyport.privacy.CaseMasks;
import io.sallyport.privacy.PersonalData;
import io.sallyport.testkit.HandedOver;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody has what was fixed: people read that it may be back, and nothing else comes of it. */
class FixedIssuesTest {

    private static final Related OPEN = new Related(Optional.of("KI-21"), List.of());
    private static final Related FIXED = new Related(
            Optional.empty(), Optional.of(new FixedIssue("KI-21", Optional.of(LocalDate.of(2026, 2, 11)))), List.of());
    private static final String MAY_BE_BACK =
            "It looks like the known issue KI-21, marked as fixed on 2026-02-11: it may be back.";

    private static CaseRecord from(String customer, Related related) {
        return HandedOver.of(Category.BUG, Priority.P3)
                .from(Customer.unknown(customer))
                .like(related)
                .saying("My hub drops offline every night.");
    }

    private static List<CaseRecord> three(Related related) {
        return Stream.of("ana@mill.example", "bo@mill.example", "cy@mill.example")
                .map(customer -> from(customer, related))
                .toList();
    }

    @Test
    void threeWhoHaveWhatWasFixedAreNoClusterThoughThreeWhoHaveWhatIsOpenAre() {
        assertThat(OneCause.groups(three(OPEN), _ -> List.of())).hasSize(1);
        assertThat(OneCause.groups(three(FIXED), _ -> List.of())).isEmpty();
    }

    @Test
    void whoeverGetsTheCaseReadsThatItMayBeBack() {
        var packager =
                new Packager(new DueTimes(new BusinessCalendar(ZoneId.of("UTC"))), new SettableClock(HandedOver.AT));
        CaseRecord record = from("ana@mill.example", FIXED);
        Fact.Packaged packaged = packager.pack(
                record,
                new Evidence("", List.of(), List.of()),
                packet -> List.of(new HandoffGate().judge(record, packet)));

        assertThat(packaged.packet().ask().what()).endsWith(MAY_BE_BACK);
        assertThat(packaged.verdicts())
                .allSatisfy(verdict -> assertThat(verdict.toString()).contains("incomplete"));
    }

    @Test
    @Tag("database")
    void itsIssueIsFiledForThatCaseAloneAndSaysThatItMayBeBack() {
        try (var database = TestDatabase.fresh()) {
            var tracker = new TrackerAgent(
                    new PostgresTrackedIssues(database.jdbc()),
                    new TrackerSettings(Set.of(Category.BUG)),
                    new CaseMasks(PersonalData.byRules(), _ -> Map.of()));
            CaseRecord record = from("ana@mill.example", FIXED);

            Errand issue = tracker.track(record).errands().getFirst();

            assertThat(issue.kind()).isEqualTo(Errand.Kind.ISSUE);
            assertThat(issue.onto()).isEmpty();
            assertThat(issue.text()).contains("2026-02-11", "may be back");
            assertThat(new ErrandGate().judge(record, issue).isPass()).isTrue();
        }
    }
}
