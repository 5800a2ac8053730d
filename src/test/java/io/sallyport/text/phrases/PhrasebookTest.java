package io.sallyport.text.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasebookTest {

    private static boolean finds(String phrase, String text) {
        return !Phrasebook.of(List.of(phrase)).find(PlainWords.of(text)).isEmpty();
    }

    @Test
    void findsWordsWhateverTheirCaseAccentsAndApostrophes() {
        assertThat(finds("cant open cafe", "I CAN’T open Café")).isTrue();
    }

    @Test
    void findsDisguisedSpacedAndDrawnOutWords() {
        assertThat(finds("human", "h u m a n")).isTrue();
        assertThat(finds("human", "a HUM4N being")).isTrue();
        assertThat(finds("human", "a hum@n please")).isTrue();
        assertThat(finds("human", "a huuuuman please")).isTrue();
        assertThat(finds("human", "a hum\u0430n")).isTrue();
    }

    @Test
    void forgivesOneSlipWhereTheListSaysSo() {
        for (String slip : List.of("lawyer", "lawer", "lawyre", "lawyerr", "lawyor")) {
            assertThat(finds("lawyer~", slip)).as(slip).isTrue();
        }
        assertThat(finds("lawyer~", "layers")).isFalse();
        assertThat(finds("lawyer", "lawer")).isFalse();
    }

    @Test
    void aPhraseStaysWithinOneSentence() {
        assertThat(finds("call .. manager", "call the manager")).isTrue();
        assertThat(finds("call .. manager", "I shall call. The manager is out."))
                .isFalse();
    }

    @Test
    void anExceptionCancelsOnlyWhatItTouches() {
        var book = Phrasebook.of(List.of("agent", "! estate agent"));
        assertThat(book.find(PlainWords.of("an estate agent wants an agent"))).hasSize(1);
    }

    @Test
    void quotesTheTextsOwnWords() {
        var book = Phrasebook.of(List.of("[ask]", "speak to .. human"));
        var hit = book.findFirst(PlainWords.of("May I SPEAK to a real Human?")).orElseThrow();
        assertThat(hit.words()).isEqualTo("SPEAK to a real Human");
        assertThat(hit.section()).isEqualTo("ask");
    }

    @Test
    void findsAPhraseByWhateverWordItMayBeginWith() {
        var book = Phrasebook.of(List.of(
                "[exact]",
                "escalate it",
                "[beginning]",
                "escalat* it",
                "[misspelt]",
                "escalate~ it",
                "[figure]",
                "% it"));
        assertThat(sections(book, "escalate it")).containsExactly("exact", "beginning", "misspelt");
        assertThat(sections(book, "escalating it")).containsExactly("beginning");
        assertThat(sections(book, "esclate it")).containsExactly("misspelt");
        assertThat(sections(book, "4th it")).containsExactly("figure");
        assertThat(sections(book, "elevate it")).isEmpty();
    }

    private static List<String> sections(Phrasebook book, String text) {
        return book.find(PlainWords.of(text)).stream().map(PhraseHit::section).toList();
    }

    @Test
    void namesTheLineThatCannotBeRead() {
        assertThatThrownBy(() -> Phrasebook.of(List.of("a = hand", "give {a}|foot")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{a}|foot");
        assertThatThrownBy(() -> Phrasebook.of(List.of("talk to {nobody}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("talk to {nobody}");
    }
}
