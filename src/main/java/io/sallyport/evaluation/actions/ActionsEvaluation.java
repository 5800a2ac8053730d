package io.sallyport.evaluation.actions;

import io.sallyport.gate.authorization.CedarEngine;
import io.sallyport.gate.authorization.Request;
import io.sallyport.gate.authorization.Ruling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Judges recorded calls, each conversation in its order and beginning with the world as it is at the start. What is allowed is
 * carried out in that conversation's records, so that the next call of it finds them changed; what is stopped is not.
 */
public final class ActionsEvaluation {

    /** Times over all calls: the first ones warm the machine up, the others are timed. */
    private static final int WARM_UP = 5;

    private static final int TIMED = 10;

    /** A world by its name. */
    public enum Name {
        AIRLINE,
        RETAIL;

        public String folder() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        World load(Path data) throws IOException {
            return switch (this) {
                case AIRLINE -> AirlineWorld.load(data);
                case RETAIL -> RetailWorld.load(data);
            };
        }
    }

    /** @param because the policies that spoke, or why there was nothing to ask */
    public record Outcome(RecordedCall call, boolean allowed, List<String> because) {}

    /** Of one label. */
    public record Count(int n, int allowed) {
        Count plus(boolean isAllowed) {
            return new Count(n + 1, allowed + (isAllowed ? 1 : 0));
        }
    }

    private final CedarEngine engine;
    private final World start;

    ActionsEvaluation(CedarEngine engine, World start) {
        this.engine = engine;
        this.start = start;
    }

    /**
     * @param data folder of the world's records
     * @param policies folder of its policies and schema
     */
    public static ActionsEvaluation load(Name world, Path data, Path policies) throws IOException {
        return new ActionsEvaluation(CedarEngine.load(policies), world.load(data));
    }

    /** @throws IllegalArgumentException naming file and line of a row that cannot be read */
    public List<Outcome> run(Path writes) throws IOException {
        return run(RecordedCall.read(writes));
    }

    List<Outcome> run(List<RecordedCall> calls) {
        return judge(calls, new Times());
    }

    /**
     * Microseconds within which half and 99 of 100 decisions are made.
     *
     * @param p99Processor without waiting for a processor that others keep busy
     */
    public record Latency(long p50, long p99, long p99Processor) {}

    /** Nanoseconds of each decision, by the clock and on the processor. */
    private record Times(List<Long> clock, List<Long> processor) {
        Times() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private static final java.lang.management.ThreadMXBean THREADS =
            java.lang.management.ManagementFactory.getThreadMXBean();

    /** How long a decision takes once warm: facts, question and answer. */
    public Latency latency(Path writes) throws IOException {
        List<RecordedCall> calls = RecordedCall.read(writes);
        for (int round = 0; round < WARM_UP; round++) {
            judge(calls, new Times());
        }
        var times = new Times();
        for (int round = 0; round < TIMED; round++) {
            judge(calls, times);
        }
        return new Latency(micros(times.clock(), 0.5), micros(times.clock(), 0.99), micros(times.processor(), 0.99));
    }

    private static long micros(List<Long> nanos, double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * share) - 1) / 1000;
    }

    private List<Outcome> judge(List<RecordedCall> calls, Times times) {
        Map<String, Talk> talks = new HashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (RecordedCall call : calls) {
            Talk talk = talks.computeIfAbsent(call.conversation(), _ -> new Talk(start.anew()));
            long before = System.nanoTime();
            long processor = THREADS.getCurrentThreadCpuTime();
            Outcome outcome = talk.judge(call);
            times.processor().add(THREADS.getCurrentThreadCpuTime() - processor);
            times.clock().add(System.nanoTime() - before);
            if (outcome.allowed()) {
                talk.world.carryOut(call);
            }
            outcomes.add(outcome);
        }
        return outcomes;
    }

    /** A conversation. Its customer is who owns the first record that it is about: nobody else's may be touched in it. */
    private final class Talk {
        private final World world;
        private String customer = "";

        Talk(World world) {
            this.world = world;
        }

        Outcome judge(RecordedCall call) {
            try {
                if (customer.isEmpty()) {
                    customer = world.owner(call).orElse("");
                }
                return decide(call, world.questions(call, customer));
            } catch (UnfitCall | ArithmeticException unfit) {
                return new Outcome(call, false, List.of(String.valueOf(unfit.getMessage())));
            }
        }
    }

    private Outcome decide(RecordedCall call, List<Request> questions) {
        var spoke = new TreeSet<String>();
        for (Request question : questions) {
            Ruling ruling = engine.decide(question);
            if (ruling.allowed()) {
                return new Outcome(call, true, ruling.spoke());
            }
            spoke.addAll(ruling.spoke());
            spoke.addAll(ruling.errors());
        }
        return new Outcome(call, false, spoke.isEmpty() ? List.of("no policy permits it") : List.copyOf(spoke));
    }

    public static Map<String, Count> byLabel(List<Outcome> outcomes) {
        Map<String, Count> counts = new TreeMap<>();
        outcomes.forEach(outcome -> counts.compute(
                outcome.call().label(),
                (_, before) -> (before == null ? new Count(0, 0) : before).plus(outcome.allowed())));
        return counts;
    }
}
