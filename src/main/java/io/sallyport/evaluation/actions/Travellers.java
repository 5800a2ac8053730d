package io.sallyport.evaluation.actions;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who travels, in a booking or a reservation. */
final class Travellers {

    private Travellers() {}

    /** Each passenger on each flight. */
    static Set<String> seats(Fields trip) {
        List<String> passengers = trip.all("passengers").stream()
                .map(each -> Person.of(each).toString())
                .toList();
        return trip.all("flights").stream()
                .map(leg -> leg.text("flight_number") + " " + leg.text("date"))
                .flatMap(leg -> passengers.stream().map(passenger -> leg + " " + passenger))
                .collect(Collectors.toSet());
    }

    /** Whether somebody has the name of the customer, or of a passenger saved in the profile, with another date of birth. */
    static boolean contradict(Fields booking, Fields profile) {
        Set<String> names = people(profile).map(Person::name).collect(Collectors.toSet());
        Set<Person> people = people(profile).collect(Collectors.toSet());
        return booking.all("passengers").stream()
                .map(Person::of)
                .anyMatch(each -> names.contains(each.name()) && !people.contains(each));
    }

    private static Stream<Person> people(Fields profile) {
        Stream<Fields> saved = profile.has("saved_passengers") ? profile.all("saved_passengers").stream() : Stream.of();
        return Stream.concat(
                Stream.of(new Person(Person.name(profile.in("name")), profile.text("dob", ""))), saved.map(Person::of));
    }

    private record Person(String name, String born) {

        static Person of(Fields passenger) {
            return new Person(name(passenger), passenger.text("dob", ""));
        }

        static String name(Fields named) {
            return named.text("first_name", "") + " " + named.text("last_name", "");
        }
    }
}
