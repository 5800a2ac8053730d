package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {

    private static final String RETURNS =
            "You can return any item within 30 days. Pack it well. We refund the card you paid with.";

    private static List<String> quoted(String text, int fits) {
        List<Unit> units = PassageText.units(text);
        return units.subList(0, Excerpt.endsBefore(units, Math.min(fits, units.size()))).stream()
                .map(Unit::text)
                .toList();
    }

    @Test
    void quotesWhatFitsWhenTheRestTakesNothingBack() {
        assertThat(quoted(RETURNS + " The parcel needs your order number.", 3)).hasSize(3);
    }

    @Test
    void leavesAParagraphWhoseExceptionDoesNotFit() {
        assertThat(quoted(RETURNS + " This does not apply to opened software.", 3))
                .isEmpty();
        assertThat(quoted(RETURNS + " Opened software cannot be returned.", 3)).isEmpty();
        assertThat(quoted("Returns are free.\n\n" + RETURNS + "\n\nHowever, software is excluded.", 4))
                .containsExactly("Returns are free.");
        assertThat(quoted(RETURNS + "\n\nThe shop does not sell kayaks.", 3)).hasSize(3);
    }

    @Test
    void quotesNoPartOfAListOfSteps() {
        assertThat(quoted("Pair it so:\n\n1. Open the app.\n2. Hold the button.\n3. Wait.", 3))
                .isEmpty();
        assertThat(quoted("The app pairs it.\n\n1. Open the app.\n2. Hold the button.", 2))
                .containsExactly("The app pairs it.");
    }

    @Test
    void quotesNoStepsWithAlternativesAmongThem() {
        assertThat(quoted("The hub is off.\n\n1. Open the app.\n2. Do one of:\n   - Restart it.\n   - Reset it.", 9))
                .containsExactly("The hub is off.");
    }

    @Test
    void endsBeforeWhatLeadsInCodeThatIsLeftOut() {
        String code = "\n\n```\n<b>hello</b>\n```\n\n";
        assertThat(quoted("Open the header of your site.\n\nAdd this line:" + code + "Save the file.", 9))
                .containsExactly("Open the header of your site.");
        assertThat(quoted("Add this line:" + code + "Save the file.", 9)).isEmpty();
        assertThat(quoted("The app pairs it.\n\n1. Add this line:\n   ```\n   a\n   ```\n2. Save the file.", 9))
                .containsExactly("The app pairs it.");
        assertThat(quoted("The header says hello." + code + "Save the file.", 9))
                .hasSize(2);
    }

    @Test
    void quotesNothingThatLeansOnWhatIsNotThere() {
        assertThat(quoted("It is free on every plan. The hub costs $90.", 9)).isEmpty();
    }
}
