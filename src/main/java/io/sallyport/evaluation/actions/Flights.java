package io.sallyport.evaluation.actions;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The airline's flights, each on the days it flies. All times are of one zone. */
record Flights(JsonNode byNumber) {

    /** Later than its time-table by this much, a flight counts as late (US Department of Transportation). */
    private static final int LATE_MINUTES = 15;

    private static final Set<String> STATES =
            Set.of("available", "delayed", "on time", "flying", "landed", "cancelled");

    /** A flight on a day. */
    record Leg(String number, String date, Fields flight, Fields day) {

        boolean known() {
            return STATES.contains(state());
        }

        String state() {
            return day.text("status", "");
        }

        boolean departed() {
            return state().equals("flying") || state().equals("landed");
        }

        boolean late() {
            return state().equals("delayed")
                    || (state().equals("landed")
                            && !actualArrival().isBefore(arrival().plusMinutes(LATE_MINUTES)));
        }

        String origin() {
            return flight.text("origin");
        }

        String destination() {
            return flight.text("destination");
        }

        LocalDateTime departure() {
            return time(flight.text("scheduled_departure_time_est"));
        }

        LocalDateTime arrival() {
            return time(flight.text("scheduled_arrival_time_est"));
        }

        private LocalDateTime actualArrival() {
            return moment(day.text("actual_arrival_time_est"));
        }

        /** @param text such as {@code 01:30:00+1}, half past one on the day after */
        private LocalDateTime time(String text) {
            String[] parts = text.split("\\+", 2);
            return moment(date + "T" + parts[0]).plusDays(parts.length > 1 ? Long.parseLong(parts[1]) : 0);
        }

        boolean bookable(String cabin, long passengers) {
            return state().equals("available")
                    && day.in("available_seats").has(cabin)
                    && day.in("available_seats").whole(cabin) >= passengers;
        }

        /** Cents for one passenger today. */
        long price(String cabin) {
            return day.in("prices").has(cabin) ? day.in("prices").cents(cabin) : 0;
        }

        boolean is(Leg other) {
            return number.equals(other.number) && date.equals(other.date);
        }
    }

    Leg leg(Fields named) {
        String number = named.text("flight_number");
        Fields flight = new Fields(byNumber.path(number));
        if (!flight.node().isObject()) {
            throw new UnfitCall("there is no flight '" + number + "'");
        }
        String date = named.text("date");
        return new Leg(number, date, flight, flight.in("dates").in(date));
    }

    static LocalDateTime moment(String text) {
        try {
            return text.indexOf('T') < 0 ? LocalDate.parse(text).atTime(LocalTime.MIDNIGHT) : LocalDateTime.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new UnfitCall("'" + text + "' is no time");
        }
    }
}
