package io.sallyport.gate.authorization;

import io.sallyport.casefile.Assurance;
import io.sallyport.casefile.CaseRecord;

/** How sure it is that a case's sender is a customer. May be shared between threads. */
@FunctionalInterface
public interface AssuranceOf {

    /** @param customer the account's id */
    Assurance customer(CaseRecord record, String customer);
}
