package io.sallyport.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Passage;
import io.sallyport.casefile.SourceRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headings a list is quoted with, and what is not quoted for a heading that cannot be said. */
class HeadingLineTest {

    private static final String ASKED = "Which items can be returned, and are batteries covered by the warranty?";
    private static final String LIST = "- Gift cards\n- Opened batteries";

    private static Passage passage(String heading, String text) {
        return new Passage(
                "article:terms#" + heading, new SourceRef("article:terms", 1), heading, text, 0, Optional.empty());
    }

    /** What is quoted of the first, the others found with it. */
    private static List<String> quoted(String asked, Passage... found) {
        var first = found[0];
        List<Picked> quote = PassageText.units(first.text()).stream()
                .map(unit -> new Picked(first, unit))
                .toList();
        return new HeadingLine(QuestionReader.read(ClarifyingTest.thread(asked)), List.of(found), Set.of())
                .over(quote).stream().map(one -> one.unit().text()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Not covered",
                "Items that cannot be returned",
                "Items that can't be returned",
                "What is not covered",
                "Warranty exclusions",
                "Items without a warranty",
                "Non-returnable items"
            })
    void aListStandsUnderTheHeadingThatDeniesIt(String heading) {
        assertThat(quoted(ASKED + " " + heading, passage("Terms › " + heading, LIST)))
                .containsExactly(heading, "Gift cards", "Opened batteries");
        assertThat(quoted(ASKED, passage("Terms › " + heading, "| Item | Price |\n|---|---|\n| Hub | $14 |")))
                .contains(heading);
    }

    /** What stands below are the reasons, of which it denies none. */
    @ParameterizedTest
    @ValueSource(strings = {"Why do no alerts arrive?", "Why is the mail not here", "How do I pay without a card?"})
    void aHeadingThatAsksWhyOrHowDeniesNothingBelowIt(String heading) {
        assertThat(quoted(ASKED, passage("Terms › " + heading, LIST)))
                .containsExactly("Gift cards", "Opened batteries");
    }

    @Test
    void aHeadingDeniesOverThoseBelowItToo() {
        var hardware = passage("Terms › Not covered › Hardware", LIST);
        var software = passage("Terms › Not covered › Software", "- Apps");
        assertThat(quoted("Is hardware covered by the warranty?", hardware, software))
                .containsExactly("Not covered", "Gift cards", "Opened batteries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Terms › What cannot be returned?", "Items that cannot be returned"})
    void aListIsLeftToAPersonWhereWhatDeniesItCannotBeSaid(String heading) {
        assertThat(quoted(ASKED, passage(heading, LIST))).isEmpty();
        assertThat(quoted(ASKED, passage(heading, "- Goods not in their box\n- Gift cards are not taken back.")))
                .isEmpty();
        assertThat(quoted(ASKED, passage(heading, "These are:\n\n1. Gift cards\n2. Batteries")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Terms › What cannot be returned?", "Items that cannot be returned"})
    void whatDeniesForItselfOrIsSomethingToDoNeedsNoHeading(String heading) {
        assertThat(quoted(ASKED, passage(heading, "- Gift cards can't be returned.")))
                .containsExactly("Gift cards can't be returned.");
        assertThat(quoted(ASKED, passage(heading, "1. Open the box."))).containsExactly("Open the box.");
        assertThat(quoted(ASKED, passage(heading, "Gift cards are sold."))).containsExactly("Gift cards are sold.");
    }

    @Test
    void aNumberIsLeftOutOfAHeadingAsSourcesAreReadWithout() {
        var refunds = passage("Terms › 2. Monthly plans › 2.1. Refund window", "There are 30 days.");
        var others = passage("Terms › 3. Annual plans › 3.1. Refund window", "There are 60 days.");
        assertThat(quoted(ASKED, refunds, others)).containsExactly("Monthly plans", "There are 30 days.");
        assertThat(quoted("What is the refund window of a monthly plan?", refunds, others))
                .containsExactly("There are 30 days.");
    }

    @Test
    void aHeadingOfTwoSentencesIsSaidAsTwo() {
        var refunds = passage("Terms › Monthly plans. Read this first", "There are 30 days.");
        assertThat(quoted(ASKED, refunds, passage("Terms › Annual plans", "There are 60 days.")))
                .containsExactly("Monthly plans.", "Read this first", "There are 30 days.");
        var asks = passage("Terms › Do you pay monthly? Read this first", "There are 30 days.");
        assertThat(quoted(ASKED, asks, passage("Terms › Annual plans", "There are 60 days.")))
                .isEmpty();
    }
}
