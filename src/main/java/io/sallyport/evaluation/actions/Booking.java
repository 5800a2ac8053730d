package io.sallyport.evaluation.actions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A booking as a call wants it. */
record Booking(Fields arguments, Flights flights) {

    /** Cents for each passenger. */
    private static final long INSURANCE = 30_00;

    private static final Set<String> KINDS = Set.of("certificate", "credit_card", "gift_card");

    Facts facts(Wallet wallet) {
        List<Fields> passengers = arguments.all("passengers");
        Trip trip = Trip.of(flights, arguments.text("cabin"), arguments.all("flights"), Optional.empty());
        boolean isRoundTrip = arguments.text("flight_type").equals("round_trip");
        Facts facts = new Facts()
                .with(
                        "trip",
                        trip.facts(
                                arguments.text("origin"),
                                arguments.text("destination"),
                                isRoundTrip,
                                passengers.size()))
                .with("trip_type", arguments.text("flight_type"))
                .with("passengers", passengers.size())
                .with("complete", ReservationFacts.complete(passengers))
                .with("bags", bags(trip.cabin(), passengers.size()))
                .with("insurance", arguments.text("insurance"))
                .with("price", price(trip, passengers.size()));
        return payments(facts, wallet);
    }

    private Facts bags(String cabin, long passengers) {
        return new Facts()
                .with("total", arguments.whole("total_baggages"))
                .with("paid", arguments.whole("nonfree_baggages"))
                .with("paid_before", 0)
                .with("cabin", cabin)
                .with("passengers", passengers);
    }

    private long price(Trip trip, long passengers) {
        long insurance = arguments.text("insurance").equals("yes") ? INSURANCE : 0;
        return (trip.price() + insurance) * passengers + ReservationFacts.BAG * arguments.whole("nonfree_baggages");
    }

    private Facts payments(Facts facts, Wallet wallet) {
        Map<String, Long> cents = arguments.all("payment_methods").stream()
                .collect(Collectors.toMap(
                        payment -> payment.text("payment_id"),
                        payment -> positive(payment.cents("amount")),
                        Long::sum));
        Map<String, Long> kinds =
                cents.keySet().stream().collect(Collectors.groupingBy(wallet::kind, Collectors.counting()));
        return facts.with(
                        "paid",
                        cents.values().stream().mapToLong(Long::longValue).sum())
                .with("certificates", kinds.getOrDefault("certificate", 0L))
                .with("credit_cards", kinds.getOrDefault("credit_card", 0L))
                .with("gift_cards", kinds.getOrDefault("gift_card", 0L))
                .with(
                        "others",
                        kinds.keySet().stream()
                                .filter(kind -> !KINDS.contains(kind))
                                .count())
                .with(
                        "covered",
                        cents.entrySet().stream()
                                .allMatch(paid -> wallet.kind(paid.getKey()).equals("credit_card")
                                        || wallet.funds(paid.getKey()) >= paid.getValue()));
    }

    private static long positive(long cents) {
        if (cents <= 0) {
            throw new UnfitCall("a payment of nothing or less");
        }
        return cents;
    }
}
