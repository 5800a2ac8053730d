package io.sallyport.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.text.Token.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks like a plain word up to its last letters and is none. */
final class TokensTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plain.words@mail.example wrote     | EMAIL WORD
            see example.com, please            | WORD ADDRESS SIGN WORD
            mailto://desk now                  | ADDRESS WORD
            a two-step plan                    | WORD WORD SIGN WORD WORD
            the snake_case one                 | WORD CODE WORD
            order AB12 and v2 of it            | WORD CODE WORD VERSION WORD WORD
            it's what they say: don't!         | WORD WORD WORD WORD SIGN WORD SIGN
            naïve über cafés                   | WORD WORD WORD
            "quoted" (words)                   | SIGN WORD SIGN SIGN WORD SIGN
            really?! yes.. no                  | WORD SIGN SIGN WORD SIGN SIGN WORD
            a.m. and U.S. and so on            | WORD SIGN WORD SIGN WORD WORD SIGN WORD SIGN WORD WORD WORD
            """)
    void eachKindIsToldByItsSigns(String text, String kinds) {
        assertThat(Tokens.in(text).stream().map(token -> token.kind().name()).collect(Collectors.joining(" ")))
                .isEqualTo(kinds);
    }

    @Test
    void everyTokenIsWhereItSays() {
        String text = "\tHello,\nworld  of: words; and\u00a0more words.";
        List<Token> tokens = Tokens.in(text);
        assertThat(tokens).allSatisfy(token -> assertThat(token.span().in(text)).isEqualTo(token.text()));
        assertThat(tokens.stream().filter(token -> token.kind() == Kind.WORD).map(Token::text))
                .containsExactly("Hello", "world", "of", "words", "and", "more", "words");
    }
}
