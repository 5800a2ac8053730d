package io.sallyport.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of plans are words of every day, too. */
class PlanMeantTest {

    private final PlannerKit kit = new PlannerKit();

    private Fact plan(String now, String text) {
        has(now);
        return kit.plan(text);
    }

    private void has(String plan) {
        kit.books.put(
                "subscription", "SUB-1", "account", "acc-1", "plan", plan, "interval", "month", "status", "active");
    }

    private static void isTo(Fact fact, String plan) {
        assertThat(fact)
                .isInstanceOfSatisfying(
                        Fact.ActionPlanned.class,
                        planned -> assertThat(planned.plan().value("to_plan")).contains(plan));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Free | Please upgrade my plan, I have more sensors at home now.",
                "Free | Please upgrade my plan, I have more sensors at Home now.",
                "Free | Please upgrade my plan, I work from home.",
                "Free | Please upgrade my plan. I go back to home next week.",
                "Free | Please upgrade my plan, we moved the shop to home ground.",
                "Free | Please upgrade my plan, my Google Home needs it.",
                "Free | Please upgrade my plan, but not to Fleet.",
                "Free | PLEASE UPGRADE MY PLAN, I HAVE MORE SENSORS AT HOME NOW.",
                "Pro | Please downgrade my plan as soon as you are free.",
                "Pro | Please downgrade my plan to free up some money.",
                "Pro | Please downgrade my plan. Free is what I am on Monday.",
            })
    void aStrayWordIsNoPlan(String now, String text) {
        assertThat(plan(now, text))
                .isInstanceOfSatisfying(
                        Fact.ActionSlotMissing.class,
                        missing -> assertThat(missing.slot()).isEqualTo("new plan"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Free | Pro | please put us on pro",
                "Free | Pro | pls upgrade us to pro, monthly is ok",
                "Free | Pro | PLEASE MOVE US TO PRO",
                "Free | Pro | Please upgrade my plan. It's the pro plan that I'd like.",
                "Free | Home | Please upgrade my plan, Home is enough at home.",
                "Free | Home | Please change my plan to the home one from tomorrow.",
                "Home | Pro | Would you switch us from Home to Pro today?",
                "Home | Pro | please switch us from home to pro",
                "Pro | Free | please downgrade me to free at the end of the month",
                "Pro | Home | Could you put us down to Home when the paid month ends?",
            })
    void aPlanIsNamedByItsCapitalByTheWordPlanOrAsWhatIsChangedTo(String now, String to, String text) {
        isTo(plan(now, text), to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pro", "the pro one please", "home, sorry: pro", "I'd like pro", "Pro. I am at home now."})
    void anAnswerToOurQuestionNeedsNoMoreThanTheWord(String answer) {
        Fact.ActionSlotMissing asked = ask();
        kit.weSay(new ActionWork.Asking(asked.action(), asked.slot(), asked.choices()).question());
        Fact fact = kit.says(PlannerKit.MARA, answer);
        if (answer.startsWith("home")) {
            assertThat(fact).isInstanceOf(Fact.ActionSlotMissing.class);
        } else {
            isTo(fact, "Pro");
        }
    }

    @Test
    void anAnswerThatOnlyHoldsTheWordIsNone() {
        Fact.ActionSlotMissing asked = ask();
        String question = new ActionWork.Asking(asked.action(), asked.slot(), asked.choices()).question();
        assertThat(question).isEqualTo("Please tell us which new plan it is about: Home, Pro, Fleet.");
        kit.weSay(question);
        assertThat(kit.says(PlannerKit.MARA, "I do not know, I am at home now."))
                .isEqualTo(asked);
    }

    private Fact.ActionSlotMissing ask() {
        return (Fact.ActionSlotMissing) plan("Free", "Please upgrade my plan.");
    }
}
