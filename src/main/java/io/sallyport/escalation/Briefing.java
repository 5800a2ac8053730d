package io.sallyport.escalation;

import io.sallyport.casefile.Brief;
import io.sallyport.casefile.CaseRecord;
import java.util.Optional;

/** Whoever writes for the person that takes a case over; nobody where no model plays the escalation role. */
@FunctionalInterface
public interface Briefing {

    /** @param record of a case that is with people */
    Optional<Brief> write(CaseRecord record);
}
