package io.sallyport.knowledge;

import java.time.Instant;

/** Whether an article is there for customers, whoever reviewed it. */
public sealed interface Standing {

    record Published() implements Standing {}

    /** Its own head says so. */
    record Unpublished() implements Standing {}

    /** A person took it back; imports do not bring it back. */
    record Withdrawn(String by, String why, Instant at) implements Standing {}

    /** The last import could not tell what its file says, which may be that it is not for customers. */
    record Held(String why, Instant at) implements Standing {}
}
