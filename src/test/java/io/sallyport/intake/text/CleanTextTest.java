package io.sallyport.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void dropsWhatTheDatabaseRefuses() {
        assertThat(CleanText.of("a\u0000b\u0007c\uFEFF")).isEqualTo("abc");
        assertThat(CleanText.of("x\uD83Dy")).isEqualTo("x\uFFFDy");
        assertThat(CleanText.of("ok \uD83D\uDE00")).isEqualTo("ok \uD83D\uDE00");
    }

    @Test
    void knowsOneLineEnd() {
        assertThat(CleanText.of("a\r\nb\rc\n")).isEqualTo("a\nb\nc\n");
        assertThat(CleanText.line("a\r\n  b\tc ")).isEqualTo("a b c");
    }
}
