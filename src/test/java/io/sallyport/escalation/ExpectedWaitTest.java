package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Priority;
import io.sallyport.escalation.QueueWaits.Waited;
import io.sallyport.testkit.BridgingAgents;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StoryGates;
import io.sallyport.triage.BusinessCalendar;
import io.sallyport.triage.DueTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("database")
class ExpectedWaitTest {

    private static final Instant FRIDAY = Instant.parse("2026-02-27T09:00:00Z");

    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), ScriptedGate.required());

    @AfterEach
    void close() {
        desk.close();
    }

    private CaseRecord handedOver(String text) {
        CaseId id = desk.ticket(text);
        desk.runUntilQuiet();
        return desk.load(id);
    }

    private Instant by(CaseRecord record, List<Waited> waits) {
        var due = new DueTimes(new BusinessCalendar(ZoneOffset.UTC));
        return new ExpectedWait(due, (_, _) -> waits, desk.clock())
                .estimate(record)
                .by();
    }

    private static List<Waited> waits(int count, Duration each) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Waited(FRIDAY, FRIDAY.plus(each), "person " + number % 4))
                .toList();
    }

    @Test
    void saysWhenTheFirstAnswerIsDueWhileTheQueueIsAsFastAsThat() {
        CaseRecord record = handedOver("person please");
        assertThat(by(record, List.of())).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(by(record, waits(50, Duration.ofMinutes(20)))).isEqualTo("2026-03-02T10:00:00Z");
    }

    @Test
    void neverSaysEarlierThanTheQueueHasLatelyNeededInOfficeTime() {
        CaseRecord record = handedOver("person please");
        // Friday nine to Monday eleven: ten hours of office time, the eleventh begins on Tuesday at eleven.
        assertThat(by(record, waits(20, Duration.ofHours(74)))).isEqualTo("2026-03-03T11:15:00Z");
    }

    @Test
    void asksNothingOfTooFewWaits() {
        CaseRecord record = handedOver("person please");
        assertThat(by(record, waits(9, Duration.ofDays(5)))).isEqualTo("2026-03-02T10:00:00Z");
    }

    @Test
    void urgentCasesWaitAroundTheClock() {
        CaseRecord record = handedOver("a flood, person please");
        assertThat(by(record, waits(20, Duration.ofHours(3)))).isEqualTo("2026-03-02T12:15:00Z");
    }

    @Test
    void whatWasDueInThePastIsDueAnewFromNow() {
        CaseRecord record = handedOver("a flood, person please");
        desk.tick(Duration.ofHours(5));
        assertThat(by(record, List.of())).isEqualTo("2026-03-02T15:00:00Z");
    }

    @Test
    void readsTheWaitsOffTheEventsOfTheCases() {
        CaseRecord first = handedOver("person please");
        handedOver("person please");
        desk.decide(first.id(), new Fact.ClusterLeft("CL1", "another matter"));
        desk.tick(Duration.ofMinutes(40));
        desk.decide(first.id(), new Fact.CaseClaimed());
        desk.decide(first.id(), new Fact.CaseResolved("by phone"));
        var waits = new PostgresQueueWaits(desk.database().jdbc());
        assertThat(waits.latest("technical", Priority.P3))
                .containsExactly(new Waited(DeskKit.MONDAY_MORNING, DeskKit.MONDAY_MORNING.plusSeconds(2400), "Ines"));
        assertThat(waits.latest("billing", Priority.P3)).isEmpty();
    }

    @Test
    void howBusyPeopleWereSinceMakesNoWaitLonger() {
        CaseId first = handedOver("person please").id();
        CaseId other = handedOver("person please").id();
        desk.tick(Duration.ofMinutes(10));
        desk.decide(first, new Fact.CaseClaimed());
        desk.tick(Duration.ofHours(1));
        Actor omar = Actor.person("Omar");
        desk.cases()
                .append(
                        desk.load(other),
                        IntStream.range(0, 400)
                                .mapToObj(turn -> new Entry(
                                        omar, turn % 2 == 0 ? new Fact.CaseClaimed() : new Fact.CaseReleased()))
                                .toList());
        desk.tick(Duration.ofDays(3));
        desk.decide(first, new Fact.CaseResolved("by phone"));
        Instant since = DeskKit.MONDAY_MORNING;
        assertThat(new PostgresQueueWaits(desk.database().jdbc()).latest("technical", Priority.P3))
                .containsExactly(
                        new Waited(since, since.plus(Duration.ofMinutes(70)), "Omar"),
                        new Waited(since, since.plus(Duration.ofMinutes(10)), "Ines"));
    }

    private Instant asTheDeskRemembers(CaseRecord record) {
        var due = new DueTimes(new BusinessCalendar(ZoneOffset.UTC));
        var waits = new PostgresQueueWaits(desk.database().jdbc());
        return new ExpectedWait(due, waits, desk.clock()).estimate(record).by();
    }

    private List<CaseRecord> ten(String text) {
        return IntStream.range(0, 10).mapToObj(_ -> handedOver(text)).toList();
    }

    private void claimed(List<CaseRecord> records) {
        records.forEach(record -> desk.decide(record.id(), new Fact.CaseClaimed()));
    }

    @Test
    void whatWaitsInOfficeTimeSaysNothingOfWhatIsWorkedOnAroundTheClock() {
        List<CaseRecord> calm = ten("person please");
        desk.tick(Duration.ofHours(74));
        claimed(calm);
        CaseRecord urgent = handedOver("a flood, person please");
        assertThat(asTheDeskRemembers(urgent)).isEqualTo(desk.clock().instant().plus(Duration.ofHours(1)));
    }

    @Test
    void whatIsUrgentSaysNothingOfWhatWaitsInOfficeTime() {
        List<CaseRecord> urgent = ten("a flood, person please");
        desk.tick(Duration.ofHours(74));
        claimed(urgent);
        CaseRecord calm = handedOver("person please");
        assertThat(asTheDeskRemembers(calm)).isEqualTo("2026-03-05T12:00:00Z");
    }

    @Test
    void tellingTheCustomerOrTakingInWhatTheySaidElsewhereIsNoAnswer() {
        CaseRecord other = handedOver("person please");
        List<CaseRecord> merged = ten("a flood, person please");
        merged.forEach(record -> desk.decide(record.id(), new Fact.CaseAbsorbed(other.id(), List.of())));
        desk.tick(Duration.ofHours(3));
        claimed(merged);
        CaseRecord urgent = handedOver("a flood, person please");
        assertThat(asTheDeskRemembers(urgent)).isEqualTo("2026-03-02T15:15:00Z");
    }

    @Test
    void aYesToWhatTheCustomerIsToldIsNoAnswer() {
        var clock = new SettableClock(DeskKit.MONDAY_MORNING);
        var agents = new BridgingAgents(new ScriptedAgents(), BridgingAgents.writer(clock, ZoneOffset.UTC));
        try (var bridging = DeskKit.on(clock, agents, StoryGates.of(clock), false)) {
            CaseId id = bridging.ticket("person please");
            bridging.runUntilQuiet();
            String hash = bridging.load(id).bridge().findBridge().orElseThrow().contentHash();
            bridging.decide(id, new Fact.BridgeApproved(hash));
            bridging.runUntilQuiet();
            var waits = new PostgresQueueWaits(bridging.database().jdbc());
            assertThat(waits.latest("technical", Priority.P3)).isEmpty();
            assertThat(waits.waiting("technical", Priority.P3)).containsExactly(DeskKit.MONDAY_MORNING);
            bridging.decide(id, new Fact.CaseClaimed());
            assertThat(waits.latest("technical", Priority.P3)).hasSize(1);
            assertThat(waits.waiting("technical", Priority.P3)).isEmpty();
        }
    }

    @Test
    void whatWaitsStillCountsWithItsTimeSoFar() {
        claimed(ten("a flood, person please"));
        desk.tick(Duration.ofMinutes(1));
        ten("a flood, person please");
        desk.tick(Duration.ofHours(6));
        CaseRecord urgent = handedOver("a flood, person please");
        assertThat(asTheDeskRemembers(urgent)).isEqualTo("2026-03-02T21:15:00Z");
    }

    @Test
    void whatWasForgottenLongBeforeTheLatestWereTakenPutsNobodyOff() {
        ten("a flood, person please");
        desk.tick(Duration.ofDays(3));
        claimed(ten("a flood, person please"));
        CaseRecord urgent = handedOver("a flood, person please");
        assertThat(asTheDeskRemembers(urgent)).isEqualTo(desk.clock().instant().plus(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-03-02T12:15:00Z",
        "4, 2026-03-02T12:15:00Z",
        "9, 2026-03-02T12:15:00Z",
        "2, 2026-03-02T15:15:00Z",
        "1, 2026-03-02T21:15:00Z"
    })
    void takesLongerWhereFewerServeTheQueueThanTookItsCases(int serving, String by) {
        CaseRecord record = handedOver("a flood, person please");
        var slow = new QueueWaits() {
            @Override
            public List<Waited> latest(String queue, Priority priority) {
                return waits(20, Duration.ofHours(3));
            }

            @Override
            public int serving(String queue) {
                return serving;
            }
        };
        var due = new DueTimes(new BusinessCalendar(ZoneOffset.UTC));
        var expected = new ExpectedWait(due, slow, desk.clock()).estimate(record);
        assertThat(expected.by()).isEqualTo(by);
        assertThat(expected.because().contains("by 4 people")).isEqualTo(serving == 1 || serving == 2);
    }

    @Test
    void whoServesAQueueIsCounted() {
        var members = new QueueMembers(desk.database().dataSource());
        var waits = new RememberedWaits(new PostgresQueueWaits(desk.database().jdbc()), desk.clock());
        assertThat(waits.serving("technical")).isZero();
        members.serve("Ines", List.of("technical", "billing"));
        members.serve("Omar", List.of("technical"));
        assertThat(waits.serving("technical")).isEqualTo(2);
        members.serve("Omar", List.of());
        assertThat(waits.serving("technical")).isEqualTo(1);
        assertThat(members.list()).containsExactly(new QueueMembers.Member("Ines", List.of("billing", "technical")));
    }
}
