package io.sallyport.escalation;

import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Reply;
import java.util.Optional;
import java.util.function.Predicate;

/** Whoever writes for the person that takes a case over; nobody where no model plays the escalation role. */
@FunctionalInterface
public interface Briefing {

    /**
     * @param record of a case that is with people
     * @param isPassed whether every gate lets a reply through
     */
    Optional<Brief> write(CaseRecord record, Predicate<Reply> isPassed);
}
