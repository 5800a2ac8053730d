package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Reply;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.Moves;
import io.sallyport.testkit.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer writes German, and the articles are English. */
class ForeignAnswerTest {

    private static final String GERMAN = "Ein gemietetes Kajak dürfen Sie sieben Tage behalten.";

    private final JudgeKit stub = new JudgeKit();

    @AfterEach
    void close() {
        stub.close();
    }

    private Composition compose(Script script, String language) {
        stub.play(script);
        return ComposerUnderFault.compose(stub.models(), language);
    }

    private static Script writes(String text) {
        return new Script.Writes(
                Moves.answer(new Moves.Said(text, ComposerUnderFault.SOURCE, 1, ComposerUnderFault.SENTENCE)));
    }

    @Test
    void isAnsweredInGermanWithEnglishProofAndToldThatAMachineWrote() {
        assertThat(compose(writes(GERMAN), "de")).isInstanceOfSatisfying(Composition.Written.class, it -> {
            Reply reply = it.reply();
            assertThat(reply.language()).isEqualTo("de");
            assertThat(reply.text())
                    .isEqualTo(GERMAN + "\n\nDiese Antwort wurde von einem automatischen Agenten geschrieben.");
            assertThat(reply.citations())
                    .singleElement()
                    .satisfies(citation -> assertThat(citation.quote()).isEqualTo(ComposerUnderFault.SENTENCE));
        });
        assertThat(stub.questions().getFirst()).contains("ISO 639-1 code is de");
    }

    @Test
    void isLeftToAPersonWhenNoModelCanBeAsked() {
        assertThat(compose(new Script.Answers(529), "de"))
                .isInstanceOfSatisfying(
                        Composition.Declined.class,
                        it -> assertThat(it.why().because()).contains("writes English only", "overloaded"));
    }

    @Test
    void isLeftToAPersonWhereWeCannotSayThatAMachineWrote() {
        assertThat(compose(writes("いいえ"), "ja")).isInstanceOf(Composition.Declined.class);
        assertThat(stub.questions()).isEmpty();
    }
}
