package io.sallyport.gate.identity;

import io.sallyport.casefile.Assurance;
import java.util.List;

/**
 * How sure it is that a case's customer is an account's.
 *
 * @param customer the account's id
 * @param isProvable whether a one-time code or a step-up can raise it; else only a person can help
 * @param reasons what was found, in a few words each, for the record
 */
public record Identity(String customer, Assurance assurance, boolean isProvable, List<String> reasons) {

    public Identity {
        reasons = List.copyOf(reasons);
    }

    static Identity unknown(String customer, String why) {
        return new Identity(customer, Assurance.NONE, false, List.of(why));
    }

    public String because() {
        return String.join("; ", reasons);
    }
}
