package io.sallyport.evaluation.actions;

import io.sallyport.casefile.FieldValue;
import io.sallyport.gate.authorization.Request;
import io.sallyport.gate.authorization.Request.Thing;
import io.sallyport.gate.authorization.Request.Uid;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An airline: reservations are made, changed and cancelled, and certificates given. */
final class AirlineWorld implements World {

    /** The world's own present, of the same zone as all its times. */
    static final LocalDateTime NOW = LocalDateTime.of(2024, 5, 15, 15, 0);

    private static final String BALANCE = "amount";

    private final Records records;
    private final Flights flights;
    private final Set<String> changed = new HashSet<>();
    private final Set<String> booked = new HashSet<>();
    private int certificates;

    private AirlineWorld(Records records, Flights flights) {
        this.records = records;
        this.flights = flights;
    }

    /** @param folder with {@code users.json}, {@code reservations.json} and {@code flights.json} */
    static AirlineWorld load(Path folder) throws IOException {
        return of(
                Records.file(folder.resolve("users.json")),
                Records.file(folder.resolve("reservations.json")),
                Records.file(folder.resolve("flights.json")));
    }

    static AirlineWorld of(JsonNode users, JsonNode reservations, JsonNode flights) {
        return new AirlineWorld(
                new Records(Map.of("users", users, "reservations", reservations)), new Flights(flights));
    }

    @Override
    public World anew() {
        return new AirlineWorld(records.anew(), flights);
    }

    @Override
    public Optional<String> owner(RecordedCall call) {
        Fields arguments = call.arguments();
        return arguments.has("reservation_id")
                ? records.find("reservations", arguments.text("reservation_id", ""))
                        .map(reservation -> reservation.text("user_id", ""))
                : records.find("users", arguments.text("user_id", "")).map(_ -> arguments.text("user_id"));
    }

    @Override
    public List<Request> questions(RecordedCall call, String customer) {
        Fields arguments = call.arguments();
        return switch (call.name()) {
            case "send_certificate" -> certificate(call, customer);
            case "book_reservation" -> {
                Fields user = records.get("users", arguments.text("user_id"));
                Uid resource = new Uid("Airline::Customer", arguments.text("user_id"));
                Facts context = new Booking(arguments, flights)
                        .facts(new Wallet(user, BALANCE))
                        .with("contradicts", Travellers.contradict(arguments, user))
                        .with("seated", Travellers.seats(arguments).stream().anyMatch(taken(user)::contains));
                yield List.of(question(call, customer, new Thing(resource, traveller(resource.id())), context));
            }
            default -> {
                Fields reservation = records.get("reservations", arguments.text("reservation_id"));
                yield List.of(question(call, customer, thing(reservation), context(call, reservation)));
            }
        };
    }

    /** Seats that passengers of this customer have, also those booked in this conversation. */
    private Set<String> taken(Fields user) {
        Set<String> taken = new HashSet<>(booked);
        user.texts("reservations").stream()
                .flatMap(id -> records.find("reservations", id).stream())
                .filter(reservation -> !reservation.text("status", "").equals("cancelled"))
                .forEach(reservation -> taken.addAll(Travellers.seats(reservation)));
        return taken;
    }

    private List<Request> certificate(RecordedCall call, String customer) {
        Fields user = records.get("users", call.arguments().text("user_id"));
        Facts context =
                new Facts().with("amount", call.arguments().cents("amount")).with("given", certificates);
        return user.texts("reservations").stream()
                .map(id -> question(call, customer, thing(records.get("reservations", id)), context))
                .toList();
    }

    private Request question(RecordedCall call, String customer, Thing resource, Facts context) {
        Uid principal = new Uid("Airline::Customer", customer);
        Thing who = new Thing(principal, traveller(customer));
        return new Request(
                principal,
                new Uid("Airline::Action", call.name()),
                resource.uid(),
                context.map(),
                resource.uid().equals(principal) ? List.of(who) : List.of(who, resource));
    }

    private Map<String, FieldValue> traveller(String id) {
        return new Facts()
                .with("id", id)
                .with("membership", records.get("users", id).text("membership"))
                .map();
    }

    private Thing thing(Fields reservation) {
        String id = reservation.text("reservation_id");
        return new Thing(
                new Uid("Airline::Reservation", id),
                ReservationFacts.of(reservation, flights, NOW)
                        .with("changed", changed.contains(id))
                        .map());
    }

    private Facts context(RecordedCall call, Fields reservation) {
        Fields arguments = call.arguments();
        return switch (call.name()) {
            case "cancel_reservation" -> new Facts();
            case "update_reservation_flights" -> {
                Trip trip = trip(arguments, reservation);
                yield ReservationFacts.change(reservation, trip)
                        .with("payment", wallet(reservation).facts(arguments.text("payment_id")));
            }
            case "update_reservation_baggages" ->
                new Facts()
                        .with("bags", ReservationFacts.bags(arguments, reservation))
                        .with("charge", ReservationFacts.bagCharge(arguments, reservation))
                        .with("payment", wallet(reservation).facts(arguments.text("payment_id")));
            case "update_reservation_passengers" -> ReservationFacts.passengers(arguments, reservation);
            default -> throw new UnfitCall("there is no action " + call.name());
        };
    }

    private Trip trip(Fields arguments, Fields reservation) {
        return Trip.of(flights, arguments.text("cabin"), arguments.all("flights"), Optional.of(reservation));
    }

    private Wallet wallet(Fields reservation) {
        return new Wallet(records.get("users", reservation.text("user_id")), BALANCE);
    }

    @Override
    public void carryOut(RecordedCall call) {
        Fields arguments = call.arguments();
        switch (call.name()) {
            case "send_certificate" -> certificates++;
            case "book_reservation" -> {
                booked.addAll(Travellers.seats(arguments));
                arguments
                        .all("payment_methods")
                        .forEach(payment ->
                                spend(arguments.text("user_id"), payment.text("payment_id"), payment.cents("amount")));
            }
            default -> update(call, arguments, arguments.text("reservation_id"));
        }
    }

    private void update(RecordedCall call, Fields arguments, String id) {
        Fields before = new Fields(records.get("reservations", id).node().deepCopy());
        ObjectNode reservation = records.change("reservations", id);
        switch (call.name()) {
            case "cancel_reservation" -> reservation.put("status", "cancelled");
            case "update_reservation_flights" -> {
                Trip trip = trip(arguments, before);
                spend(before.text("user_id"), arguments.text("payment_id"), ReservationFacts.difference(before, trip));
                reservation.put("cabin", trip.cabin());
                ArrayNode legs = reservation.putArray("flights");
                trip.legs()
                        .forEach(each -> legs.addObject()
                                .put("flight_number", each.leg().number())
                                .put("date", each.leg().date())
                                .put("price", java.math.BigDecimal.valueOf(each.cents(), 2)));
            }
            case "update_reservation_baggages" -> {
                spend(
                        before.text("user_id"),
                        arguments.text("payment_id"),
                        ReservationFacts.bagCharge(arguments, before));
                reservation.put("total_baggages", arguments.whole("total_baggages"));
                reservation.put("nonfree_baggages", arguments.whole("nonfree_baggages"));
            }
            case "update_reservation_passengers" ->
                reservation.set("passengers", arguments.node().path("passengers"));
            default -> throw new UnfitCall("there is no action " + call.name());
        }
        if (call.name().equals("cancel_reservation") || call.name().equals("update_reservation_flights")) {
            changed.add(id);
        }
    }

    private void spend(String user, String method, long cents) {
        Wallet.spend(records.change("users", user), BALANCE, method, cents);
    }
}
