package io.sallyport.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sallyport.casefile.Lane;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingTest {

    private static final int LATER = Sampling.FIRST + 1;

    private static Sampling at(double rate) {
        return new Sampling(new QaSettings(Map.of(Lane.ANSWER, rate)));
    }

    private static List<String> sampled(double rate, int of) {
        return IntStream.range(0, of)
                .mapToObj(at -> "fx-" + at)
                .filter(effect -> at(rate).includes(effect, Lane.ANSWER, LATER))
                .toList();
    }

    @Test
    void readsEveryOneOfALanesFirstFiftyReplies() {
        assertThat(IntStream.rangeClosed(1, 50))
                .allMatch(number -> at(0).includes("fx-" + number, Lane.ANSWER, number));
        assertThat(at(0).includes("fx-51", Lane.ANSWER, 51)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.02, 0.1, 0.5, 1})
    void thenTheShareThatIsSet(double rate) {
        int all = 10_000;
        assertThat(sampled(rate, all).size() / (double) all).isCloseTo(rate, within(0.012));
    }

    @Test
    void theChoiceCanBeRepeatedAndAHigherRateKeepsIt() {
        assertThat(sampled(0.1, 1_000)).isEqualTo(sampled(0.1, 1_000));
        assertThat(sampled(0.3, 1_000)).containsAll(sampled(0.1, 1_000));
    }

    @Test
    void aLaneThatIsNotNamedHasATenth() {
        assertThat(new QaSettings(Map.of()).rate(Lane.ACTION)).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aRateThatIsNoShareIsNamed(double rate) {
        assertThatThrownBy(() -> at(rate)).hasMessageContaining("sallyport.qa.rate.answer must be a share from 0 to 1");
    }
}
