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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The mussels in the cold box are soup by now, and not one ping from you.",
                "The pump quit and our chiller is already above 9 degrees, half the trout are gasping.",
                "We are bailing out the archive, water has come through from the floor above.",
                "None of our twelve surgeries is sending anything since six.",
                "Nothing at any of our 30 depots has reported since midnight.",
                "Every order since we moved is gone from the archive.",
                "The log of our bakery starts at nine today, everything before is empty.",
                "I am no longer the owner of our workspace, a stranger has taken over.",
                "He said he was from your support. I read him the codes, and now I can no longer sign in.",
                "There is a session from another country. Both cameras were switched off last night.",
                "My wife is drowsy and has a headache since the stove went on.",
                "He's outside the house now and I have locked myself in."
            })
    void calmAndIndirectWordsForGraveMattersAreP1(String text) {
        assertThat(read(text).priority()).isEqualTo(Priority.P1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We were flooded in 2020 and bought your sensor after that.",
                "Last week we lost some cheese; the insurance has paid and all is repaired now.",
                "Last month's leak was only a scare, everything is dry again.",
                "I thought the kitchen was flooding, but the dog had tipped over his bowl.",
                "My father died in May and I look after his account.",
                "I work shifts at the hospital and want quiet hours.",
                "Her husband is in hospital and the house is empty.",
                "Two of our users cannot sign in, the others are fine.",
                "My brother isn't in the account, how do I add him?"
            })
    void whatIsPastWellAgainOrSmallIsNoP1(String text) {
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
