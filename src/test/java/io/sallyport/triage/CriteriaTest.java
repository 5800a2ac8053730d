package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage.Urgency;
import io.sallyport.text.phrases.PlainWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriteriaTest {

    private final Criteria criteria = Criteria.load();

    private Urgency read(String text) {
        return criteria.read(PlainWords.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The cellar is flooded and the water is still rising.",
                "We are throwing stock out, all the meat is spoiled.",
                "Everything is down in all four of our shops.",
                "None of our customers can log in since the update.",
                "Every payment fails, we are losing orders.",
                "All our data has vanished from the account.",
                "There is smoke coming from the socket.",
                "My account has been hacked."
            })
    void productionDownLossAndBreachAreP1(String text) {
        assertThat(read(text).priority()).isEqualTo(Priority.P1);
        assertThat(read(text).words()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What happens if the cellar is flooded?",
                "Nothing is lost so far, but how do I avoid it?",
                "Do I lose my readings if I change the plan?",
                "We lost a batch last year and want to be warned next time.",
                "The app is useless without an internet connection, is it?"
            })
    void whatMayHappenOrOnceHappenedIsNoP1(String text) {
        assertThat(read(text).priority()).isNotEqualTo(Priority.P1);
    }

    @Test
    void aQuestionIsP4() {
        assertThat(read("Which colours do you have?").priority()).isEqualTo(Priority.P4);
        assertThat(read("Which colours do you have?").because()).isEqualTo("general-question");
    }

    @Test
    void namesTheCriterionAndTheWords() {
        Urgency urgency = read("We were charged twice this month.");
        assertThat(urgency.priority()).isEqualTo(Priority.P2);
        assertThat(urgency.because()).isEqualTo("wrongly-charged");
        assertThat(urgency.words()).anySatisfy(words -> assertThat(words).contains("charged twice"));
    }
}
