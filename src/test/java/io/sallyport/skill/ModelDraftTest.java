package io.sallyport.skill;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Rehearsal.Until;
import io.sallyport.testkit.BoatRental;
import io.sallyport.testkit.BoatRental.Setting;
import io.sallyport.testkit.Moves;
import io.sallyport.testkit.Moves.Said;
import io.sallyport.testkit.Script;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A draft by a specialist whose language model is a stub behind real HTTP. */
@Tag("database")
class ModelDraftTest {

    private static DraftReport draft(BoatRental boats) {
        boats.desk().mode(LaneMode.AUTO);
        var id = boats.desk().ticket(BoatRental.QUESTION);
        var before = boats.desk().database().contents();
        var played = boats.desk().desk().rehearsal().play(boats.desk().load(id), Until.AT_THE_DOOR);
        assertThat(boats.desk().database().contents()).isEqualTo(before);
        assertThat(boats.desk().channel().posted()).isEmpty();
        return DraftReport.of(played);
    }

    @Test
    void whatTheModelProvedWouldBeSentWithItsProof() {
        var good = new Script.Writes(Moves.answer(BoatRental.DAYS, BoatRental.PRICE));
        try (var boats = BoatRental.open(Setting.PLAIN, good)) {
            var draft = draft(boats);
            assertThat(draft.outcome()).as(draft.why()).isEqualTo(DraftReport.SEND);
            var reply = requireNonNull(draft.reply());
            assertThat(reply.sentences())
                    .flatExtracting(DraftReport.Line::citations)
                    .contains(new Cited(BoatRental.DAYS.source(), BoatRental.DAYS.revision(), BoatRental.DAYS.text()));
            assertThat(boats.stub().asked()).hasSize(1);
        }
    }

    @Test
    void whatItMadeUpIsNamedSentenceBySentenceAndAPersonGetsTheCase() {
        var madeUp = new Said(
                "Each further day after the agreed return costs $40.",
                BoatRental.PRICE.source(),
                BoatRental.PRICE.revision(),
                BoatRental.PRICE.text());
        try (var boats = BoatRental.open(Setting.PLAIN, new Script.Writes(Moves.answer(BoatRental.DAYS, madeUp)))) {
            var draft = draft(boats);
            assertThat(draft.outcome()).isEqualTo(DraftReport.HAND_OVER);
            assertThat(draft.earlier()).hasSize(1);
            assertThat(requireNonNull(draft.reply()).gates())
                    .flatExtracting(Judgement::stopped)
                    .extracting(Judgement.Stopped::sentence)
                    .contains(madeUp.text());
            assertThat(draft.markdown()).contains("stopped sentence: “" + madeUp.text() + "”");
        }
    }
}
