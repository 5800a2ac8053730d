package io.sallyport.flow;

import java.time.Instant;

/** What comes next for a case. */
sealed interface Next {

    /** A step can run now. */
    record Run(Step step) implements Next {}

    /** A step is due at that time, unless something happens before. */
    record RunAt(Instant time, Step step) implements Next {}

    /** Nothing to do until something happens: a message, a person's decision. */
    record Wait(String forWhat) implements Next {}
}
