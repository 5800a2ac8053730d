package io.sallyport.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.text.Token.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Above all what looks like a plain word up to its last letters and is none. */
final class TokensTest {

    private static final String LETTERS = "aabBvzZé19.,;:!?'’@/-_";

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
            it costs $9⁹⁹ or 10⁶ cents         | WORD WORD SIGN NUMBER WORD NUMBER WORD
            a.m. and U.S. and so on            | WORD SIGN WORD SIGN WORD WORD SIGN WORD SIGN WORD WORD WORD
            """)
    void eachKindIsToldByItsSigns(String text, String kinds) {
        assertThat(Tokens.in(text).stream().map(token -> token.kind().name()).collect(Collectors.joining(" ")))
                .isEqualTo(kinds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from –20 to 40      | from -20 to 40
            –20–40 °C           | -20 – 40 ° C
            −20 – –10           | -20 – -10
            5–7 or 5 –7 or 5 – 7 | 5 – 7 or 5 – 7 or 5 – 7
            Monday –Friday      | Monday – Friday
            """)
    void anEnDashIsAMinusOnlyWhereNoNumberStandsBefore(String text, String tokens) {
        assertThat(Tokens.in(text).stream().map(Token::text).collect(Collectors.joining(" ")))
                .isEqualTo(tokens);
    }

    @Test
    void everyTokenIsWhereItSays() {
        String text = "\tHello,\nworld  of: words; and\u00a0more words.";
        List<Token> tokens = Tokens.in(text);
        assertThat(tokens).allSatisfy(token -> assertThat(token.span().in(text)).isEqualTo(token.text()));
        assertThat(tokens.stream().filter(token -> token.kind() == Kind.WORD).map(Token::text))
                .containsExactly("Hello", "world", "of", "words", "and", "more", "words");
    }

    /** Behind a sign no word is told without the pattern, and none of these signs changes what comes after it. */
    @Test
    void aWordIsCutAsBehindASign() {
        var random = new Random(25);
        for (int i = 0; i < 20_000; i++) {
            String chunk = random.ints(1 + random.nextInt(9), 0, LETTERS.length())
                    .mapToObj(at -> LETTERS.substring(at, at + 1))
                    .collect(Collectors.joining());
            assertThat(written("x " + chunk + " y", 1)).as(chunk).isEqualTo(written("x (" + chunk + " y", 2));
        }
    }

    private static List<String> written(String text, int from) {
        return Tokens.in(text).stream()
                .skip(from)
                .map(token -> token.kind() + " " + token.text())
                .toList();
    }

    /** Written by whoever wants to see the desk fall: an expression that goes one level deeper for each dot would. */
    @Test
    void anEndlessChainOfDotsIsReadLikeAnyOther() {
        assertThat(Tokens.in("a.".repeat(50_000) + "example")).isNotEmpty();
        assertThat(Tokens.in("jo@" + "a.".repeat(50_000) + "example")).isNotEmpty();
    }
}
