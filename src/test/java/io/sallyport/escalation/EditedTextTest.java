package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork.Draft;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.Sentence.Layout;
import io.sallyport.casefile.SourceRef;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditedTextTest {

    private static final SourceRef PAIRING = new SourceRef("article:pairing", 2);
    private static final SourceRef STALE = new SourceRef("article:stale", 1);
    private static final Citation HOLD = new Citation(PAIRING, "Hold the button for 5 s.");

    private final Draft draft = draft(
            Sentence.plain("Hello Jo, thanks for asking.", Layout.PARAGRAPH),
            new Sentence("To pair it:", Layout.PARAGRAPH, List.of()),
            new Sentence("Hold the button for 5 s.", Layout.STEP, List.of(HOLD)),
            new Sentence("Wait for the white blink. It comes within 2 m.", Layout.STEP, List.of(HOLD)),
            Sentence.plain("Kind regards", Layout.PARAGRAPH));

    @Test
    void textThatWasNotTouchedIsTheSameReply() {
        assertThat(new EditedText(draft).read(draft.reply().text())).isEqualTo(draft.reply());
    }

    @Test
    void windowsLineEndsChangeNothing() {
        assertThat(new EditedText(draft).read(draft.reply().text().replace("\n", "\r\n")))
                .isEqualTo(draft.reply());
    }

    @Test
    void sentencesThatStayKeepTheirProof() {
        Reply reply = new EditedText(draft).read("Hi!\n\nHold the button for 5 s. Write again if it does not help.");
        assertThat(reply.sentences())
                .containsExactly(
                        Sentence.plain("Hi!", Layout.PARAGRAPH),
                        new Sentence("Hold the button for 5 s.", Layout.PARAGRAPH, List.of(HOLD)),
                        Sentence.plain("Write again if it does not help.", Layout.RUN_ON));
    }

    @Test
    void aSentenceFromTheEvidenceIsGivenItsProofAcrossLineBreaks() {
        Reply reply = new EditedText(draft).read("A reset takes 12 s at most.");
        assertThat(reply.sentences().getFirst().citations())
                .containsExactly(new Citation(PAIRING, "A reset takes\n12 s at most."));
    }

    @Test
    void whatMayNotBeQuotedGivesNoProof() {
        assertThat(new EditedText(draft).read("Resets are free.").citations()).isEmpty();
    }

    @Test
    void aChangedWordLosesTheProof() {
        assertThat(new EditedText(draft).read("Hold the button for 9 s.").citations())
                .isEmpty();
    }

    private static Draft draft(Sentence... sentences) {
        var passages = List.of(
                new Passage("article:stale#1", STALE, "Stale", "Resets are free.", 1, Optional.of("never reviewed")),
                new Passage(
                        "article:pairing#1",
                        PAIRING,
                        "Pairing",
                        "Hold the button for 5 s. A reset takes\n12 s at most.",
                        1,
                        Optional.empty()));
        var reply = new Reply(Reply.Kind.ANSWER, "jo@example.com", "Re: pairing", "en", List.of(sentences));
        return new Draft(new Evidence("", passages, List.of()), reply, 0.9, 1, Optional.empty(), List.of(), List.of());
    }
}
