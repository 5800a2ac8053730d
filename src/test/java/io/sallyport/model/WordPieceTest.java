package io.sallyport.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordPieceTest {

    private static final WordPiece TOKENIZER = BgeSmall.loadTokenizer();

    @Test
    void wrapsTheTextInOpeningAndClosingMarks() {
        assertThat(TOKENIZER.encode("", 512)).containsExactly(101, 102);
        assertThat(TOKENIZER.encode("hello world", 512)).containsExactly(101, 7592, 2088, 102);
    }

    @Test
    void lowersCaseAndDropsAccents() {
        assertThat(TOKENIZER.encode("Héllo WORLD", 512)).isEqualTo(TOKENIZER.encode("hello world", 512));
    }

    @Test
    void makesEveryPunctuationMarkAWord() {
        assertThat(TOKENIZER.encode("hello, world!", 512)).containsExactly(101, 7592, 1010, 2088, 999, 102);
        assertThat(TOKENIZER.encode("$39", 512)).containsExactly(101, 1002, 4464, 102);
    }

    @Test
    void cutsUnknownWordsIntoTheLongestKnownPieces() {
        assertThat(TOKENIZER.encode("unaffable", 512)).containsExactly(101, 14477, 20961, 3468, 102);
    }

    @Test
    void givesAnUnknownMarkToWhatItCannotPiece() {
        assertThat(TOKENIZER.encode("x".repeat(101), 512)).containsExactly(101, 100, 102);
        assertThat(TOKENIZER.encode("\uD83E\uDD90", 512)).containsExactly(101, 100, 102);
    }

    @Test
    void cutsLongTextsAndStillClosesThem() {
        var ids = TOKENIZER.encode("hello ".repeat(600), 512);
        assertThat(ids).hasSize(512).endsWith(102).startsWith(101);
    }

    @Test
    void dropsControlCharactersAndZeroWidthMarks() {
        assertThat(TOKENIZER.encode("hel\u0000lo\u200B wor\u00ADld", 512))
                .isEqualTo(TOKENIZER.encode("hello world", 512));
    }
}
