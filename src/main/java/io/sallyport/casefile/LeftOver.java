package io.sallyport.casefile;

import java.util.Optional;

/** What a customer wants done beside what is carried out for them, and what nothing here carries out: it is for a person. */
public interface LeftOver {

    /** For a desk that changes no accounts: there all of it is for a person. */
    LeftOver NONE = _ -> Optional.empty();

    /** The customer's words for it, for the person who gets the case; by the words of the record alone. */
    Optional<String> of(CaseRecord record);
}
