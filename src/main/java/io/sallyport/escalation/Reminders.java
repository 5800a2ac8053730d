package io.sallyport.escalation;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/** Reminds those who have a case, or may decide on what is held, and have decided nothing in time. May be shared between threads. */
public final class Reminders {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Cadence cadence;

    public Reminders(Cadence cadence) {
        this.cadence = cadence;
    }

    /** @param record of a case that is with people, or of which something is held */
    public Fact.Reminded remind(CaseRecord record, Instant now) {
        int count = record.handOver().reminders() + 1;
        // A step that is run again after a crash begins from the same version, and so plans the same errand.
        String occasion = Errand.reminderAt(record.version());
        var errands = new ArrayList<Errand>();
        errands.add(new Errand(Errand.Kind.CHAT, occasion, "", title(record, count), text(record, count, now)));
        if (priority(record) == Priority.P1) {
            errands.add(new Errand(Errand.Kind.PAGE, occasion, "", title(record, count), text(record, count, now)));
        }
        return new Fact.Reminded(count, cadence.next(record, now), errands);
    }

    private static Priority priority(CaseRecord record) {
        return record.findings().triage().map(Triage::priority).orElse(Priority.P3);
    }

    private static String title(CaseRecord record, int count) {
        return priority(record) + " " + record.id() + " waits for a decision, reminder " + count;
    }

    private static String text(CaseRecord record, int count, Instant now) {
        Optional<String> held = HeldWords.of(record);
        if (!(record.standing() instanceof Standing.WithPeople people)) {
            Instant since = record.handOver().heldSince().orElse(now);
            return "%s, queue %s: %s. %s."
                    .formatted(record.id(), record.queue(), held.orElse("it waits for a decision"), waited(since, now));
        }
        String who = record.findLoser(count)
                .map(owner -> owner + " had it, and it is free again")
                .or(() -> people.owner().map(owner -> owner + " has it"))
                .orElse("nobody has claimed it");
        return "%s in the queue %s: %s%s. %s."
                .formatted(
                        record.id(),
                        people.queue(),
                        who,
                        held.map(what -> ", and " + what).orElse(""),
                        waited(people.since(), now));
    }

    private static String waited(Instant since, Instant now) {
        return "It has waited for " + length(Duration.between(since, now)) + ", since " + TIME.format(since);
    }

    private static String length(Duration waited) {
        if (waited.toHours() < 1) {
            return waited.toMinutes() + " min";
        }
        return waited.toDays() < 2
                ? waited.toHours() + " h " + waited.toMinutesPart() + " min"
                : waited.toDays() + " days";
    }
}
