package io.sallyport.model.language;

import io.sallyport.model.language.Answer.Fault;
import java.time.Duration;

/** What one call to a vendor brought, before anybody read the model's words. */
public sealed interface Reply {

    Usage usage();

    /** The model wrote something. */
    record Written(String text, End end, Usage usage) implements Reply {}

    /** The call brought no model's words; as {@link Answer.Failed}. */
    record Broken(Fault fault, String why, Duration pause) implements Reply {

        public Broken(Fault fault, String why) {
            this(fault, why, Duration.ZERO);
        }

        @Override
        public Usage usage() {
            return Usage.NONE;
        }
    }

    /** No call was made, for a reason of our own; nobody was asked and nothing is owed. */
    record Unmade(Fault fault, String why, Duration pause) implements Reply {

        public Unmade(Fault fault, String why) {
            this(fault, why, Duration.ZERO);
        }

        @Override
        public Usage usage() {
            return Usage.NONE;
        }
    }

    /** Why the model stopped writing. */
    enum End {
        FINISHED,
        CUT_OFF,
        REFUSED,
        /** A reason that nobody asked for, or that is new to us. */
        OTHER
    }
}
