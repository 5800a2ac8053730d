package io.sallyport.model.language;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What came back from asking a model one question. Whoever asks must say what happens in both cases. */
public sealed interface Answer<A> {

    /** What it cost, failed or not: a truncated answer is paid for like a whole one. */
    Usage usage();

    /**
     * The model answered in the shape asked for. Whether it is true is for the gates to find out.
     *
     * @param model which one, as in the settings: not the role's own where that failed and another stood in
     */
    record Said<A>(A value, Usage usage, String model) implements Answer<A> {

        /** Read, and nobody has said yet by whom. */
        public Said(A value, Usage usage) {
            this(value, usage, "");
        }
    }

    /**
     * No usable answer came back; the caller treats it as a stop, not as a no.
     *
     * @param why for a log line: without anything the model or the customer wrote
     * @param pause how long the vendor asks to be left alone; zero when it did not say
     * @param tried every model that was asked and what went wrong there, in their order
     */
    record Failed<A>(Fault fault, String why, Usage usage, Duration pause, List<Tried> tried) implements Answer<A> {

        public Failed {
            tried = List.copyOf(tried);
        }

        public Failed(Fault fault, String why, Usage usage, Duration pause) {
            this(fault, why, usage, pause, List.of());
        }

        public Failed(Fault fault, String why, Usage usage) {
            this(fault, why, usage, Duration.ZERO);
        }
    }

    /** One model that gave no usable answer, after how many calls. */
    record Tried(String model, Fault fault, String why, int calls) {}

    /** What went wrong, as kinds one can count. */
    enum Fault {
        /** No JSON where JSON was asked for, nothing at all, or not what the vendor's protocol promises. */
        UNREADABLE,
        /** The model reached the longest answer allowed. */
        TRUNCATED,
        /** The model, or a filter before it, declined. */
        REFUSED,
        /** Words around the JSON: what else the model meant to say is unknown. */
        EXTRA_TEXT,
        /** JSON of another shape than the one asked for. */
        WRONG_SCHEMA,
        RATE_LIMITED,
        OVERLOADED,
        TIMED_OUT,
        /** No connection, or it broke before the answer was whole. */
        UNREACHABLE,
        SERVER_ERROR,
        /** The vendor did not take the question: a wrong key, no such model, a request it does not understand. */
        REJECTED,
        /** Not asked: it failed too often lately, and is left alone for a while. */
        SUSPENDED,
        /** Not asked: what the call, the case, the lane or the day may cost is spent. */
        BUDGET_SPENT;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
