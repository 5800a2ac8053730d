package io.sallyport.evaluation;

import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.intake.Incoming;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.intake.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs messages through the whole desk and waits until each case has come to rest. Messages already taken in by a replay
 * that was killed are not taken in again.
 */
public final class Replay {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    /** Without any case coming to rest for this long, something is stuck: it is reported, not waited for. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final IntakeWatcher intake;
    private final CaseStore cases;
    private final InstantSource clock;

    public Replay(IntakeWatcher intake, CaseStore cases, InstantSource clock) {
        this.intake = intake;
        this.cases = cases;
        this.clock = clock;
    }

    /** A message that nothing became of. */
    public record Lost(String id, String why) {
        @Override
        public String toString() {
            return id + " (" + why + ")";
        }
    }

    /**
     * What a replay came to.
     *
     * @param lost messages whose case never came to rest, or that the desk refused
     * @param resumed messages that an earlier, killed replay had taken in already
     * @param before those of their cases that it had brought to rest, too
     */
    public record Result(List<ReplayedCase> cases, List<Lost> lost, int resumed, int before, Duration took) {
        public long count(String outcome) {
            return cases.stream().filter(one -> one.outcome().equals(outcome)).count();
        }

        /** Of the cases that came to rest in this run, which took this time; empty where none did. */
        public Optional<Double> findCasesPerSecond() {
            int now = cases.size() - before;
            return now == 0 ? Optional.empty() : Optional.of(now / Math.max(0.001, took.toMillis() / 1000.0));
        }
    }

    /** @param settled told of each case as it comes to rest */
    public Result run(String source, List<ReplayInput.Line> lines, Consumer<ReplayedCase> settled) {
        Instant start = clock.instant();
        List<Lost> lost = new ArrayList<>();
        Map<String, CaseId> waiting = new LinkedHashMap<>();
        Set<CaseId> working = working();
        int resumed = 0;
        Set<String> rested = new HashSet<>();
        List<ReplayedCase> done = new ArrayList<>();
        for (ReplayInput.Line line : lines) {
            Receipt receipt = intake.receive(incoming(source, line));
            if (receipt instanceof Receipt.AlreadyKnown(CaseId known, boolean _)) {
                resumed++;
                if (!working.contains(known)) {
                    rested.add(line.id());
                }
            }
            switch (receipt) {
                case Receipt.Opened(CaseId id, String _) -> waiting.put(line.id(), id);
                case Receipt.Joined(CaseId id) -> waiting.put(line.id(), id);
                case Receipt.AlreadyKnown(CaseId id, boolean _) -> waiting.put(line.id(), id);
                case Receipt.Refused(String why) -> lost.add(new Lost(line.id(), "refused: " + why));
            }
        }
        Instant lastProgress = clock.instant();
        while (!waiting.isEmpty() && clock.instant().isBefore(lastProgress.plus(PATIENCE))) {
            List<ReplayedCase> fresh = collect(waiting);
            fresh.forEach(settled);
            done.addAll(fresh);
            if (!fresh.isEmpty()) {
                lastProgress = clock.instant();
            }
            if (!waiting.isEmpty()) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
        waiting.forEach((line, id) -> lost.add(new Lost(line, id + " never came to rest")));
        int before =
                (int) done.stream().filter(one -> rested.contains(one.id())).count();
        return new Result(
                List.copyOf(done), List.copyOf(lost), resumed, before, Duration.between(start, clock.instant()));
    }

    private List<ReplayedCase> collect(Map<String, CaseId> waiting) {
        List<ReplayedCase> fresh = new ArrayList<>();
        Set<CaseId> working = working();
        waiting.forEach((line, id) -> {
            if (!working.contains(id)) {
                List<CaseEvent> events = cases.events(id);
                ReplayedCase.of(line, CaseRecord.fold(events), events).ifPresent(fresh::add);
            }
        });
        fresh.forEach(one -> waiting.remove(one.id()));
        return fresh;
    }

    private Set<CaseId> working() {
        return cases.list(new CaseStore.Query("at work", "", false, Integer.MAX_VALUE)).stream()
                .filter(summary -> !summary.isAwaitingDecision())
                .map(CaseStore.Summary::id)
                .collect(Collectors.toSet());
    }

    private Incoming incoming(String source, ReplayInput.Line line) {
        return Incoming.words(
                        source, line.id(), line.channel(), line.from(), line.subject(), line.text(), clock.instant())
                .asHistory();
    }
}
