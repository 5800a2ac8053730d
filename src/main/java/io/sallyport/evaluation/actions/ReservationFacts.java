package io.sallyport.evaluation.actions;

import io.sallyport.evaluation.actions.Flights.Leg;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;

/** What the policies look at in a reservation, and in a change of one. */
final class ReservationFacts {

    /** Cents for a checked bag that is not free. */
    static final long BAG = 50_00;

    private ReservationFacts() {}

    static Facts of(Fields reservation, Flights flights, LocalDateTime now) {
        List<Leg> legs = reservation.all("flights").stream().map(flights::leg).toList();
        Duration age = Duration.between(Flights.moment(reservation.text("created_at")), now);
        return new Facts()
                .with("owner", reservation.text("user_id"))
                .with("cabin", reservation.text("cabin"))
                .with("insured", reservation.text("insurance").equals("yes"))
                .with("passengers", reservation.all("passengers").size())
                .with("bags", reservation.whole("total_baggages"))
                .with("minutes_old", Math.ceilDiv(age.toSeconds(), 60))
                .with("cancelled", reservation.text("status", "").equals("cancelled"))
                .with("traceable", legs.stream().allMatch(Leg::known))
                .with("begun", legs.stream().anyMatch(Leg::departed))
                .with(
                        "airline_cancelled",
                        legs.stream().anyMatch(leg -> leg.state().equals("cancelled")))
                .with("delayed", legs.stream().anyMatch(Leg::late));
    }

    static Facts change(Fields reservation, Trip trip) {
        return new Facts()
                .with(
                        "trip",
                        trip.facts(
                                reservation.text("origin"),
                                reservation.text("destination"),
                                reservation.text("flight_type").equals("round_trip"),
                                reservation.all("passengers").size()))
                .with("flights_changed", trip.hasOtherFlights())
                .with("cabin_changed", !trip.cabin().equals(reservation.text("cabin")))
                .with("drops_departed", trip.dropsDeparted())
                .with("difference", difference(reservation, trip));
    }

    /** Cents that all passengers still pay; negative: get back. */
    static long difference(Fields reservation, Trip trip) {
        return (trip.price() - trip.priceBefore())
                * reservation.all("passengers").size();
    }

    static Facts bags(Fields arguments, Fields reservation) {
        return new Facts()
                .with("total", arguments.whole("total_baggages"))
                .with("paid", arguments.whole("nonfree_baggages"))
                .with("paid_before", reservation.whole("nonfree_baggages"))
                .with("cabin", reservation.text("cabin"))
                .with("passengers", reservation.all("passengers").size());
    }

    static long bagCharge(Fields arguments, Fields reservation) {
        return BAG * Math.max(0, arguments.whole("nonfree_baggages") - reservation.whole("nonfree_baggages"));
    }

    static Facts passengers(Fields arguments, Fields reservation) {
        return new Facts()
                .with("passengers", arguments.all("passengers").size())
                .with("complete", complete(arguments.all("passengers")))
                .with("unchanged", arguments.all("passengers").equals(reservation.all("passengers")));
    }

    static boolean complete(List<Fields> passengers) {
        return passengers.stream()
                .allMatch(each -> List.of("first_name", "last_name", "dob").stream()
                        .noneMatch(name -> each.text(name, "").isBlank()));
    }
}
