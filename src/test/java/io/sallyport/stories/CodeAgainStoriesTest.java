package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Codes as in service, for customers who do not answer with the right one at once. */
@Tag("database")
class CodeAgainStoriesTest {

    private static final String MARA = ShippedDesk.MARA;

    private final ShippedDesk desk = new ShippedDesk();

    @BeforeEach
    void order() {
        desk.order("HL-100100", MARA, 9600, 5);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private CaseId asked() {
        CaseId id = desk.mail(MARA, "Please refund order HL-100100.");
        desk.run();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Challenged.class);
        return id;
    }

    private void write(CaseId id, String words) {
        desk.write(id, MARA, words);
        desk.run();
    }

    private int mails() {
        return desk.sandbox.mails(MARA, 9).size();
    }

    @Test
    void afterThreeCodesAPersonGetsIt() {
        CaseId id = asked();
        for (int sent = 2; sent <= 3; sent++) {
            write(id, "No code came, please send it again.");
            assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Challenged.class);
            assertThat(mails()).isEqualTo(sent);
        }
        write(id, "Still no code came.");
        assertThat(mails()).isEqualTo(3);
        assertThat(desk.load(id).standing())
                .isInstanceOfSatisfying(
                        Standing.WithPeople.class,
                        people -> assertThat(people.why()).contains("no more than 3 codes"));
    }

    @Test
    void theNewestOfThemOpensTheDoor() {
        CaseId id = asked();
        String first = desk.code(MARA);
        write(id, "One moment, my phone is broken, I look for the other.");
        assertThat(mails()).isOne();
        write(id, "The code never came, please send it again.");
        write(id, "Oh, now there is one: " + first);
        assertThat(desk.refunded()).isZero();
        write(id, "And another: " + desk.code(MARA));
        assertThat(desk.refunded()).isEqualTo(9600);
        assertThat(desk.load(id).receipts()).hasSize(1);
    }

    @Test
    void whoMeantAnotherOrderGetsACodeForThatOne() {
        desk.order("HL-100200", MARA, 4900, 4);
        CaseId id = asked();
        write(id, "Sorry, I meant HL-100200.");
        assertThat(mails()).isEqualTo(2);
        write(id, "Here: " + desk.code(MARA));
        assertThat(desk.refunded()).isEqualTo(4900);
    }

    /** Our requests for it are no answers that did not help. */
    @Test
    void theThirdTryMayBeTheRightOne() {
        CaseId id = asked();
        int right = Integer.parseInt(desk.code(MARA));
        write(id, "%06d".formatted((right + 1) % 1_000_000));
        write(id, "%06d".formatted((right + 2) % 1_000_000));
        write(id, "%06d".formatted(right));
        assertThat(desk.refunded()).isEqualTo(9600);
    }
}
