package io.sallyport.model.language;

import java.time.Duration;
import java.util.Locale;

/** What came back from asking a model one question. Whoever asks must say what happens in both cases. */
public sealed interface Answer<A> {

    /** What it cost, failed or not: a truncated answer is paid for like a whole one. */
    Usage usage();

    /** The model answered in the shape asked for. Whether it is true is for the gates to find out. */
    record Said<A>(A value, Usage usage) implements Answer<A> {}

    /**
     * No usable answer came back; the caller treats it as a stop, not as a no.
     *
     * @param why for a log line: without anything the model or the customer wrote
     * @param pause how long the vendor asks to be left alone; zero when it did not say
     */
    record Failed<A>(Fault fault, String why, Usage usage, Duration pause) implements Answer<A> {

        public Failed(Fault fault, String why, Usage usage) {
            this(fault, why, usage, Duration.ZERO);
        }
    }

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
        REJECTED;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
