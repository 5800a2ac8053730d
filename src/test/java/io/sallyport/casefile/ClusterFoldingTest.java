package io.sallyport.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.HandedOver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How urgent a case is that others have, too, and what stays of that once it is none of theirs. */
class ClusterFoldingTest {

    private static final Fact.ClusterJoined JOINED = joined(3, Priority.P2);
    private static final Fact.ClusterLeft LEFT = new Fact.ClusterLeft("CL1", "another matter");

    private static Fact.ClusterJoined joined(int size, Priority raisedTo) {
        return new Fact.ClusterJoined("CL1", size, raisedTo);
    }

    private static Fact.Reclassified corrected(Optional<Priority> priority) {
        return new Fact.Reclassified(Optional.empty(), priority, Optional.of("billing"), "I have read it");
    }

    private static CaseRecord after(Fact... facts) {
        return HandedOver.of(Category.BUG, Priority.P3).sayingThen(List.of(facts), "It is cold.");
    }

    /** As triage reads it again. */
    private static Fact.Triaged readAs(Priority priority, CaseId... duplicates) {
        Triage read =
                HandedOver.of(Category.BUG, priority).saying("It is cold.").triage();
        return new Fact.Triaged(new Triage(
                read.classification(),
                read.urgency(),
                read.impressions(),
                read.mood(),
                read.customer(),
                new Triage.Related(Optional.of("KI-7"), List.of(duplicates)),
                new Triage.Sla(HandedOver.AT.plus(Duration.ofDays(1)), HandedOver.AT.plus(Duration.ofDays(2)))));
    }

    @Test
    void whatOthersRaisedIsAsUrgentAsBeforeOnceItLeavesThem() {
        CaseRecord raised = after(JOINED, joined(5, Priority.P1));
        assertThat(raised.triage().priority()).isEqualTo(Priority.P1);
        assertThat(raised.triage().urgency().because()).isEqualTo("5 customers have one cause");

        CaseRecord left = after(JOINED, joined(5, Priority.P1), LEFT);
        assertThat(left.triage().urgency()).isEqualTo(after().triage().urgency());
        assertThat(left.handOver().cluster()).isEmpty();
    }

    @Test
    void whatWasPromisedMeanwhileStaysPromised() {
        CaseRecord left = after(readAs(Priority.P3), joined(5, Priority.P1), LEFT);
        assertThat(left.triage().priority()).isEqualTo(Priority.P3);
        assertThat(left.triage().sla().firstAnswerDue()).isEqualTo(HandedOver.AT.plus(Duration.ofHours(1)));
    }

    @Test
    void aPriorityThatWasSetMeanwhileStays() {
        CaseRecord left = after(JOINED, corrected(Optional.of(Priority.P4)), LEFT);
        assertThat(left.triage().priority()).isEqualTo(Priority.P4);
        CaseRecord equal = after(JOINED, corrected(Optional.of(Priority.P2)), LEFT);
        assertThat(equal.triage().priority()).isEqualTo(Priority.P2);
    }

    @Test
    void aCorrectionOfSomethingElseSetsNoPriority() {
        CaseRecord left = after(JOINED, corrected(Optional.empty()), LEFT);
        assertThat(left.triage().priority()).isEqualTo(Priority.P3);
    }

    @Test
    void whatIsReadAnewSinceIsItsOwn() {
        CaseRecord left = after(JOINED, readAs(Priority.P1), LEFT);
        assertThat(left.triage().priority()).isEqualTo(Priority.P1);
        CaseRecord again = after(JOINED, readAs(Priority.P4), JOINED, LEFT);
        assertThat(again.triage().priority()).isEqualTo(Priority.P4);
    }

    @Test
    void itsPacketIsMadeAnewAndCountsNoneOfThoseItLeft() {
        var packaged = new Fact.Packaged(Packet.bare(after()), List.of());
        var others = new CaseId[] {CaseId.random(), CaseId.random()};
        var facts = new ArrayList<Fact>(List.of(readAs(Priority.P3, others), JOINED, packaged));
        CaseRecord before = after(facts.toArray(Fact[]::new));
        assertThat(before.handOver().isCurrent()).isTrue();
        assertThat(Packet.customersWith(before)).isEqualTo(3);

        facts.add(LEFT);
        CaseRecord left = after(facts.toArray(Fact[]::new));
        assertThat(left.handOver().isCurrent()).isFalse();
        assertThat(Packet.customersWith(left)).isEqualTo(1);

        facts.add(readAs(Priority.P3, others[0], CaseId.random()));
        assertThat(Packet.customersWith(after(facts.toArray(Fact[]::new)))).isEqualTo(2);
    }

    @Test
    void theCallThatItWasSparedIsDueAgainUnlessSomebodyHasIt() {
        var spared = new Fact.PagePlanned(Optional.empty());
        assertThat(after(joined(3, Priority.P1), spared).handOver().isPaged()).isTrue();
        assertThat(after(joined(3, Priority.P1), spared, LEFT).handOver().isPaged())
                .isFalse();
        assertThat(after(joined(3, Priority.P1), spared, new Fact.CaseClaimed(), LEFT)
                        .handOver()
                        .isPaged())
                .isTrue();
        assertThat(after(joined(3, Priority.P3), spared, LEFT).handOver().isPaged())
                .isTrue();
    }

    @Test
    void whatHadLinkedItIsKept() {
        CaseId other = CaseId.random();
        assertThat(after(readAs(Priority.P3, other), JOINED, LEFT).handOver().partings())
                .containsExactly(new HandOver.Parting("CL1", new Triage.Related(Optional.of("KI-7"), List.of(other))));
    }
}
