package io.sallyport.gate.authorization;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import io.sallyport.gate.authorization.Request.Thing;
import io.sallyport.gate.authorization.Request.Uid;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Shows records to policies: the fields that the schema declares, and the days since a time where it asks for those. */
final class Projection {

    private static final String DAYS = "_days";

    /** Clocks of different machines. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final SchemaShape shape;
    private final Instant now;

    Projection(SchemaShape shape, Instant now) {
        this.shape = shape;
        this.now = now;
    }

    /** @param made attributes that are not fields of the record */
    Thing thing(Uid uid, BusinessRecord record, Map<String, FieldValue> made) {
        Map<String, FieldValue> attributes = new HashMap<>();
        shape.entities().getOrDefault(uid.type(), Map.of()).forEach((name, attribute) -> {
            Optional<FieldValue> value = Optional.ofNullable(made.get(name))
                    .or(() -> record.find(name))
                    .or(() -> name.endsWith(DAYS) ? days(record, name) : Optional.empty());
            value.ifPresent(found -> attributes.put(name, found));
            if (value.isEmpty() && attribute.isRequired()) {
                throw Unfit.missing(record.name() + " has no field " + name);
            }
        });
        return new Thing(uid, attributes);
    }

    /** The field that an attribute is made from. */
    static String field(String attribute) {
        return attribute.endsWith(DAYS) ? attribute.substring(0, attribute.length() - DAYS.length()) : attribute;
    }

    private Optional<FieldValue> days(BusinessRecord record, String name) {
        String field = field(name);
        return record.find(field).map(_ -> new FieldValue.Whole(daysSince(record, field)));
    }

    /**
     * Days that have begun since a time, so that a minute more than thirty days is the thirty-first; since a date, which says no
     * time, calendar days in UTC.
     */
    long daysSince(BusinessRecord record, String field) {
        Instant at = at(record, field);
        if (at.isAfter(now.plus(SKEW))) {
            throw Unfit.missing(record.name() + " says that its " + field + " lies ahead");
        }
        Duration since = Duration.between(at, now);
        long whole = since.toDays();
        boolean hasBegunAnother = !isDate(record.text(field).orElse("")) && since.compareTo(Duration.ofDays(whole)) > 0;
        return Math.max(0, hasBegunAnother ? whole + 1 : whole);
    }

    private static boolean isDate(String text) {
        return text.length() == "2026-11-20".length();
    }

    static Instant at(BusinessRecord record, String field) {
        String text = record.text(field)
                .orElseThrow(() -> Unfit.missing(record.name() + " does not say when it was " + field));
        try {
            return isDate(text)
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException _) {
            throw Unfit.missing(record.name() + " does not say clearly when it was " + field);
        }
    }
}
