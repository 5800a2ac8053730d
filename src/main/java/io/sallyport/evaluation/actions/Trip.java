package io.sallyport.evaluation.actions;

import io.sallyport.evaluation.actions.Flights.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A trip as a call wants it.
 *
 * @param legs in the order they are flown
 * @param kept legs of the reservation as it is, with their prices; empty for a new one
 */
record Trip(String cabin, List<Priced> legs, List<Priced> kept) {

    /**
     * @param cents for one passenger
     * @param asKept the reservation has this very leg in this cabin, at the price it was booked for
     * @param asNamed the call says no other price
     */
    record Priced(Leg leg, long cents, boolean asKept, boolean asNamed) {}

    /** @param before the reservation, or nothing for a new booking */
    static Trip of(Flights flights, String cabin, List<Fields> named, Optional<Fields> before) {
        List<Priced> kept = new ArrayList<>();
        before.ifPresent(reservation -> reservation
                .all("flights")
                .forEach(each -> kept.add(new Priced(flights.leg(each), each.cents("price"), true, true))));
        boolean sameCabin = before.filter(
                        reservation -> reservation.text("cabin").equals(cabin))
                .isPresent();
        List<Priced> legs = new ArrayList<>();
        for (Fields each : named) {
            Leg leg = flights.leg(each);
            Optional<Priced> same =
                    kept.stream().filter(old -> sameCabin && old.leg().is(leg)).findFirst();
            long cents = same.map(Priced::cents).orElse(leg.price(cabin));
            legs.add(new Priced(leg, cents, same.isPresent(), !each.has("price") || each.cents("price") == cents));
        }
        if (legs.isEmpty()) {
            throw new UnfitCall("no flights");
        }
        return new Trip(cabin, List.copyOf(legs), List.copyOf(kept));
    }

    Facts facts(String origin, String destination, boolean isRoundTrip, long passengers) {
        return new Facts()
                .with("cabin", cabin)
                .with("route", leads(origin, destination, isRoundTrip))
                .with("connects", pairs((before, after) -> !after.departure().isBefore(before.arrival())))
                .with(
                        "seats",
                        legs.stream()
                                .allMatch(each -> each.asKept() || each.leg().bookable(cabin, passengers)))
                .with("prices", legs.stream().allMatch(Priced::asNamed));
    }

    private boolean leads(String origin, String destination, boolean isRoundTrip) {
        String end = legs.getLast().leg().destination();
        return legs.getFirst().leg().origin().equals(origin)
                && pairs((before, after) -> before.destination().equals(after.origin()))
                && end.equals(isRoundTrip ? origin : destination)
                && legs.stream().anyMatch(each -> each.leg().destination().equals(destination));
    }

    private boolean pairs(java.util.function.BiPredicate<Leg, Leg> test) {
        return IntStream.range(1, legs.size())
                .allMatch(at -> test.test(legs.get(at - 1).leg(), legs.get(at).leg()));
    }

    boolean hasOtherFlights() {
        return legs.size() != kept.size()
                || IntStream.range(0, legs.size())
                        .anyMatch(at -> !legs.get(at).leg().is(kept.get(at).leg()));
    }

    boolean dropsDeparted() {
        return kept.stream()
                .map(Priced::leg)
                .filter(Leg::departed)
                .anyMatch(old -> legs.stream().noneMatch(each -> each.leg().is(old)));
    }

    /** Cents that one passenger pays for all legs. */
    long price() {
        return legs.stream().mapToLong(Priced::cents).sum();
    }

    long priceBefore() {
        return kept.stream().mapToLong(Priced::cents).sum();
    }
}
