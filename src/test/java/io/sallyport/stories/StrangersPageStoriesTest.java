package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.SenderEvidence;
import io.sallyport.escalation.Decision;
import io.sallyport.escalation.Decisions;
import io.sallyport.escalation.Seen;
import io.sallyport.intake.Incoming;
import io.sallyport.intake.IntakeSettings;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.intake.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stranger files under a customer's address, and a person takes the case for one more of that customer's. */
@Tag("database")
class StrangersPageStoriesTest {

    private static final String MARA = ShippedDesk.MARA;

    private final ShippedDesk desk = new ShippedDesk();
    private final Decisions decisions = new Decisions(desk.desk.cases());
    private final IntakeWatcher intake =
            IntakeWatcher.over(desk.database.dataSource(), desk.desk.cases(), IntakeSettings.defaults(), desk.clock);

    StrangersPageStoriesTest() {
        desk.order("HL-100100", MARA, 9600, 5);
        desk.order("HL-100200", MARA, 4900, 4);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Decision merge(CaseId from, CaseId into) {
        return decisions.merge(Seen.of(desk.load(from)), into, "the same customer", "Ines");
    }

    private void writeOnPageOf(CaseId id, String text) {
        Incoming words = Incoming.words("inbox", "w-1", Channel.WEB, MARA, "", text, desk.clock.instant())
                .onPage(desk.load(id).ticket().link());
        assertThat(intake.receive(words)).isInstanceOf(Receipt.Joined.class);
        desk.run();
    }

    private static boolean isVouched(CaseRecord record, Message message) {
        return SenderEvidence.isVouchedFor(message, record.messages());
    }

    @Test
    void aStrangersPageSpeaksForNobodyOnTheCaseThatTheirsWasMergedInto() {
        CaseId vouched = desk.mail(MARA, "Please refund my order.");
        CaseId strangers = desk.form(MARA, "Please refund my order.");
        desk.run();
        int before = desk.channel.posted().size();
        assertThat(merge(strangers, vouched)).isInstanceOf(Decision.Taken.class);
        desk.run();

        writeOnPageOf(strangers, "I do not know. Which ones have I got? Just refund one.");

        CaseRecord record = desk.load(vouched);
        assertThat(record.messages()).anyMatch(message -> message.written().startsWith("I do not know."));
        assertThat(isVouched(record, record.latestFromCustomer())).isFalse();
        assertThat(desk.channel.posted().subList(before, desk.channel.posted().size()))
                .isNotEmpty()
                .noneMatch(reply -> reply.matches("(?s).*\\bHL-100[12]00\\b.*"));
        assertThat(desk.refunded()).isZero();
    }

    /** Otherwise the story above would hold of a page that counts nowhere. */
    @Test
    void theCustomersOwnPageSpeaksForThemOnTheCaseThatIsItsOwn() {
        CaseId vouched = desk.mail(MARA, "Please refund my order.");
        desk.run();
        writeOnPageOf(vouched, "Please refund order HL-100100.");
        CaseRecord record = desk.load(vouched);
        assertThat(isVouched(record, record.latestFromCustomer())).isTrue();
        assertThat(record.action()).isInstanceOf(ActionWork.Challenged.class);
    }

    @Test
    void whatTheCustomerWritesIsNotLedToAStrangersPage() {
        CaseId vouched = desk.mail(MARA, "Please refund my order.");
        CaseId strangers = desk.form(MARA, "Please refund my order.");
        desk.run();
        assertThat(merge(vouched, strangers))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.why()).contains("merge the other way round"));
        assertThat(desk.load(vouched).handOver().mergedInto()).isEmpty();

        CaseId other = desk.form(MARA, "Is anybody there?");
        desk.run();
        assertThat(merge(strangers, other)).as("nobody vouched for either").isInstanceOf(Decision.Taken.class);
    }
}
