package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A colleague answers in their own words, and the gates of service read them before the customer does. */
@Tag("database")
class OwnWordsStoriesTest {

    private static final String INES = "ines";

    private static final String LETTER = """
            Hello Mara,

            Your replacement is the new Heron hub. We ship it on Monday from Portugal.

            Best regards, Ines Duarte""";

    private final ShippedDesk desk = new ShippedDesk();
    private final CaseId id;

    OwnWordsStoriesTest() {
        desk.article("heron", "The Heron hub", "Every boat of ours carries a Heron hub.");
        desk.account("acc-2", "tom@example.com");
        desk.order("HL-200100", "tom@example.com", 9600, 5);
        id = desk.mail(ShippedDesk.MARA, "unknown: my hub does not start.\n\nMara");
        desk.run();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private CaseRecord write(String text) {
        assertThat(new Decisions(desk.desk.cases()).reply(Seen.of(desk.load(id)), text, INES))
                .isInstanceOf(Decision.Taken.class);
        desk.run();
        return desk.load(id);
    }

    @Test
    void anOrdinaryLetterReachesTheCustomer() {
        write(LETTER);
        assertThat(desk.channel.posted()).endsWith(LETTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tom Archer had the same fault.",
                "It goes out with the order HL-200100.",
                "Please write to tom@example.com about it."
            })
    void whatIsAnotherCustomersIsHeldWithWhatToDo(String words) {
        int before = desk.channel.posted().size();
        CaseRecord held = write(LETTER.replace("We ship", words + " We ship"));
        assertThat(desk.channel.posted()).hasSize(before);
        assertThat(held.answer()).isInstanceOf(AnswerWork.Held.class);
        assertThat(held.answer().verdicts().toString())
                .contains(words)
                .contains("is not from the customer or a public source")
                .contains("leave it out");
    }

    @Test
    void oncePutRightItLeaves() {
        write(LETTER.replace("Mara", "Tom"));
        CaseRecord held = desk.load(id);
        assertThat(held.answer()).isInstanceOf(AnswerWork.Held.class);
        assertThat(new Decisions(desk.desk.cases()).edit(Seen.of(held), LETTER, INES))
                .isInstanceOf(Decision.Taken.class);
        desk.run();
        assertThat(desk.channel.posted()).endsWith(LETTER);
    }
}
