package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What stands in a customer's account is told to whoever the channel vouches for, and to nobody who merely types their address. */
@Tag("database")
class AccountDisclosureStoriesTest {

    private static final String MARA = ShippedDesk.MARA;

    private final ShippedDesk desk = new ShippedDesk();

    AccountDisclosureStoriesTest() {
        desk.order("HL-100100", MARA, 9600, 5);
        desk.order("HL-100200", MARA, 4900, 4);
        desk.order("HL-100900", MARA, 90_000, 3);
        desk.order("HL-100300", MARA, 9600, 80);
        desk.article(
                "return-a-product",
                "Return a product",
                "We refund a purchase for 30 days. A purchase that is more than 30 days ago is not refunded.");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whoTypesACustomersAddressIntoAPublicPageIsToldNothingOfTheirOrders() {
        CaseId id = desk.form(MARA, "Please refund my order.");
        desk.run();
        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Asking.class);
        assertThat(desk.channel.posted())
                .singleElement()
                .asString()
                .contains("Please tell us which order it is about.");
        desk.writeByLink(id, MARA, "I do not know. Which ones have I got? Just refund one.");
        desk.run();
        desk.orderOfTwo("HL-100400", MARA, 9600, 5);
        CaseId items = desk.form(
                MARA, "I would like to return something from order HL-100400, could you make the return for me?");
        desk.run();
        assertThat(desk.load(items).action()).isInstanceOf(ActionWork.Asking.class);
        assertThat(desk.channel.posted())
                .hasSizeGreaterThan(2)
                .noneMatch(reply -> reply.matches("(?s).*\\b(?:HL-100[1239]00|HUB|PROBE)\\b.*"));
        assertThat(desk.refunded()).isZero();
    }

    @Test
    void theSameCustomerIsToldThemWhereTheirChannelVouchesForThem() {
        desk.mail(MARA, "Please refund my order.");
        desk.run();
        assertThat(desk.channel.posted())
                .singleElement()
                .asString()
                .contains("Please tell us which order it is about: ", "HL-100200", "HL-100100");
    }

    /** Why it cannot be would say that the order was delivered, and how long ago. */
    @Test
    void whyAChangeIsRefusedIsNotToldToSomebodyWhoMerelyTypesTheirAddress() {
        CaseId id = desk.form(MARA, "Please refund order HL-100300.");
        desk.run();

        assertThat(desk.load(id).action()).isInstanceOf(ActionWork.Denied.class);
        assertThat(desk.load(id).standing())
                .isInstanceOfSatisfying(
                        Standing.WithPeople.class,
                        people -> assertThat(people.why()).contains("not known well enough to be told why not"));
        assertThat(desk.channel.posted()).noneMatch(reply -> reply.contains(ActionWork.Denied.SENTENCE));
    }

    @Test
    void whyAChangeIsRefusedIsToldToTheCustomer() {
        desk.mail(MARA, "Please refund order HL-100300.");
        desk.run();

        assertThat(desk.channel.posted()).singleElement().asString().contains(ActionWork.Denied.SENTENCE, "30 days");
    }
}
