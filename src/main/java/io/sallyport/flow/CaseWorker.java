package io.sallyport.flow;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.CaseMoved;
import io.sallyport.casefile.Fact;
import io.sallyport.model.language.CaseNotes;
import io.sallyport.platform.Places;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable loop: folds a case, asks {@link TicketLife}, runs the step outside any transaction, appends what it found
 * under the version fence, and goes on until the case must wait. May be run for one case by several threads or nodes at
 * once: the fence lets one of them through.
 */
final class CaseWorker {

    private static final Logger LOG = LoggerFactory.getLogger(CaseWorker.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final CaseStore store;
    private final Journal journal;
    private final Steps steps;
    private final WakeUps wakeUps;
    private final Places places;
    private final InstantSource clock;

    CaseWorker(CaseStore store, Steps steps, WakeUps wakeUps, Places places, InstantSource clock) {
        this.store = store;
        this.journal = new Journal(store);
        this.steps = steps;
        this.wakeUps = wakeUps;
        this.places = places;
        this.clock = clock;
    }

    /** @param wakeUp that was picked for it */
    void work(String wakeUp) {
        CaseId id = WakeUps.caseOf(wakeUp);
        CaseRecord record = places.work(WakeUps.URGENCY_UNREAD, () -> store.load(id));
        try {
            while (true) {
                long version = record.version();
                switch (TicketLife.next(record)) {
                    case Next.Run(Step step) -> record = runOrNoteFailure(record, step);
                    case Next.RunAt(Instant time, Step step)
                    when isDue(time) -> record = runOrNoteFailure(record, step);
                    case Next.RunAt(Instant time, Step _) -> {
                        wakeUps.wakeAt(record, time, wakeUp);
                        return;
                    }
                    case Next.Wait _ -> {
                        return;
                    }
                }
                if (record.version() == version) {
                    // The same step would come next, in a circle without a pause.
                    LOG.warn("a step changed nothing case={}", record.id());
                    wakeUps.wakeAt(record, clock.instant().plus(FIRST_PAUSE), wakeUp);
                    return;
                }
            }
        } catch (CaseMoved moved) {
            // Whoever moved it has also asked for a wake-up; what was found for the old version is dropped.
            LOG.debug("dropped a result case={} because={}", id, moved.getMessage());
        }
    }

    private boolean isDue(Instant time) {
        return !clock.instant().isBefore(time);
    }

    private CaseRecord runOrNoteFailure(CaseRecord record, Step step) {
        return places.work(WakeUps.urgency(record), () -> CaseNotes.during(() -> tryStep(record, step)));
    }

    /** One of the three places that may catch anything: a step that breaks must not lose its case. */
    private CaseRecord tryStep(CaseRecord record, Step step) {
        try {
            return steps.run(step, record);
        } catch (CaseMoved moved) {
            throw moved;
        } catch (RuntimeException | LinkageError | StackOverflowError broken) {
            // A list that cannot be read breaks the class that holds it; a text may lead an expression too deep.
            return noteFailure(record, step, broken);
        }
    }

    private CaseRecord noteFailure(CaseRecord record, Step step, Throwable broken) {
        // Read again: the step may have appended before it broke.
        List<CaseEvent> events = store.events(record.id());
        CaseRecord current = CaseRecord.fold(events);
        if (current.findOpenEffect().isEmpty()
                && (isOvertaken(events, record.version()) || hasGoneOn(record, current))) {
            return journal.writeNotes(current);
        }
        int attempt = 1 + Tries.failedSinceNews(events, step);
        LOG.warn("a step failed case={} step={} attempt={}", record.id(), step, attempt, broken);
        Instant retryAt = clock.instant().plus(pause(attempt));
        String fault = broken.getClass().getSimpleName();
        var failed = new Fact.StepFailed(step.name(), fault, attempt, retryAt);
        return journal.write(
                current,
                Actor.DESK,
                Stream.concat(Stream.of(failed), steps.afterLastTry(failed, current).stream())
                        .toArray(Fact[]::new));
    }

    /** What broke was for a case that is another one by now: words of the customer or a person's decision begin anew. */
    private static boolean isOvertaken(List<CaseEvent> events, long version) {
        return events.stream()
                .skip(version)
                .anyMatch(event -> event.fact() instanceof Fact.MessageReceived
                        || event.actor().kind() == Actor.Kind.PERSON);
    }

    /** What it had to do is done. */
    private static boolean hasGoneOn(CaseRecord before, CaseRecord now) {
        return now.version() != before.version()
                && (now.answer().getClass() != before.answer().getClass()
                        || now.bridge().getClass() != before.bridge().getClass());
    }

    private static Duration pause(int attempt) {
        return FIRST_PAUSE.multipliedBy(1L << (2 * (Math.min(attempt, TicketLife.TRIES) - 1)));
    }
}
