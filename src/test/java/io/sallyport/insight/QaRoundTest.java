package io.sallyport.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Verdict;
import io.sallyport.insight.Finding.Outcome;
import io.sallyport.model.language.CaseNotes;
import io.sallyport.model.language.Prompt;
import io.sallyport.testkit.BrokenCase;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.Script;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.StubModels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("database")
class QaRoundTest {

    private static final String GOOD = QaKit.written(5, "YES", List.of(), List.of(1));

    private final List<ScriptedGate> gates = ScriptedGate.required();
    private final DeskKit desk = DeskKit.of(new ScriptedAgents(), gates).mode(LaneMode.AUTO);
    private final StubModels stub = StubModels.start(new Script.Writes(GOOD));

    @AfterEach
    void close() {
        stub.close();
        desk.close();
    }

    private QaReviewer byModel() {
        return QaKit.reviewer(desk, Optional.of(QaKit.model(stub)), gates);
    }

    private QaReviewer embedded() {
        return QaKit.reviewer(desk, Optional.empty(), gates);
    }

    private CaseId send(String text) {
        CaseId id = desk.ticket(text);
        desk.runUntilQuiet();
        return id;
    }

    private void round(Reviewing reviewer) {
        QaKit.round(desk, reviewer, 0).run();
    }

    private Finding finding(CaseId id) {
        var findings = QaKit.findings(desk).ofCase(id);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private QaFindings.Sum sum() {
        return sums().getFirst();
    }

    private List<QaFindings.Sum> sums() {
        return QaKit.findings(desk).sums(Instant.EPOCH, desk.clock().instant().plusSeconds(1));
    }

    @Test
    void allOfALanesFirstFiftyAreReviewedAndThenTheRate() {
        for (int sent = 0; sent < 53; sent++) {
            send("When do you open?");
            desk.tick(Duration.ofSeconds(1));
        }
        round(embedded());
        assertThat(sum())
                .extracting(QaFindings.Sum::sent, QaFindings.Sum::reviewed)
                .containsExactly(53L, 50L);
        round(embedded());
        assertThat(sum().reviewed()).isEqualTo(50);
        assertThat(QaKit.findings(desk).sampled(100))
                .extracting(Finding::number)
                .doesNotContain(51L, 52L, 53L);
        QaKit.round(desk, embedded(), 1).run();
        assertThat(sum().reviewed())
                .as("the rate of the day a reply was sent counts")
                .isEqualTo(50);
        send("And on Sunday?");
        QaKit.round(desk, embedded(), 1).run();
        assertThat(sum().reviewed()).isEqualTo(51);
    }

    @Test
    void onlyWhatWasSentIsReviewed() {
        send("unknown matters");
        send("person please");
        desk.mode(LaneMode.DRAFT);
        send("When do you open?");
        round(embedded());
        assertThat(sums()).isEmpty();
    }

    @Test
    void aModelsReviewIsKeptWithModelAndPrompt() {
        CaseId id = send("When do you open? I like it.");
        round(byModel());
        var finding = finding(id);
        assertThat(finding.lane()).isEqualTo(Lane.ANSWER);
        assertThat(finding.effectId())
                .isEqualTo(desk.load(id).effects().getFirst().id());
        assertThat(finding.outcome()).isInstanceOfSatisfying(Outcome.Reviewed.class, reviewed -> {
            var review = reviewed.review();
            assertThat(review.by()).isEqualTo("anthropic:reviewer");
            assertThat(review.promptHash())
                    .isEqualTo(Prompt.shipped("insight", "qa reviewer").hash());
            assertThat(List.of(
                            review.accuracy().points(),
                            review.tone().points(),
                            review.policy().points(),
                            review.completeness().points()))
                    .containsExactly(5, 4, 5, 3);
            assertThat(review.isGrounded()).isTrue();
            assertThat(review.isAccurate()).isTrue();
            assertThat(review.remarks()).extracting(Review.Remark::why).containsExactly("not answered: as scripted");
            assertThat(reviewed.at()).isEqualTo(desk.clock().instant());
        });
        assertThat(stub.asked()).hasSize(1);
        assertThat(stub.asked().getFirst().words())
                .contains(
                        "<data-",
                        "sentence of the customer, name 1",
                        "sentence of the reply, name 1",
                        ScriptedAgents.QUOTE);
    }

    /** Something that is no answer settles on a case. */
    private void carryOut(CaseId id) {
        var now = desk.clock().instant();
        var plan = new ActionPlan(id, "refund", "0".repeat(64), "acc-1", List.of(), "not-said", Optional.empty());
        var slip = new Effect.PermitSlip("0", 1, List.of(), List.of(), now);
        desk.decide(id, new Fact.EffectIntended(new Effect("fx-plan", plan, slip, now, Optional.empty())));
        desk.decide(id, new Fact.EffectSettled("fx-plan", new Delivery.Accepted("v")));
    }

    private void forget() {
        desk.database().jdbc().sql("DELETE FROM qa_review").update();
    }

    @Test
    void onlyTheLastHourIsReadAgainWhateverWasSettledSince() {
        send("When do you open?");
        round(embedded());
        forget();
        round(embedded());
        assertThat(sum().sent()).as("it may have been committed late").isEqualTo(1);

        CaseId other = desk.ticket("person please");
        desk.runUntilQuiet();
        desk.tick(Duration.ofHours(2));
        carryOut(other);
        round(embedded());
        forget();
        round(embedded());
        assertThat(sums()).isEmpty();
    }

    @Test
    void aCaseThatCannotBeReadHoldsUpNoOtherAndIsNotedOnceItCan() {
        CaseId unreadable = send("When do you open?");
        CaseId other = send("When do you close?");
        var broken = BrokenCase.make(desk, unreadable);
        round(embedded());
        assertThat(QaKit.findings(desk).ofCase(other)).hasSize(1);
        assertThat(QaKit.findings(desk).ofCase(unreadable)).isEmpty();

        desk.tick(Duration.ofHours(5));
        send("And on Sunday?");
        round(embedded());
        broken.mend();
        round(embedded());
        assertThat(finding(unreadable).outcome()).isInstanceOf(Outcome.Reviewed.class);
        assertThat(count("SELECT count(*) FROM insight_set_aside")).isZero();
        assertThat(sum().sent()).isEqualTo(3);
    }

    @Test
    void aReviewMovesNoCase() {
        CaseId id = send("When do you open?");
        var before = desk.cases().events(id);
        long heads = count("SELECT sum(version) FROM case_head");
        long wakeUps = count("SELECT count(*) FROM scheduled_tasks");
        round(byModel());
        assertThat(desk.cases().events(id)).isEqualTo(before);
        assertThat(count("SELECT sum(version) FROM case_head")).isEqualTo(heads);
        assertThat(count("SELECT count(*) FROM scheduled_tasks")).isEqualTo(wakeUps);
        assertThat(desk.channel().posted()).hasSize(1);
    }

    private long count(String sql) {
        return desk.database().jdbc().sql(sql).query(Long.class).single();
    }

    @Test
    void aModelCannotOutvoteAGateThatWouldStopItToday() {
        CaseId id = send("When do you open?");
        gates.stream()
                .filter(gate -> gate.name().equals("grounding"))
                .findFirst()
                .orElseThrow()
                .stopOn(ScriptedAgents.QUOTE);
        round(byModel());
        assertThat(finding(id).isNotAccurate()).isTrue();
        assertThat(QaKit.findings(desk).toLookAt(10))
                .extracting(Finding::caseId)
                .containsExactly(id);
    }

    @Test
    void aJudgeThatCannotBeAskedAgainSaysNothingOfTheReply() {
        CaseId id = send("When do you open?");
        gates.getFirst().judgeBy(_ -> {
            CaseNotes.note(new Fact.ModelAsked("judge", "verifier", "anthropic:judge", "hash", "overloaded: HTTP 529"));
            return Verdict.stop(gates.getFirst().name(), "the judge gave no usable answer");
        });
        round(embedded());
        assertThat(finding(id).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Waiting.class,
                        waiting -> assertThat(waiting.why()).contains("judge could not be asked", "overloaded"));
    }

    @Test
    void aReplyThatTheModelFindsUnprovenIsForPeopleToLookAt() {
        stub.play(new Script.Writes(QaKit.written(1, "NO", List.of(1), List.of())));
        CaseId id = send("When do you open?");
        round(byModel());
        assertThat(finding(id).isNotAccurate()).isTrue();
        assertThat(((Outcome.Reviewed) finding(id).outcome()).review().remarks())
                .extracting(Review.Remark::sentence)
                .containsExactly(ScriptedAgents.QUOTE);
    }

    static List<Script> unusable() {
        var scripts = new ArrayList<Script>(List.of(
                new Script.Writes(QaKit.written(6, "YES", List.of(), List.of())),
                new Script.Writes(QaKit.written(5, "NO", List.of(), List.of())),
                new Script.Writes(QaKit.written(5, "YES", List.of(1), List.of())),
                new Script.Writes(QaKit.written(5, "YES", List.of(), List.of(99)))));
        JudgeKit.faults().forEach(scripts::add);
        return scripts;
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void whatCannotBeUsedIsTriedAgainLaterAndThenRecordedAsNotReviewed(Script fault) {
        stub.play(fault);
        CaseId id = send("When do you open?");
        var reviewer = byModel();
        round(reviewer);
        assertThat(finding(id).outcome()).isInstanceOfSatisfying(Outcome.Waiting.class, waiting -> {
            assertThat(waiting.tries()).isEqualTo(1);
            assertThat(waiting.why()).isNotEmpty();
        });
        round(reviewer);
        assertThat(finding(id).outcome()).as("not at once").extracting("tries").isEqualTo(1);
        for (int tried = 2; tried <= QaLedger.TRIES; tried++) {
            desk.tick(Duration.ofHours(10));
            round(reviewer);
        }
        assertThat(finding(id).outcome())
                .isInstanceOfSatisfying(
                        Outcome.NotReviewed.class,
                        given -> assertThat(given.tries()).isEqualTo(QaLedger.TRIES));
        assertThat(QaKit.findings(desk).toLookAt(10)).hasSize(1);
        assertThat(sum().notReviewed()).isEqualTo(1);
    }

    @Test
    void aModelThatComesBackReviewsWhatWaited() {
        stub.play(new Script.Answers(500));
        CaseId id = send("When do you open?");
        round(byModel());
        stub.play(new Script.Writes(GOOD));
        desk.tick(Duration.ofMinutes(2));
        round(byModel());
        assertThat(finding(id).outcome()).isInstanceOf(Outcome.Reviewed.class);
    }

    @Test
    void aReviewThatBreaksStandsInNobodysWayAndIsNotTriedForEver() {
        CaseId breaking = send("When do you open?");
        desk.tick(Duration.ofSeconds(1));
        CaseId next = send("When do you close?");
        Reviewing broken = subject -> {
            if (subject.record().id().equals(breaking)) {
                throw new IllegalStateException("as scripted");
            }
            return embedded().review(subject);
        };
        assertThatThrownBy(() -> round(broken)).hasMessage("as scripted");
        round(broken);
        assertThat(finding(next).outcome()).isInstanceOf(Outcome.Reviewed.class);
        for (int tried = 2; tried <= QaLedger.TRIES; tried++) {
            desk.tick(Duration.ofDays(1));
            assertThatThrownBy(() -> round(broken)).hasMessage("as scripted");
        }
        desk.tick(Duration.ofDays(30));
        round(broken);
        assertThat(finding(breaking).outcome()).isEqualTo(new Outcome.NotReviewed(QaLedger.TRIES, "the review broke"));
    }
}
