package io.sallyport.gate.authorization;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/**
 * How long decisions take, in microseconds, once warm.
 *
 * @param processorP99 of the processor's time alone, for machines that others keep busy
 */
public record DecisionTimes(int decisions, int policies, long p50, long p99, long longest, long processorP99) {

    /** @param requests asked in turn */
    public static DecisionTimes measure(CedarEngine engine, List<Request> requests, int decisions) {
        for (int i = 0; i < decisions / 5; i++) {
            engine.decide(requests.get(i % requests.size()));
        }
        var threads = ManagementFactory.getThreadMXBean();
        long[] micros = new long[decisions];
        long[] processor = new long[decisions];
        for (int i = 0; i < decisions; i++) {
            long beginProcessor = threads.getCurrentThreadCpuTime();
            long begin = System.nanoTime();
            engine.decide(requests.get(i % requests.size()));
            micros[i] = (System.nanoTime() - begin) / 1_000;
            processor[i] = (threads.getCurrentThreadCpuTime() - beginProcessor) / 1_000;
        }
        Arrays.sort(micros);
        Arrays.sort(processor);
        return new DecisionTimes(
                decisions,
                engine.policies().size(),
                micros[decisions / 2],
                micros[decisions - 1 - decisions / 100],
                micros[decisions - 1],
                processor[decisions - 1 - decisions / 100]);
    }
}
