package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.HandOver;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Priority;
import io.sallyport.escalation.ClusterLinker;
import io.sallyport.escalation.Clusters;
import io.sallyport.escalation.Correction;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.testkit.DeskKit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case was taken for one of several with one cause, and a person says that it is not. Each also killed at every step. */
@Tag("database")
class LeftClusterStoriesTest {

    private static final String INES = "Ines";
    private static final String WHY = "It is a kettle.";

    private static void story(boolean crashing, Consumer<DeskKit> story) {
        try (var desk = HeaterDesk.open(crashing)) {
            story.accept(desk);
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    private static void link(DeskKit desk) {
        new ClusterLinker(desk.cases(), desk.database().jdbc(), desk.clock()).link();
        desk.runUntilQuiet();
    }

    private static Decision takeOut(DeskKit desk, CaseId id, String why, String person) {
        Decision decision = new Decisions(desk.cases()).leaveCluster(Seen.of(desk.load(id)), why, person);
        desk.runUntilQuiet();
        return decision;
    }

    private static void takeOut(DeskKit desk, CaseId id) {
        assertThat(takeOut(desk, id, WHY, INES)).isInstanceOf(Decision.Taken.class);
    }

    private static void correct(DeskKit desk, CaseId id, Priority priority) {
        var correction = new Correction(Optional.empty(), Optional.of(priority), Optional.empty(), "I have read it");
        assertThat(new Decisions(desk.cases()).reclassify(Seen.of(desk.load(id)), correction, INES))
                .isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
    }

    private static CaseId again(DeskKit desk, String name) {
        return HeaterDesk.from(desk, name + "@example.com", "The heater is cold, person please");
    }

    private static Optional<String> cluster(DeskKit desk, CaseId id) {
        return desk.load(id).handOver().cluster().map(HandOver.Cluster::id);
    }

    private static Packet packet(DeskKit desk, CaseId id) {
        return desk.load(id).handOver().packet().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCaseThatIsTakenOutGoesByItsOwnAndStaysOut(boolean crashing) {
        story(crashing, desk -> {
            List<CaseId> others = HeaterDesk.three(desk);
            CaseId wrong = again(desk, "di");
            link(desk);
            String cluster = cluster(desk, wrong).orElseThrow();
            assertThat(packet(desk, wrong).impact().customers()).isEqualTo(4);
            assertThat(packet(desk, wrong).severity()).isEqualTo(Priority.P2);

            takeOut(desk, wrong);
            link(desk);
            link(desk);
            CaseRecord record = desk.load(wrong);
            assertThat(record.handOver().cluster()).isEmpty();
            assertThat(record.triage().priority()).isEqualTo(Priority.P4);
            assertThat(packet(desk, wrong).impact().customers()).isOne();
            assertThat(packet(desk, wrong).severity()).isEqualTo(Priority.P4);
            assertThat(desk.cases().events(wrong))
                    .filteredOn(event -> event.fact().equals(new Fact.ClusterLeft(cluster, WHY)))
                    .singleElement()
                    .satisfies(event -> assertThat(event.actor()).isEqualTo(Actor.person(INES)));
            assertThat(others).allMatch(id -> cluster(desk, id).equals(Optional.of(cluster)));
            assertThat(new Clusters(desk.cases(), desk.database().jdbc()).list())
                    .singleElement()
                    .satisfies(found -> assertThat(found.customers()).isEqualTo(3));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whateverItsCustomerWritesAboutItNextItStaysOut(boolean crashing) {
        story(crashing, desk -> {
            CaseId wrong = HeaterDesk.three(desk).getFirst();
            again(desk, "di");
            link(desk);
            takeOut(desk, wrong);
            desk.write(wrong, "And the heater is cold still.");
            desk.runUntilQuiet();
            link(desk);
            assertThat(cluster(desk, wrong)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noNewClusterOfThatCauseIsMadeThroughIt(boolean crashing) {
        story(crashing, desk -> {
            List<CaseId> cases = HeaterDesk.three(desk);
            link(desk);
            CaseId wrong = cases.getFirst();
            takeOut(desk, wrong);
            cases.subList(1, 3).forEach(id -> desk.decide(id, new Fact.CaseResolved("told by phone")));
            CaseId one = again(desk, "di");
            CaseId other = again(desk, "eve");
            link(desk);
            assertThat(List.of(wrong, one, other))
                    .allMatch(id -> cluster(desk, id).isEmpty());

            CaseId third = again(desk, "fay");
            link(desk);
            assertThat(cluster(desk, wrong)).isEmpty();
            assertThat(cluster(desk, one)).isPresent().isEqualTo(cluster(desk, third));
            assertThat(cluster(desk, other)).isEqualTo(cluster(desk, third));
            assertThat(desk.load(third).handOver().cluster())
                    .hasValueSatisfying(found -> assertThat(found.customers()).isEqualTo(3));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherCauseLinksItUnderAnotherNameThanItsOwn(boolean crashing) {
        story(crashing, desk -> {
            CaseId wrong = again(desk, "ana");
            desk.tick(Duration.ofMinutes(1));
            again(desk, "bo");
            again(desk, "cy");
            link(desk);
            String former = cluster(desk, wrong).orElseThrow();
            assertThat(former).endsWith(wrong.value().substring(2));
            takeOut(desk, wrong);
            desk.write(wrong, "I mean the kettle, person please");
            desk.tick(Duration.ofMinutes(1));
            CaseId one = HeaterDesk.from(desk, "di@example.com", "My kettle is cold, person please");
            HeaterDesk.from(desk, "eve@example.com", "A cold kettle, person please");
            link(desk);
            assertThat(cluster(desk, wrong)).isPresent().isEqualTo(cluster(desk, one));
            assertThat(cluster(desk, wrong)).isNotEqualTo(Optional.of(former));
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAPersonHadSetStays(boolean crashing) {
        story(crashing, desk -> {
            CaseId wrong = HeaterDesk.three(desk).getFirst();
            link(desk);
            correct(desk, wrong, Priority.P3);
            takeOut(desk, wrong);
            assertThat(desk.load(wrong).triage().priority()).isEqualTo(Priority.P3);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thePacketsOfTheOthersAreMadeAnewOnceAThirdOfThemIsGone(boolean crashing) {
        story(crashing, desk -> {
            CaseId stays = HeaterDesk.three(desk).getFirst();
            CaseId wrong = again(desk, "di");
            CaseId too = again(desk, "eve");
            link(desk);
            takeOut(desk, wrong);
            link(desk);
            assertThat(packet(desk, stays).impact().customers()).isEqualTo(5);
            takeOut(desk, too);
            link(desk);
            link(desk);
            assertThat(packet(desk, stays).impact().customers()).isEqualTo(3);
            assertThat(desk.cases().events(stays))
                    .filteredOn(event -> event.fact() instanceof Fact.ClusterJoined)
                    .hasSize(2);
        });
    }

    @Test
    void whoeverIsOnCallIsCalledForItOnceAPersonMakesItGrave() {
        try (var desk = HeaterDesk.withSomebodyOnCall()) {
            CaseId spared = HeaterDesk.three(desk).getFirst();
            HeaterDesk.from(desk, "eve@example.com", "The heater made a flood, person please");
            link(desk);
            assertThat(desk.load(spared).triage().priority()).isEqualTo(Priority.P1);
            takeOut(desk, spared);
            assertThat(desk.tools().pages(100)).hasSize(1);

            correct(desk, spared, Priority.P1);
            assertThat(desk.tools().pages(100)).hasSize(2);
        }
    }

    @Test
    void itIsTakenOutOnlyWhereThatFits() {
        story(false, desk -> {
            List<CaseId> cases = HeaterDesk.three(desk);
            assertThat(whyNot(takeOut(desk, cases.getFirst(), WHY, INES))).isEqualTo("The case is in no cluster.");
            link(desk);
            assertThat(whyNot(takeOut(desk, cases.getFirst(), " ", INES))).startsWith("Say why");
            desk.decide(cases.getFirst(), new Fact.CaseAssigned("Omar", ""));
            assertThat(whyNot(takeOut(desk, cases.getFirst(), WHY, INES))).startsWith("Omar has claimed this case");
            desk.write(cases.get(1), "The heater?");
            Seen unread = Seen.of(desk.load(cases.get(1)));
            assertThat(whyNot(new Decisions(desk.cases()).leaveCluster(unread, WHY, INES)))
                    .contains("has not been read yet");
            desk.decide(cases.get(2), new Fact.CaseResolved("told by phone"));
            takeOut(desk, cases.get(2));
            assertThat(cluster(desk, cases.get(2)))
                    .as("it counts no more, though it is over")
                    .isEmpty();
        });
    }

    private static String whyNot(Decision decision) {
        return ((Decision.Refused) decision).why();
    }
}
