package io.sallyport.model;

/** What came back from asking a model one question. Whoever asks must say what happens in all three cases. */
public sealed interface Answer<A> {

    /** The model answered. Confidence is calibrated on held-out examples, from 0 to 1; never the model's word for itself. */
    record Sure<A>(A value, double confidence) implements Answer<A> {
        public Sure {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("confidence must lie between 0 and 1: " + confidence);
            }
        }
    }

    /** The model understood the question and has no answer it can stand behind. */
    record Unsure<A>(String why) implements Answer<A> {}

    /** No usable answer came back; the caller treats it as a stop, not as a no. */
    record Failed<A>(Fault fault, String detail) implements Answer<A> {}

    /** What went wrong, as kinds one can count. */
    enum Fault {
        UNREACHABLE,
        TIMED_OUT,
        RATE_LIMITED,
        UNREADABLE,
        OVER_BUDGET,
        REFUSED,
        BROKEN
    }
}
