package io.sallyport.intake.screening;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Screening.Automatic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomaticMailTest {

    /** No wording that people use and machines do not: the headers alone speak. */
    private static final String WORDS = "Der Hub blinkt seit gestern rot.";

    private static final String FEEDBACK = "feedback-id";
    private static final String UNSUBSCRIBE = "list-unsubscribe";
    private static final String SUPPRESS = "x-auto-response-suppress";

    private static Automatic judge(String text, Map<String, String> headers) {
        return judge("Hub", text, headers);
    }

    private static Automatic judge(String subject, String text, Map<String, String> headers) {
        var message = new Message(
                "<1@hill.example>",
                Message.Author.CUSTOMER,
                "jo@hill.example",
                Instant.EPOCH,
                subject,
                text,
                "",
                List.of(),
                headers);
        return AutomaticMail.judge(message, Channel.EMAIL, Set.of("help@desk.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    feedback-id              | 1.eu-west-1.abc:AmazonSES
                    list-unsubscribe         | <mailto:leave@hill.example>
                    x-campaign-id            | 7
                    x-auto-response-suppress | All
                    auto-submitted           | no
                    """)
    void whatServersWriteIntoAllMailProvesNoMachine(String name, String value) {
        assertThat(judge(WORDS, Map.of(name, value))).isEqualTo(Automatic.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    precedence     | bulk         | BULK
                    precedence     | list         | BULK
                    precedence     | junk         | BULK
                    list-id        | <a.news.org> | BULK
                    auto-submitted | auto-replied | AUTO_REPLY
                    precedence     | auto_reply   | AUTO_REPLY
                    x-autoreply    | yes          | AUTO_REPLY
                    """)
    void whatOnlyListsAndMachinesWriteProvesOne(String name, String value, Automatic kind) {
        assertThat(judge(WORDS, Map.of(name, value))).isEqualTo(kind);
    }

    @Test
    void aServicesMarkBesideALinkToUnsubscribeIsANewsletters() {
        assertThat(judge(WORDS, Map.of(FEEDBACK, "1:SES", UNSUBSCRIBE, "<mailto:leave@news.example>")))
                .isEqualTo(Automatic.BULK);
        assertThat(judge(WORDS, Map.of("x-campaign-id", "7", UNSUBSCRIBE, "<mailto:leave@news.example>")))
                .isEqualTo(Automatic.BULK);
    }

    @Test
    void aMarkThatProvesNothingAddsToWordingThatNearlyDoes() {
        String news = "This spring: ten new lamps. View it in your browser.";
        assertThat(judge(news, Map.of())).isEqualTo(Automatic.NONE);
        assertThat(judge(news, Map.of(UNSUBSCRIBE, "<mailto:leave@news.example>")))
                .isEqualTo(Automatic.BULK);
        String away = "I am on leave this week.";
        assertThat(judge(away, Map.of())).isEqualTo(Automatic.NONE);
        assertThat(judge(away, Map.of(SUPPRESS, "DR, AutoReply"))).isEqualTo(Automatic.OUT_OF_OFFICE);
    }

    @Test
    void wordsOfAPersonOutweighAMarkThatProvesNothing() {
        assertThat(judge(
                        "Could you please unsubscribe me? I still get your mails.",
                        Map.of(UNSUBSCRIBE, "<mailto:leave@hill.example>")))
                .isEqualTo(Automatic.NONE);
    }

    @Test
    void anAwayNoteFromNowhereIsNoBounce() {
        assertThat(judge("Out of office", "Back on Monday.", Map.of("return-path", "<>", SUPPRESS, "All")))
                .isEqualTo(Automatic.OUT_OF_OFFICE);
    }

    @Test
    void whatGoesOnWithAConversationIsNoNewsletterButMayBeAnAwayNote() {
        Map<String, String> marks = Map.of("precedence", "bulk", "x-sallyport-answer", "yes");
        assertThat(judge(WORDS, marks)).isEqualTo(Automatic.NONE);
        assertThat(judge("I am on leave this week.", marks)).isEqualTo(Automatic.OUT_OF_OFFICE);
        assertThat(judge(
                        "Ten lamps. Unsubscribe.",
                        Map.of(UNSUBSCRIBE, "<mailto:x@y.example>", "x-sallyport-answer", "yes")))
                .isEqualTo(Automatic.NONE);
    }

    @Test
    void theDesksOwnGroupMarksNobodysMail() {
        assertThat(judge(WORDS, Map.of("list-id", "<help.desk.example>", "precedence", "list")))
                .isEqualTo(Automatic.NONE);
    }
}
