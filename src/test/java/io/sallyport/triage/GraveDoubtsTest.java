package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Trigger;
import io.sallyport.text.phrases.PlainWords;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

/** A company whose own grave messages show that the network knows them: there it may say that grave words mean nothing grave. */
class GraveDoubtsTest {

    private static final SecondOpinion OPINION = SecondOpinion.soon(
            Engine.MESSAGES, Engine.TAUGHT, Criteria.load(), GraveExamples.read(plainAndTwentyBreakIns()));

    private static ByteArrayResource plainAndTwentyBreakIns() {
        Stream<String> plain = SecondOpinionTest.PLAIN.stream()
                .map(text -> "{\"text\":\"" + text + "\",\"priority\":\"P4\",\"outcome\":\"answer\",\"triggers\":[]}");
        Stream<String> grave = IntStream.range(0, 20)
                .mapToObj(shop -> "{\"text\":\"Somebody took over the account of shop " + shop
                        + " tonight, changed the password and locked us out.\",\"priority\":\"P1\",\"outcome\":\"escalate\","
                        + "\"triggers\":[\"security\"]}");
        return new ByteArrayResource(
                Stream.concat(plain, grave).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I have everything the sensors recorded out as one table?",
                "Years ago a pipe burst in our old house. Does the small set cover three rooms?",
            })
    void wordsOfP1InAMessageThatIsNothingLikeItAreNotP1(String text) {
        assertThat(Criteria.load().read(PlainWords.of(text)).priority()).isEqualTo(Priority.P1);
        assertThat(urgency(text)).isNotEqualTo(Priority.P1);
        assertThat(OPINION.doubts(read(text))).contains(Trigger.Kind.P1);
    }

    @Test
    void saysWhichWordsItSetAside() {
        var text = "Years ago a pipe burst in our old house. Does the small set cover three rooms?";

        assertThat(OPINION.urgency(read(text), PlainWords.of(text)).setAside())
                .containsExactly(new Trigger(Trigger.Kind.P1, "loss-happening: pipe burst"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Water is coming through the ceiling and the shop's whole stock is getting wet.",
                "A pipe burst and the shop is flooded. Which sensor suits a barn?",
                "Two sign-ins from a town where none of us has ever been, and our alerts go to a stranger's number now.",
            })
    void whatTheMessageBearsStands(String text) {
        assertThat(urgency(text)).isEqualTo(Priority.P1);
    }

    /** However little the network makes of it: a word of danger to people stands. */
    @Test
    void wordsOfDangerAreNeverDoubted() {
        var text = "Explosion Records is on your list of customers: may we name you in our newsletter, too?";

        assertThat(Engine.TAUGHT.isNothingLike(Taught.Kind.P1, text)).isTrue();
        assertThat(urgency(text)).isEqualTo(Priority.P1);
        assertThat(OPINION.doubts(read(text))).doesNotContain(Trigger.Kind.SAFETY);
    }

    @Test
    void wordsOfSecurityAreNeverDoubted() {
        var text = "Which page tells newcomers how to spot phishing?";

        assertThat(Engine.TAUGHT.isNothingLike(Taught.Kind.SECURITY, text)).isTrue();
        assertThat(OPINION.doubts(read(text))).doesNotContain(Trigger.Kind.SECURITY);
    }

    private static Readers.Read read(String text) {
        return OPINION.read(text, PlainWords.of(text), "en");
    }

    private static Priority urgency(String text) {
        return OPINION.urgency(read(text), PlainWords.of(text)).priority();
    }
}
