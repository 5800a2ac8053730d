package io.sallyport.gate;

import io.sallyport.casefile.SourceRef;
import java.time.Instant;
import java.util.Optional;

/**
 * One revision of a source, as gates need it.
 *
 * @param text the whole revision as plain text
 * @param isPublished whether the source is published now
 * @param isCurrent whether no newer revision has replaced it
 * @param isPublic whether customers may read it; false for what is internal
 * @param review the newest by a person of this very revision; an edit makes a new revision without one
 */
public record SourceText(
        SourceRef ref,
        String text,
        boolean isPublished,
        boolean isCurrent,
        boolean isPublic,
        Optional<ReviewByPerson> review) {

    /** @param by the person's name */
    public record ReviewByPerson(Instant at, String by) {}
}
