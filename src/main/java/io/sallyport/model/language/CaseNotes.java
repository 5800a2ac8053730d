package io.sallyport.model.language;

import io.sallyport.casefile.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a step's agents and gates asked of models and tools, for the step to append to its case. It follows the thread, so
 * that nobody who asks can forget to hand it on; outside a step, in checks and evaluations, nothing is kept.
 */
public final class CaseNotes {

    private static final ScopedValue<CaseNotes> OPEN = ScopedValue.newInstance();

    private final List<Fact> facts = new ArrayList<>();

    private CaseNotes() {}

    /** Keeps what is noted while this runs, on this thread. */
    public static <T> T during(Supplier<T> step) {
        return ScopedValue.where(OPEN, new CaseNotes()).call(step::get);
    }

    public static void note(Fact fact) {
        if (OPEN.isBound()) {
            OPEN.get().add(fact);
        }
    }

    /** What has been noted since this was asked last, in order. */
    public static List<Fact> take() {
        return OPEN.isBound() ? OPEN.get().drain() : List.of();
    }

    private synchronized void add(Fact fact) {
        facts.add(fact);
    }

    private synchronized List<Fact> drain() {
        var drained = List.copyOf(facts);
        facts.clear();
        return drained;
    }
}
