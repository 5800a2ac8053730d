package io.sallyport.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.text.Lexicon;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {

    private final Wishes wishes = new Wishes(Catalogue.shipped().all());

    private Set<String> in(String text) {
        return wishes.in(text).stream().map(Definition::name).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You charged my card twice in March. Kindly send one of the two back. | refund",
                "There are two payments of $6 on my statement. Could I have one back please? | refund",
                "i ordered it an hour ago, number 51111. cancel it pls | order-cancellation",
                "Order 51111, placed just now, has the wrong house number. Could you correct that? | address-change",
                "Our plan renews on Friday. Could you set things so that it doesn't? | plan-cancel",
                "I bought the Gale on Monday. I'd like to send it back. | return-authorization",
                "The export page stays blank. Would you start one for us? | data-export",
                "Our bookkeeper lost the March invoice. Can you mail it to this address? | invoice-resend",
                "Please change our login e-mail, the old mailbox is gone. | email-change",
                "Would you move us from Pro to Home? | plan-downgrade",
            })
    void whatIsMeantMayHangOnAnotherSentence(String text, String action) {
        assertThat(in(text)).contains(action);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kindly send one of the two back.",
                "Could you correct that?",
                "The freezer shows 9, it should be 5.",
                "I'd like to send it back. How does that work?",
                "Cancel my plan. Where is the button?",
                "I asked you to cancel my plan in May.",
                "You told me to delete my account and pair again.",
                "I was refunded last week, thank you.",
                "Please don't cancel my order.",
                "I wish there were a way to export all of it.",
                "Please delete the readings of March. The account must stay.",
                "Please cancel the two hubs of order 51111 and leave the rest.",
                "Please issue a corrected invoice with our new name.",
                "Please put the 30 % on our Pro plan.",
                "Please switch me from monthly Home to yearly Home.",
                "Which cards would you take for Home?",
            })
    void whatOnlySoundsLikeAWishIsNone(String text) {
        assertThat(in(text)).isEmpty();
    }

    @Test
    void everyConditionOfAHeadingIsASection() {
        Set<String> around = headings("/action/around.txt").collect(Collectors.toSet());
        assertThat(headings("/action/wishes.txt")
                        .flatMap(heading -> Arrays.stream(heading.split(" ")).skip(1))
                        .filter(word -> !List.of("+", "-").contains(word)))
                .isNotEmpty()
                .isSubsetOf(around);
    }

    @Test
    void aHeadingNamesEachConditionWithItsSign() {
        assertThat(headings("/action/wishes.txt")).allMatch(heading -> heading.matches("[a-z-]+( [+-] [a-z-]+)*"));
    }

    private static java.util.stream.Stream<String> headings(String list) {
        return Lexicon.lines(list).stream()
                .filter(line -> line.startsWith("["))
                .map(line -> line.substring(1, line.length() - 1));
    }
}
