package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.AnswerWork.Held;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.escalation.Decisions.Choice;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class DecisionsTest {

    private static final String INES = "Ines";

    private final List<ScriptedGate> gates = ScriptedGate.required();
    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), gates);
    private final Decisions decisions = new Decisions(desk.cases());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anApprovedDraftIsSent() {
        CaseRecord held = held();
        assertThat(decisions.approve(Seen.of(held), hash(held), INES)).isInstanceOf(Decision.Taken.class);
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).containsExactly(ScriptedAgents.QUOTE);
    }

    @Test
    void approvingNeedsTheHashOfTheTextThatWasRead() {
        CaseRecord held = held();
        assertThat(refusal(decisions.approve(Seen.of(held), "0".repeat(64), INES)))
                .contains("not the text you read");
        assertThat(desk.load(held.id())).isEqualTo(held);
    }

    @Test
    void approvingNeedsAName() {
        CaseRecord held = held();
        assertThat(refusal(decisions.approve(Seen.of(held), hash(held), "  "))).contains("name of the person");
    }

    @Test
    void approvingIsRefusedWhereAGateStopped() {
        CaseRecord held = held();
        gates.getFirst().stopOn("We never close.");
        decisions.edit(Seen.of(held), "We never close.", INES);
        desk.runUntilQuiet();
        CaseRecord stopped = desk.load(held.id());
        assertThat(stopped.answer()).isInstanceOf(Held.class);
        assertThat(Decisions.choices(stopped, INES)).contains(Choice.EDIT).doesNotContain(Choice.APPROVE);
        assertThat(refusal(decisions.approve(Seen.of(stopped), hash(stopped), INES)))
                .contains(gates.getFirst().name() + " gate stopped");
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).isEmpty();
    }

    @Test
    void approvingIsRefusedWhileTheLaneIsInShadow() {
        desk.mode(LaneMode.SHADOW);
        CaseRecord shadowed = settled(desk.ticket("When do you open?"));
        assertThat(refusal(decisions.approve(Seen.of(shadowed), hash(shadowed), INES)))
                .contains("shadow");
    }

    @Test
    void approvingIsRefusedBeforeThereIsADraft() {
        CaseRecord young = desk.load(desk.ticket("When do you open?"));
        assertThat(refusal(decisions.approve(Seen.of(young), "", INES))).isEqualTo("There is no draft.");
    }

    @Test
    void aMessageThatCameInBetweenOvertakesTheDecision() {
        CaseRecord held = held();
        desk.write(held.id(), "On Sundays, too?");
        Decision decision = decisions.approve(Seen.of(held), hash(held), INES);
        assertThat(decision).isInstanceOf(Decision.Overtaken.class);
        assertThat(decision.record().version()).isEqualTo(held.version() + 1);
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).isEmpty();
    }

    @Test
    void anEditThatPassesTheGatesIsSentWithoutFurtherApproval() {
        CaseRecord held = held();
        decisions.edit(Seen.of(held), "Thank you for asking.\n\n" + ScriptedAgents.QUOTE, INES);
        desk.runUntilQuiet();
        assertThat(desk.channel().posted()).containsExactly("Thank you for asking.\n\n" + ScriptedAgents.QUOTE);
    }

    @Test
    void anEditNeedsSomethingToSay() {
        CaseRecord held = held();
        assertThat(refusal(decisions.edit(Seen.of(held), " \n ", INES))).contains("at least one sentence");
    }

    @Test
    void aRejectedDraftGoesToThePersonWhoSaidNo() {
        CaseRecord held = held();
        decisions.reject(Seen.of(held), "too short", INES);
        desk.runUntilQuiet();
        CaseRecord rejected = desk.load(held.id());
        assertThat(rejected.standing()).isInstanceOfSatisfying(Standing.WithPeople.class, people -> {
            assertThat(people.owner()).contains(INES);
            assertThat(people.why()).contains("too short");
        });
        assertThat(desk.channel().posted()).isEmpty();
    }

    @Test
    void rejectingAndResolvingNeedAReason() {
        CaseRecord held = held();
        assertThat(refusal(decisions.reject(Seen.of(held), " ", INES))).contains("Say why");
        assertThat(refusal(decisions.resolve(Seen.of(held), "x".repeat(2001), INES)))
                .contains("at most 2,000");
    }

    @Test
    void aClaimedCaseIsItsOwnersAloneUntilItIsReleased() {
        CaseRecord claimed = decisions.claim(Seen.of(held()), INES).record();
        assertThat(claimed.isTakenOver()).isTrue();
        assertThat(Decisions.choices(claimed, "Tomek")).containsExactlyInAnyOrder(Choice.RELEASE, Choice.NOTE);
        assertThat(refusal(decisions.approve(Seen.of(claimed), hash(claimed), "Tomek")))
                .contains("Ines has claimed");
        assertThat(refusal(decisions.assign(Seen.of(claimed), "Tomek", "quiet day", "Tomek")))
                .contains("Ines has claimed");
        CaseRecord released = decisions.release(Seen.of(claimed), "Tomek").record();
        assertThat(released.isTakenOver()).isFalse();
        assertThat(refusal(decisions.release(Seen.of(released), "Tomek"))).contains("Nobody has claimed");
    }

    @Test
    void aResolvedCaseIsClosedOnce() {
        CaseRecord held = held();
        CaseRecord resolved =
                decisions.resolve(Seen.of(held), "called them", INES).record();
        assertThat(resolved.standing()).isInstanceOf(Standing.Resolved.class);
        assertThat(refusal(decisions.resolve(Seen.of(resolved), "again", INES))).contains("resolved already");
    }

    private CaseRecord held() {
        CaseRecord record = settled(desk.ticket("When do you open?"));
        assertThat(record.answer()).isInstanceOf(Held.class);
        return record;
    }

    private CaseRecord settled(CaseId id) {
        desk.runUntilQuiet();
        return desk.load(id);
    }

    private static String hash(CaseRecord record) {
        return record.answer().findDraft().map(AnswerWork.Draft::contentHash).orElseThrow();
    }

    private static String refusal(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).why();
    }
}
