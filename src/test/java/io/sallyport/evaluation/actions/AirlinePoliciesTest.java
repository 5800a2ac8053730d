package io.sallyport.evaluation.actions;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.gate.authorization.CedarEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every rule of the airline once broken and once kept, in a world of two customers and four flights. */
class AirlinePoliciesTest {

    private static final CedarEngine ENGINE = CedarEngine.load(Path.of("samples/policies/airline"));

    private static final String USERS = """
            {"ann": {"name": {"first_name": "Ann", "last_name": "Orr"}, "dob": "1980-01-02", "membership": "regular",
               "saved_passengers": [{"first_name": "Bo", "last_name": "Orr", "dob": "2001-03-04"}],
               "payment_methods": {
                 "card": {"source": "credit_card"}, "card2": {"source": "credit_card"},
                 "gift": {"source": "gift_card", "amount": 30}, "voucher": {"source": "certificate", "amount": 100}},
               "reservations": ["OLD", "LATE"]},
             "ben": {"name": {"first_name": "Ben", "last_name": "Ash"}, "dob": "1970-01-02", "membership": "gold",
               "payment_methods": {"bens": {"source": "credit_card"}}, "reservations": ["BENS", "GONE", "STRUCK"]}}
            """;

    private static final String FLIGHTS = """
            {"F1": %s, "F2": %s, "F4": %s}
            """.formatted(
                    flight("AAA", "BBB", "08:00:00", "10:00:00"),
                    flight("BBB", "CCC", "09:00:00", "01:00:00+1"),
                    flight("AAA", "DDD", "08:00:00", "10:00:00"));

    private static String flight(String from, String to, String leaves, String lands) {
        String open = """
                {"status": "available", "available_seats": {"basic_economy": 9, "economy": 2, "business": 1},
                 "prices": {"basic_economy": 50, "economy": 120, "business": 400}}""";
        return """
                {"origin": "%s", "destination": "%s", "scheduled_departure_time_est": "%s", "scheduled_arrival_time_est": "%s",
                 "dates": {"2024-05-14": {"status": "landed", "actual_arrival_time_est": "2024-05-14T10:40:00"},
                           "2024-05-16": {"status": "delayed"}, "2024-05-17": {"status": "cancelled"},
                           "2024-05-20": %s, "2024-05-21": %s, "2024-05-22": %s}}""".formatted(from, to, leaves, lands, open, open, open);
    }

    private static JsonNode reservations() {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        add(all, "OLD", "ann", "economy", "no", "2024-05-01T09:00:00", "F1 2024-05-20", "F2 2024-05-21");
        add(all, "BASIC", "ann", "basic_economy", "no", "2024-05-14T14:59:59", "F1 2024-05-20", "F2 2024-05-21");
        add(all, "NEW", "ann", "basic_economy", "no", "2024-05-14T15:00:00", "F1 2024-05-20", "F2 2024-05-21");
        add(all, "SAFE", "ann", "economy", "yes", "2024-05-01T09:00:00", "F1 2024-05-20", "F2 2024-05-21");
        add(all, "FRONT", "ann", "business", "no", "2024-05-01T09:00:00", "F1 2024-05-20", "F2 2024-05-21");
        add(all, "LATE", "ann", "business", "no", "2024-05-01T09:00:00", "F1 2024-05-16", "F2 2024-05-20");
        add(all, "LOST", "ann", "business", "no", "2024-05-01T09:00:00", "F1 2024-06-30", "F2 2024-07-01");
        add(all, "BENS", "ben", "business", "no", "2024-05-01T09:00:00", "F1 2024-05-20", "F2 2024-05-21");
        add(all, "GONE", "ben", "business", "yes", "2024-05-01T09:00:00", "F1 2024-05-14", "F2 2024-05-21");
        add(all, "STRUCK", "ben", "economy", "no", "2024-05-01T09:00:00", "F1 2024-05-17", "F2 2024-05-20");
        return all;
    }

    private static void add(
            ObjectNode all, String id, String owner, String cabin, String insured, String booked, String... legs) {
        ObjectNode reservation = all.putObject(id)
                .put("reservation_id", id)
                .put("user_id", owner)
                .put("origin", "AAA")
                .put("destination", "CCC")
                .put("flight_type", "one_way")
                .put("cabin", cabin)
                .put("insurance", insured)
                .put("created_at", booked)
                .put("total_baggages", 1)
                .put("nonfree_baggages", 0);
        reservation
                .putArray("passengers")
                .addObject()
                .put("first_name", "Cy")
                .put("last_name", "Fox")
                .put("dob", "1999-09-09");
        for (String leg : legs) {
            reservation
                    .withArray("flights")
                    .addObject()
                    .put("flight_number", leg.substring(0, 2))
                    .put("date", leg.substring(3))
                    .put("price", 100);
        }
    }

    /** @param calls name, a space and arguments, where single quotes stand for double ones */
    private static ActionsEvaluation.Outcome last(String... calls) {
        List<RecordedCall> recorded = new ArrayList<>();
        for (String call : calls) {
            String[] parts = call.split(" ", 2);
            recorded.add(new RecordedCall("one", parts[0], new Fields(json(parts[1])), "any", "here"));
        }
        var world = AirlineWorld.of(json(USERS), reservations(), json(FLIGHTS));
        return new ActionsEvaluation(ENGINE, world).run(recorded).getLast();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static void assertSpoke(String policy, String... calls) {
        assertThat(last(calls).because()).contains(policy);
    }

    @ParameterizedTest
    @CsvSource({
        "OLD,false,no policy permits it", "BASIC,false,no policy permits it", "NEW,true,cancel", "SAFE,true,cancel",
        "FRONT,true,cancel", "STRUCK,true,cancel", "GONE,false,cancel-after-departure",
                "LOST,false,flights-not-on-record",
        "NONE,false,there is no 'NONE' in reservations"
    })
    void aReservationIsCancelledWhenThePolicyHasAReason(String id, boolean allowed, String because) {
        ActionsEvaluation.Outcome outcome = last("cancel_reservation {'reservation_id': '" + id + "'}");

        assertThat(outcome.because()).containsExactly(because);
        assertThat(outcome.allowed()).isEqualTo(allowed);
    }

    @Test
    void nobodyElsesRecordIsTouchedInAConversationAndNothingIsCancelledTwice() {
        String safe = "cancel_reservation {'reservation_id': 'SAFE'}";
        assertSpoke("not-the-customers-reservation", safe, "cancel_reservation {'reservation_id': 'BENS'}");
        assertSpoke("cancelled-already", safe, safe);
    }

    private static String flights(String id, String cabin, String payment, String second) {
        return "update_reservation_flights {'reservation_id': '" + id + "', 'cabin': '" + cabin
                + "', 'flights': [{'flight_number': 'F1', 'date': '2024-05-20'}, " + second + "], 'payment_id': '"
                + payment + "'}";
    }

    private static String second(String flight, String day) {
        return "{'flight_number': '" + flight + "', 'date': '2024-05-" + day + "'}";
    }

    @ParameterizedTest
    @CsvSource({
        // A later second flight costs 20 more than was paid; the gift card holds 30. Economy to business costs 600
        // more.
        "OLD,economy,gift,F2,22,change-flights-or-cabin", "OLD,economy,card,F2,22,change-flights-or-cabin",
        "OLD,economy,voucher,F2,22,no policy permits it", "OLD,economy,bens,F2,22,no policy permits it",
        "OLD,business,card,F2,21,change-flights-or-cabin", "OLD,business,gift,F2,21,no policy permits it",
        "FRONT,economy,gift,F2,21,no policy permits it", "OLD,economy,card,F2,21,nothing-to-change",
        "BASIC,basic_economy,card,F2,22,basic-economy-flights", "BASIC,economy,card,F2,21,change-flights-or-cabin",
        "GONE,economy,bens,F2,21,cabin-after-departure", "GONE,business,bens,F2,21,departed-flight-replaced",
        "OLD,economy,card,F4,21,other-route", "OLD,economy,card,F2,20,missed-connection",
        "OLD,first,card,F2,21,no-such-seat", "OLD,economy,card,F2,17,no-such-seat"
    })
    void flightsAndCabinAreChangedAsThePolicySays(
            String id, String cabin, String payment, String flight, String day, String because) {
        assertThat(last(flights(id, cabin, payment, second(flight, day))).because())
                .contains(because);
    }

    @Test
    void aPriceThatIsNotOnRecordIsStopped() {
        String named = "{'flight_number': 'F2', 'date': '2024-05-22', 'price': 90}";
        assertSpoke("other-prices", flights("OLD", "economy", "card", named));
        assertThat(last(flights("OLD", "economy", "card", named.replace("90", "120")))
                        .allowed())
                .isTrue();
    }

    @Test
    void whatAGiftCardPaidForIsGoneForTheNextChange() {
        assertSpoke(
                "no policy permits it",
                flights("OLD", "economy", "gift", second("F2", "22")),
                flights("SAFE", "economy", "gift", second("F2", "22")));
    }

    @ParameterizedTest
    @CsvSource({
        // In economy one bag is free; in business two, and two more for gold members. Each reservation has one already.
        "OLD,2,1,card,add-bags",
        "OLD,2,0,card,bags-miscounted",
        "OLD,2,1,gift,no policy permits it",
        "OLD,2,1,bens,no policy permits it",
        "OLD,1,0,card,no policy permits it",
        "OLD,0,0,card,no policy permits it",
        "BENS,4,0,bens,add-bags",
        "BENS,4,1,bens,bags-miscounted",
        "BENS,5,1,bens,add-bags",
        "BASIC,2,2,card,add-bags"
    })
    void bagsAreAddedAndPaidForByCabinAndMembership(String id, int total, int paid, String payment, String because) {
        assertSpoke(
                because,
                "update_reservation_baggages {'reservation_id': '" + id + "', 'total_baggages': " + total
                        + ", 'nonfree_baggages': " + paid + ", 'payment_id': '" + payment + "'}");
    }

    private static final String CY = "{'first_name': 'Cy', 'last_name': 'Fox', 'dob': '1999-09-09'}";
    private static final String BO = "{'first_name': 'Bo', 'last_name': 'Orr', 'dob': '2001-03-04'}";

    @Test
    void passengersChangeButNotTheirNumber() {
        assertThat(passengers(BO).allowed()).isTrue();
        assertThat(passengers(BO + ", " + CY).because()).contains("number-of-passengers");
        assertThat(passengers(CY).allowed()).as("the same as before").isFalse();
        assertThat(passengers(BO.replace("2001-03-04", "")).allowed()).isFalse();
    }

    private static ActionsEvaluation.Outcome passengers(String people) {
        return last("update_reservation_passengers {'reservation_id': 'BASIC', 'passengers': [" + people + "]}");
    }

    private static String book(String people, String payments) {
        return "book_reservation {'user_id': 'ann', 'origin': 'AAA', 'destination': 'BBB', 'flight_type': 'one_way',"
                + " 'cabin': 'economy', 'flights': [{'flight_number': 'F1', 'date': '2024-05-22'}], 'passengers': ["
                + people
                + "], 'payment_methods': [" + payments
                + "], 'total_baggages': 1, 'nonfree_baggages': 0, 'insurance': 'no'}";
    }

    private static String pay(String method, int dollars) {
        return "{'payment_id': '" + method + "', 'amount': " + dollars + "}";
    }

    @Test
    void aBookingIsPaidToTheCentWithWhatIsInTheProfile() {
        assertSpoke("book", book(BO, pay("voucher", 100) + "," + pay("gift", 20)));
        assertSpoke("no policy permits it", book(BO, pay("card", 119)));
        assertSpoke("payment-not-covered", book(BO, pay("gift", 120)));
        assertSpoke("too-many-payments", book(BO, pay("card", 60) + "," + pay("card2", 60)));
        assertSpoke("too-many-payments", book(BO, pay("bens", 120)));
        assertSpoke("a payment of nothing or less", book(BO, pay("card", 130) + "," + pay("gift", -10)));
        assertSpoke(
                "no policy permits it",
                book(BO, pay("card", 150)).replace("'insurance': 'no'", "'insurance': 'maybe'"));
        assertSpoke("book", book(BO, pay("card", 150)).replace("'insurance': 'no'", "'insurance': 'yes'"));
        assertSpoke(
                "bags-miscounted", book(BO, pay("card", 120)).replace("'total_baggages': 1", "'total_baggages': 2"));
    }

    @Test
    void aBookingIsForPeopleWhoCanSitThere() {
        String six = String.join(",", java.util.Collections.nCopies(6, CY));
        assertSpoke("no-such-seat", book(six, pay("card", 720)));
        assertSpoke(
                "no policy permits it",
                book(six, pay("card", 300))
                        .replace("'economy'", "'basic_economy'")
                        .replace("'total_baggages': 1", "'total_baggages': 0"));
        assertSpoke("other-date-of-birth", book(BO.replace("2001", "2011"), pay("card", 120)));
        assertSpoke("booked-already", book(BO, pay("card", 120)), book(BO, pay("card2", 120)));
        assertSpoke("booked-already", book(CY, pay("card", 120)).replace("05-22", "05-20"));
        assertSpoke("no policy permits it", book(BO, pay("card", 120)).replace("'BBB'", "'CCC'"));
    }

    @Test
    void certificatesAreForThoseWhoEarnedThemOfTheRightAmountAndOnce() {
        String delayed = "send_certificate {'user_id': 'ann', 'amount': 50}";
        String cancelled = "cancel_reservation {'reservation_id': 'LATE'}";
        String struck = "send_certificate {'user_id': 'ben', 'amount': 100}";
        assertThat(last(delayed).allowed())
                .as("nothing changed or cancelled yet")
                .isFalse();
        assertSpoke("certificate-for-delayed", cancelled, delayed);
        assertThat(last(cancelled, delayed.replace("50", "100")).allowed()).isFalse();
        assertSpoke("certificate-for-cancelled", struck);
        assertSpoke("certificate-once", struck, struck);
        assertSpoke("certificate-for-delayed", struck.replace("100", "50"));
    }

    @Test
    void whatIsNoActionOfTheWorldIsStopped() {
        assertSpoke("there is no action delete_reservation", "delete_reservation {'reservation_id': 'NEW'}");
        assertSpoke("no text in reservation_id", "cancel_reservation {'reservation_id': 5}");
    }
}
