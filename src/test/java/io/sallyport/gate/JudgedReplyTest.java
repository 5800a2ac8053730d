package io.sallyport.gate;

import static io.sallyport.gate.GateCase.PLANS;
import static io.sallyport.gate.GateCase.citing;
import static io.sallyport.gate.GateCase.plain;
import static io.sallyport.gate.GateCase.quoted;
import static io.sallyport.gate.GateCase.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Opinion;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.judge.Judges;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.Script;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Grounding and the Tone gate with a judge behind a stub of the Messages API. */
class JudgedReplyTest {

    private static final String ANNUAL =
            "You can't cancel an annual plan after the first 60 days unless an outage affected the account.";
    private static final String REWORDED = ANNUAL.replace("can't", "cannot");

    private final JudgeKit stub = new JudgeKit();
    private final GateCase kit = new GateCase();

    @AfterEach
    void close() {
        stub.close();
    }

    private static Reply reworded() {
        return reply(citing(REWORDED, PLANS, ANNUAL));
    }

    /** Fresh ones, which have not asked anything yet. */
    private ReplyGates gates() {
        return kit.gates(Judges.of(stub.models()));
    }

    private Verdict ground(Reply reply) {
        return gates().grounding().judge(kit.record(), reply);
    }

    private Verdict tone(Reply reply) {
        return gates().tone().judge(kit.record(), reply);
    }

    @Test
    void theRulesPassTheReplyThatTheseTestsJudge() {
        assertThat(kit.gates().grounding().judge(kit.record(), reworded()).isPass())
                .isTrue();
    }

    @Test
    void onlySupportedPasses() {
        stub.play(JudgeKit.rulings("SUPPORTED"));
        assertThat(ground(reworded()).isPass()).isTrue();
        for (String answer : List.of("NOT_SUPPORTED", "CANNOT_TELL")) {
            stub.play(JudgeKit.rulings(answer));
            assertThat(ground(reworded()))
                    .isInstanceOfSatisfying(
                            Verdict.Stop.class,
                            stop -> assertThat(stop.flagged())
                                    .extracting(Verdict.Flag::sentence)
                                    .containsExactly(REWORDED));
        }
    }

    @Test
    void thePersonSeesSentenceEvidenceAnswerModelAndPrompt() {
        stub.play(JudgeKit.rulings("NOT_SUPPORTED"));
        var opinion = ground(reworded()).opinions().getFirst();
        assertThat(opinion.model()).isEqualTo("anthropic:judge");
        assertThat(opinion.promptHash()).hasSize(64);
        assertThat(opinion.findings())
                .containsExactly(new Opinion.Finding(REWORDED, ANNUAL, "not supported", "as scripted"));
    }

    @Test
    void theJudgeSeesClaimAndEvidenceAndNothingOfTheCase() {
        stub.play(JudgeKit.rulings("SUPPORTED"));
        ground(reworded());
        String question = stub.questions().getFirst();
        assertThat(question).contains(REWORDED, ANNUAL).doesNotContain("Anna", "anna@example.org", "how do I pair");
    }

    @Test
    void aReplyOfQuotesIsProvenByConstructionAndNobodyIsAsked() {
        assertThat(ground(reply(quoted(ANNUAL, PLANS))).isPass()).isTrue();
        assertThat(tone(reply(quoted(ANNUAL, PLANS))).isPass()).isTrue();
        assertThat(stub.questions()).isEmpty();
    }

    @Test
    void aPersonAnswersForTheirOwnWords() {
        var edited = reworded();
        var record = kit.recordWith(
                new Fact.ReplyComposed(reply(quoted(ANNUAL, PLANS)), 0.9, "scripted"), new Fact.ReplyEdited(edited));
        assertThat(gates().grounding().judge(record, edited).isPass()).isTrue();
        assertThat(stub.questions()).isEmpty();
    }

    @Test
    void whatTheRulesStopIsNotEvenAskedAbout() {
        stub.play(JudgeKit.rulings("SUPPORTED"));
        var longer = reply(citing(REWORDED.replace("60", "90"), PLANS, ANNUAL));
        assertThat(ground(longer).isPass()).isFalse();
        assertThat(stub.questions()).isEmpty();
    }

    @Test
    void aJudgeThatLeavesOutAddsOrMixesUpClaimsHasNotAnswered() {
        for (String wrong : List.of(
                "{\"rulings\":[]}",
                JudgeKit.rulings("SUPPORTED", "SUPPORTED"),
                JudgeKit.rulings("SUPPORTED").replace("\"claim\":1", "\"claim\":2"))) {
            stub.play(wrong);
            assertThat(ground(reworded()).isPass()).as(wrong).isFalse();
        }
    }

    @Test
    void theDoorTakesTheAnswerFromTheCaseAndOnlyForTheSameWords() {
        stub.play(JudgeKit.rulings("SUPPORTED"));
        var reply = reworded();
        var composed = new Fact.ReplyComposed(reply, 0.9, "scripted");
        var verdict = gates().grounding().judge(kit.recordWith(composed), reply);
        var judged = kit.recordWith(composed, new Fact.ReplyJudged("hash", List.of(verdict)));
        stub.play(new Script.Hangs());
        assertThat(gates().grounding().judge(judged, reply)).isEqualTo(verdict);
        assertThat(stub.questions()).hasSize(1);
        stub.play(JudgeKit.rulings("NOT_SUPPORTED"));
        var other = reply(citing(REWORDED, PLANS, ANNUAL), quoted("The Home plan costs $6 a month.", PLANS));
        assertThat(gates().grounding().judge(judged, other).isPass()).isFalse();
        assertThat(stub.questions()).hasSize(2);
    }

    @Test
    void atTheDoorNobodyIsAsked() {
        stub.play(JudgeKit.rulings("SUPPORTED"));
        var gatekeeper = new Gatekeeper(Gates.ofReplies(gates().all()), Clock.systemUTC());
        assertThat(gatekeeper.decide(kit.record(), reworded()).verdicts())
                .filteredOn(verdict -> verdict.gate().equals("grounding"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.reason()).contains("not asked this before the door"));
        assertThat(stub.questions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.sallyport.testkit.JudgeKit#faults")
    void whateverGoesWrongStopsTheReply(Script fault) {
        stub.play(fault);
        assertThat(ground(reworded()))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.reason()).startsWith("the judge gave no usable answer"));
        assertThat(tone(reworded()).isPass()).isFalse();
    }

    @Test
    void onlyAToneThatFitsPasses() {
        stub.play(JudgeKit.tone("FITS"));
        assertThat(tone(reworded()).isPass()).isTrue();
        stub.play(JudgeKit.tone("CANNOT_TELL"));
        assertThat(tone(reworded()).isPass()).isFalse();
        stub.play(JudgeKit.tone("DOES_NOT_FIT", 1));
        assertThat(tone(reworded()))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.flagged())
                                .extracting(Verdict.Flag::sentence)
                                .containsExactly(REWORDED));
    }

    @Test
    void aToneJudgeThatContradictsItselfHasNotAnswered() {
        for (String wrong : List.of(JudgeKit.tone("FITS", 1), JudgeKit.tone("DOES_NOT_FIT", 2))) {
            stub.play(wrong);
            assertThat(tone(reworded()))
                    .isInstanceOfSatisfying(
                            Verdict.Stop.class,
                            stop -> assertThat(stop.reason()).contains("no usable answer"));
        }
    }

    @Test
    void theRulesOfToneStopWhateverAJudgeWouldSay() {
        stub.play(JudgeKit.tone("FITS"));
        assertThat(tone(reply(citing(REWORDED, PLANS, ANNUAL), plain("It is your own fault.")))
                        .isPass())
                .isFalse();
    }
}
