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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By when a customer may be told to hear from a person: when the first answer is due, but never earlier than the queue has
 * lately needed, nor than that stretched by as much as fewer people serve it now. May be shared between threads.
 */
public final class ExpectedWait {

    /** With fewer waits a share of them says nothing. */
    static final int LEAST_SAMPLE = 10;

    /** Waits looked at: the latest of the queue. */
    static final int SAMPLE = 50;

    /**
     * Nine of ten waits of the sample, those that go on counted so far, were not longer; who promises the median breaks every
     * second promise.
     */
    static final double SHARE = 0.9;

    /** What waits for longer is no measure of what comes in now. */
    private static final Duration LOOK_BACK = Duration.ofDays(14);

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

    /** How long its cases lately waited, in words, the urgent where no others tell; empty when there are too few to say. */
    Optional<String> pace(String queue) {
        Instant now = clock.instant();
        return usual(queue, Priority.P3, now)
                .or(() -> usual(queue, Priority.P1, now))
                .map(Usual::because);
    }

    private record Usual(Instant by, String because) {}

    private Optional<Usual> usual(String queue, Priority priority, Instant now) {
        List<Waited> latest = waits.latest(queue, priority);
        boolean always = DueTimes.isAroundTheClock(priority);
        List<Duration> taken = latest.stream()
                .map(wait -> length(wait.since(), wait.taken(), always))
                .toList();
        Duration shown = taken.isEmpty() ? Duration.ZERO : longestOfNineInTen(taken);
        Instant from = sampledFrom(latest, now);
        List<Duration> open = waits.waiting(queue, priority).stream()
                .filter(since -> !since.isBefore(from))
                .map(since -> length(since, now, always))
                .filter(age -> age.compareTo(shown) > 0)
                .toList();
        List<Duration> lengths = Stream.concat(taken.stream(), open.stream()).toList();
        if (lengths.size() < LEAST_SAMPLE) {
            return Optional.empty();
        }
        Duration needed = longestOfNineInTen(lengths);
        Shift shift = Shift.of(latest, waits.serving(queue));
        Duration usual = shift.stretch(needed);
        Instant by = always ? now.plus(usual) : dueTimes.calendar().after(now, usual);
        String because = "nine of ten of the last %d %scases of the queue %s %s %d min%s%s"
                .formatted(
                        lengths.size(),
                        always ? "urgent " : "",
                        queue,
                        open.isEmpty()
                                ? "were taken within"
                                : "(%d of them wait still) waited no longer than".formatted(open.size()),
                        needed.toMinutes(),
                        always ? "" : " of office time",
                        shift.isShort() ? shift.words() : "");
        return Optional.of(new Usual(roundedUp(by), because));
    }

    private Duration length(Instant since, Instant until, boolean isAroundTheClock) {
        return isAroundTheClock
                ? Duration.between(since, until)
                : dueTimes.calendar().between(since, until);
    }

    private static Duration longestOfNineInTen(List<Duration> lengths) {
        return lengths.stream().sorted().toList().get((int) Math.ceil(SHARE * lengths.size()) - 1);
    }

    /** What was forgotten long before the sample began says nothing of how fast the queue is. */
    private static Instant sampledFrom(List<Waited> latest, Instant now) {
        Instant lookBack = now.minus(LOOK_BACK);
        return latest.stream()
                .map(Waited::since)
                .min(Comparator.naturalOrder())
                .filter(lookBack::isBefore)
                .orElse(lookBack);
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
