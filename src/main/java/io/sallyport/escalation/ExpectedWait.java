package io.sallyport.escalation;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Expectation;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import io.sallyport.escalation.QueueWaits.Waited;
import io.sallyport.triage.DueTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * By when a customer may be told to hear from a person: when the first answer is due, but never earlier than the queue has
 * lately needed, nor than that stretched by as much as fewer people serve it now. May be shared between threads.
 */
public final class ExpectedWait {

    /** With fewer waits a share of them says nothing. */
    static final int LEAST_SAMPLE = 10;

    /** Waits looked at: the latest of the queue. */
    static final int SAMPLE = 50;

    /** Nine of ten waits of the sample were not longer; who promises the median breaks every second promise. */
    static final double SHARE = 0.9;

    /** Figures of a queue are not exact to the minute. */
    private static final long MINUTES = 15;

    private final DueTimes dueTimes;
    private final QueueWaits waits;
    private final InstantSource clock;

    public ExpectedWait(DueTimes dueTimes, QueueWaits waits, InstantSource clock) {
        this.dueTimes = dueTimes;
        this.waits = waits;
        this.clock = clock;
    }

    /** @param record of a case that is with people */
    public Expectation estimate(CaseRecord record) {
        Instant now = clock.instant();
        Priority priority = record.findings().triage().map(Triage::priority).orElse(Priority.P3);
        Instant due = firstAnswerDue(record, priority, now);
        Optional<Usual> usual = usual(queue(record), priority, now);
        String zone = zone(record);
        String sla = priority + ": a first answer is due then";
        return usual.filter(needed -> needed.by().isAfter(due))
                .map(needed -> new Expectation(needed.by(), zone, needed.because()))
                .orElseGet(() -> new Expectation(due, zone, sla));
    }

    /** What was due in the past, as after an outage, is due anew from now. */
    private Instant firstAnswerDue(CaseRecord record, Priority priority, Instant now) {
        return record.findings()
                .triage()
                .map(triage -> triage.sla().firstAnswerDue().truncatedTo(ChronoUnit.MINUTES))
                .filter(now::isBefore)
                .orElseGet(() -> dueTimes.of(priority, now).firstAnswerDue().truncatedTo(ChronoUnit.MINUTES));
    }

    /** How long cases of this queue lately waited, in words; empty when there are too few to say. */
    Optional<String> pace(String queue) {
        return usual(queue, Priority.P3, clock.instant()).map(Usual::because);
    }

    private record Usual(Instant by, String because) {}

    private Optional<Usual> usual(String queue, Priority priority, Instant now) {
        List<Waited> latest = waits.latest(queue);
        if (latest.size() < LEAST_SAMPLE) {
            return Optional.empty();
        }
        boolean always = DueTimes.isAroundTheClock(priority);
        List<Duration> lengths = latest.stream()
                .map(wait -> always
                        ? Duration.between(wait.since(), wait.taken())
                        : dueTimes.calendar().between(wait.since(), wait.taken()))
                .sorted()
                .toList();
        Duration needed = lengths.get((int) Math.ceil(SHARE * lengths.size()) - 1);
        Shift shift = Shift.of(latest, waits.serving(queue));
        Duration usual = shift.stretch(needed);
        Instant by = always ? now.plus(usual) : dueTimes.calendar().after(now, usual);
        String because = "nine of ten of the last %d cases of the queue %s were taken within %d min%s%s"
                .formatted(
                        lengths.size(),
                        queue,
                        needed.toMinutes(),
                        always ? "" : " of office time",
                        shift.isShort() ? shift.words() : "");
        return Optional.of(new Usual(roundedUp(by), because));
    }

    /**
     * Those who took the cases of the sample, and those who serve the queue now. More hands promise nothing: only the past has
     * shown how fast the queue can be.
     */
    private record Shift(long took, long serve) {

        static Shift of(List<Waited> waits, int serving) {
            return new Shift(
                    waits.stream()
                            .map(Waited::by)
                            .filter(person -> !person.isEmpty())
                            .distinct()
                            .count(),
                    serving);
        }

        boolean isShort() {
            return serve > 0 && took > serve;
        }

        Duration stretch(Duration needed) {
            return isShort() ? needed.multipliedBy(took).dividedBy(serve) : needed;
        }

        String words() {
            return ", by %d people; %s now, so that it is expected to take longer"
                    .formatted(took, serve == 1 ? "one serves it" : serve + " serve it");
        }
    }

    private static Instant roundedUp(Instant by) {
        long step = Duration.ofMinutes(MINUTES).toSeconds();
        return Instant.ofEpochSecond(Math.ceilDiv(by.getEpochSecond() + 1, step) * step);
    }

    private static String queue(CaseRecord record) {
        return record.standing() instanceof Standing.WithPeople people ? people.queue() : "";
    }

    /** The customer's own, else the company's. */
    private String zone(CaseRecord record) {
        return record.findings()
                .triage()
                .map(triage -> triage.customer().zone())
                .filter(zone -> !zone.isEmpty())
                .orElseGet(() -> dueTimes.calendar().zone().getId());
    }
}
