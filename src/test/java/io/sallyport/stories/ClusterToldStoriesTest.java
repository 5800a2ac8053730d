package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Verdict;
import io.sallyport.escalation.ClusterDecisions;
import io.sallyport.escalation.ClusterDecisions.Outcome;
import io.sallyport.escalation.ClusterLinker;
import io.sallyport.escalation.Clusters;
import io.sallyport.escalation.Decisions;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.RecordingChannel;
import io.sallyport.testkit.ScriptedGate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who of a cluster counts as told, when what they were to be told did not arrive. */
@Tag("database")
class ClusterToldStoriesTest {

    private static final String INES = "Ines";
    private static final String NEWS = "The heater firmware is mended; please restart yours.";

    private final List<ScriptedGate> gates = ScriptedGate.required();
    private final DeskKit desk = HeaterDesk.open(gates);
    private final Clusters clusters = new Clusters(desk.cases(), desk.database().jdbc());
    private final ClusterDecisions together = new ClusterDecisions(clusters, new Decisions(desk.cases()));

    @AfterEach
    void close() {
        desk.close();
    }

    private String link() {
        HeaterDesk.three(desk);
        new ClusterLinker(desk.cases(), desk.database().jdbc(), desk.clock()).link();
        desk.runUntilQuiet();
        return clusters.list().getFirst().id();
    }

    private List<Outcome> tell(String cluster) {
        List<Outcome> told = together.tell(cluster, NEWS, INES);
        desk.runUntilQuiet();
        return told;
    }

    @Test
    void whoseServerRefusedTheMailIsToldOnceItTakesMail() {
        String cluster = link();
        desk.channel().answer(RecordingChannel.Answer.REFUSE);
        tell(cluster);
        assertThat(desk.channel().posted()).isEmpty();

        desk.channel().answer(RecordingChannel.Answer.ACCEPT);
        assertThat(tell(cluster)).hasSize(3).allMatch(each -> each.whyNot().isEmpty());
        assertThat(desk.channel().posted()).containsExactly(NEWS, NEWS, NEWS);
    }

    @Test
    void whomAGateKeptItFromIsToldOnceItPasses() {
        String cluster = link();
        gates.getFirst().judgeBy(_ -> Verdict.stop(gates.getFirst().name(), "not now"));
        CaseId first = tell(cluster).getFirst().caseId();
        assertThat(desk.load(first).answer()).isInstanceOf(AnswerWork.Held.class);

        gates.getFirst().judgeBy(_ -> Verdict.pass(gates.getFirst().name()));
        assertThat(tell(cluster)).hasSize(3).allMatch(each -> each.whyNot().isEmpty());
        assertThat(desk.channel().posted()).containsExactly(NEWS, NEWS, NEWS);
    }

    @Test
    void ofWhomNobodyKnowsWhetherItArrivedThatIsSaidAndNothingIsSentTwice() {
        String cluster = link();
        desk.channel().answer(RecordingChannel.Answer.TIME_OUT_BEFORE);
        tell(cluster);
        desk.channel().answer(RecordingChannel.Answer.ACCEPT);
        assertThat(tell(cluster))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.whyNot())
                        .hasValue(
                                "Nobody knows whether the customer has been told, as it is unknown whether the reply on "
                                        + each.caseId() + " arrived; find out, and answer there by hand."));
        assertThat(desk.channel().posted()).isEmpty();
    }
}
