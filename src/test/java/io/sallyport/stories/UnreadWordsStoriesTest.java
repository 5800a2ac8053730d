package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Standing;
import io.sallyport.gate.identity.IdentityVerifier;
import io.sallyport.gate.identity.StepUpProof;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that nobody has read when the proof comes: beside a code that was too old, or written just before a sign-in. */
@Tag("database")
class UnreadWordsStoriesTest {

    private static final String MARA = ShippedDesk.MARA;

    private final ShippedDesk desk = new ShippedDesk();

    @BeforeEach
    void orders() {
        desk.order("HL-100100", MARA, 9600, 5);
        desk.order("HL-100200", MARA, 4900, 4);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private CaseId asked() {
        CaseId id = desk.mail(MARA, "Please refund order HL-100100.");
        desk.run();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Challenged.class);
        return id;
    }

    private CaseRecord write(CaseId id, String words) {
        desk.write(id, MARA, words);
        desk.run();
        return desk.load(id);
    }

    /** A code that is too old, with these words beside it, and the new one at once. */
    private CaseRecord late(String words) {
        CaseId id = asked();
        String first = desk.code(MARA);
        desk.clock.tick(Duration.ofMinutes(11));
        assertThat(write(id, words.replace("CODE", first)).action()).isInstanceOf(ActionWork.Challenged.class);
        assertThat(desk.sandbox.mails(MARA, 9)).hasSize(2);
        return write(id, desk.code(MARA));
    }

    private CaseRecord signedIn(CaseId id) {
        var verifier = new IdentityVerifier(desk.sandbox.records(), Duration.ofDays(7), desk.clock);
        CaseRecord record = desk.load(id);
        String challenge = ((ActionWork.Challenged) record.action()).code().challenge();
        Fact.CodeTried proven = new StepUpProof(verifier, desk.sandbox.records(), desk.clock)
                .prove(record, challenge, MARA)
                .orElseThrow();
        desk.append(id, Actor.gate("identity"), proven);
        desk.run();
        return desk.load(id);
    }

    private void isForAPersonWithThePlan(CaseRecord ended) {
        assertThat(ended.standing()).as(ended.action().toString()).isInstanceOf(Standing.WithPeople.class);
        assertThat(ended.action().findPlan()).as("it is there to be approved").isPresent();
        assertThat(desk.refunded()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CODE. Please also cancel order HL-100200.",
                "CODE. And please refund order HL-100200, too.",
                "CODE. HL-100200 too.",
                "CODE. And please delete my account.",
                "CODE. Stop, I want to keep it.",
                "Never mind, I will keep it. CODE",
                "CODE, but I no longer want it.",
            })
    void whatStoodBesideACodeThatWasTooOldIsForAPersonToRead(String words) {
        isForAPersonWithThePlan(late(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CODE",
                "Sorry that it took so long, here it is: CODE",
                "One moment, I was out. The code is CODE."
            })
    void wordsThatWantNothingElseAreNoHindrance(String words) {
        late(words);
        assertThat(desk.refunded()).isEqualTo(9600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please also cancel order HL-100200.",
                "And please refund order HL-100200, too.",
                "HL-100200 as well.",
                "Please delete my account.",
                "Delete my account.",
                "Never mind, I will keep it.",
            })
    void whatWasWrittenJustBeforeASignInIsForAPersonToRead(String words) {
        CaseId id = asked();
        desk.write(id, MARA, words);
        isForAPersonWithThePlan(signedIn(id));
    }

    @Test
    void aSignInBesideAWordOfHasteIsGoodForThePlan() {
        CaseId id = asked();
        desk.write(id, MARA, "Please hurry, I am in a rush.");
        assertThat(signedIn(id).action()).isInstanceOf(ActionWork.Done.class);
        assertThat(desk.refunded()).isEqualTo(9600);
    }

    @Test
    void aSignInWithoutAWordIsGoodForThePlan() {
        assertThat(signedIn(asked()).action()).isInstanceOf(ActionWork.Done.class);
        assertThat(desk.refunded()).isEqualTo(9600);
    }
}
