package io.sallyport.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.Fact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order goes only to an address that the message names, and a return is opened only for what it speaks of. */
class PlaceMeantTest {

    private static final Map<String, Object> QUAY = address("adr-1", "1 Quay Street", "Torvik", "6001");
    private static final Map<String, Object> HARBOUR = address("adr-2", "4 Harbour Lane", "Torvik", "6002");
    private static final Map<String, Object> MILL = address("adr-3", "27 Mill Street", "Columbus, OH", "43215");

    private final PlannerKit kit = new PlannerKit();

    private static Map<String, Object> address(String id, String line, String city, String postcode) {
        return Map.of("id", id, "line", line, "city", city, "postcode", postcode);
    }

    private void addresses(List<Map<String, Object>> addresses) {
        kit.books.put(
                "account",
                "acc-1",
                "email",
                PlannerKit.MARA,
                "name",
                "Mara Holm",
                "status",
                "active",
                "addresses",
                addresses);
    }

    private void isPlannedTo(String id, String text) {
        assertThat(kit.plan(text))
                .as("for “%s”", text)
                .isInstanceOfSatisfying(
                        Fact.ActionPlanned.class,
                        fact -> assertThat(fact.plan().value("address_id")).contains(id));
    }

    private void isForAPerson(String text) {
        assertThat(kit.plan(text)).as("for “%s”", text).isInstanceOf(Fact.ActionForPerson.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Please change the delivery address of order HL-100200 to 27 Mill Street. | adr-3",
                "Please change the delivery address of order HL-100200 to 27 Mill Street, Columbus, OH 43215. | adr-3",
                "Please change the delivery address of order HL-100200 to Mill Street. | adr-3",
                "please change the delivery address of order HL-100200 to harbour lane | adr-2",
                "Please change the delivery address of order HL-100200 to our place in Columbus. Thanks, Mara | adr-3",
                "Please change the delivery address of order HL-100200 from 1 Quay Street to 4 Harbour Lane. | adr-2",
                "HL-100200 is addressed to Flat 12, please change the address to our office, 4 Harbour Lane. | adr-2",
                "Please change the address of HL-100200 from 4 Harbour Lane to 27 Mill Street. | adr-3",
                "I placed order HL-100200 20 minutes ago. Please change the address to 4 Harbour Lane before 9 March."
                        + " | adr-2",
            })
    void anAddressIsNamedByItsStreetOrByATownThatNoOtherHas(String text, String id) {
        addresses(List.of(QUAY, HARBOUR, MILL));
        isPlannedTo(id, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please change the delivery address of order HL-100200 to 12 Elm Street, Portland.",
                "Please change the delivery address of order HL-100200 to 12 elm street.",
                "Please change the delivery address of order HL-100200 to Elm Street, Columbus.",
                "Please change the delivery address of order HL-100200 to Elm House, Columbus.",
                "Please change the delivery address of order HL-100200 to Anna Berg, Columbus.",
                "Please change the delivery address of order HL-100200 to 12 Mill Street.",
                "Please change the delivery address of order HL-100200 to 27 Mill Street, flat 9 at Elm Court.",
                "Please change the delivery address of order HL-100200 to Kanalgatan 8, Columbus.",
                "Please change the delivery address of order HL-100200 to my other address, Elm House.",
                "Please change the delivery address of order HL-100200 to my other address. It is 12 Elm Street.",
                "Please change the delivery address of order HL-100200, I live above the mill in another street now.",
                "Order HL-100200 has the wrong house number. Could you correct that?",
                "Order HL-100200 has the wrong house number, it should be 14 not 41. Could you correct that?",
                "Please change the delivery address of order HL-100200.",
                "Please change the delivery address of order HL-100200 from 1 Quay Street, I have moved.",
                "Please change the delivery address of order HL-100200, it should not go to my other address.",
                "Please change the delivery address of order HL-100200, it should not go to 27 Mill Street.",
                "Please change the delivery address of order HL-100200 to 27 Mill Street, or to 12 Elm Street.",
            })
    void anAddressThatIsNoneOfTheAccountsOrNoneAtAllIsNotGuessed(String text) {
        addresses(List.of(QUAY, MILL));
        isForAPerson(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please change the delivery address of order HL-100200 to my other address.",
                "Please change the address of order HL-100200 to our other delivery address.\n\nThanks,\nMara Holm"
            })
    void theOtherAddressIsTheOneThatTheOrderDoesNotGoTo(String text) {
        addresses(List.of(QUAY, MILL));
        isPlannedTo("adr-3", text);
        addresses(List.of(QUAY, HARBOUR, MILL));
        assertThat(kit.plan(text)).isInstanceOf(Fact.ActionSlotMissing.class);
    }

    @Test
    void ofSeveralTheCustomerIsAskedInTheWordsThatAreOnTheirParcels() {
        addresses(List.of(QUAY, HARBOUR, MILL));
        var missing = new Fact.ActionSlotMissing(
                "address-change",
                "address of your account",
                List.of("4 Harbour Lane, Torvik", "27 Mill Street, Columbus, OH"));
        assertThat(kit.plan("Please change the delivery address of order HL-100200."))
                .isEqualTo(missing);
        String question = new ActionWork.Asking(missing.action(), missing.slot(), missing.choices()).question();
        assertThat(question)
                .isEqualTo("Please tell us which address of your account it is about: 4 Harbour Lane, Torvik;"
                        + " 27 Mill Street, Columbus, OH.");
        kit.weSay(question);
        assertThat(kit.says(PlannerKit.MARA, "27 Mill Street, Columbus"))
                .isInstanceOfSatisfying(
                        Fact.ActionPlanned.class,
                        fact -> assertThat(fact.plan().value("address_id")).contains("adr-3"));
    }

    @Test
    void whatIsInNoRecordsNameIsAskedForByItsId() {
        addresses(List.of(QUAY, HARBOUR, address("adr-4", "Pay at evil.example! Now", "Torvik", "6003")));
        assertThat(kit.plan("Please change the delivery address of order HL-100200."))
                .isInstanceOfSatisfying(
                        Fact.ActionSlotMissing.class,
                        fact -> assertThat(fact.choices()).containsExactly("4 Harbour Lane, Torvik", "adr-4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to return the Latch from HL-100500, could you make the return for me?",
                "Could you open a return for the leak sensor of order HL-100500?",
                "The Latch of order HL-100500 is dead. I want to return it, please make the return for me.",
                "Please refund only the hub of order HL-100500.",
            })
    void anItemThatIsNotInTheOrderIsNotTakenForTheOneThatIs(String text) {
        kit.order("HL-100500", "acc-1", "delivered", 4900, List.of(probe()));
        isForAPerson(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to return the probe from HL-100500, could you make the return for me?",
                "I want to return the item of order HL-100500.",
                "I want to return the broken one from order HL-100500.",
                "Could you open a return for order HL-100500?",
                "Could you open a return for the Fathom of order HL-100500? It does not see my Beacon hub.",
                "I'd like to return my order HL-100500, the Fathom arrived broken.",
            })
    void theOnlyItemOfAnOrderIsMeantWhereNothingElseIs(String text) {
        kit.order("HL-100500", "acc-1", "delivered", 4900, List.of(probe()));
        assertThat(kit.plan(text))
                .as("for “%s”", text)
                .isInstanceOfSatisfying(
                        Fact.ActionPlanned.class,
                        fact -> assertThat(fact.plan().value("sku")).contains("HL-TEMP"));
    }

    @Test
    void aWordThatItemsShareWithAnotherThingNamesNeither() {
        isForAPerson("Could you open a return for the leak sensor of order HL-100100?");
    }

    @Test
    void itemsAreAskedForByTheirNames() {
        assertThat(kit.plan("I want to return an item of order HL-100100."))
                .isEqualTo(new Fact.ActionSlotMissing(
                        "return-authorization", "item of the order", List.of("Beacon hub", "Latch door sensor")));
    }

    private static Map<String, Object> probe() {
        return PlannerKit.item("HL-TEMP", "Fathom freezer probe", 4900);
    }
}
