package io.sallyport.gate;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Fact;

/** Makes one-time codes and tries those that customers send back. May be shared between threads and nodes. */
public interface OneTimeCodes {

    /** A code to be sent, or why there is none. */
    sealed interface Issue {
        /** @param code in the clear, for the channel alone; it is stored hashed */
        record Issued(CodeMail mail, String code) implements Issue {
            @Override
            public String toString() {
                return "Issued[" + mail + "]";
            }
        }

        /** No more codes for this case or address, or nobody knows the address on file. */
        record Withheld(String why) implements Issue {}
    }

    /** Makes a code for the account that a plan is about, bound to this case and the address on file. */
    Issue issue(CaseRecord record, ActionPlan plan);

    /** Tries the code in the customer's latest message against the one the case waits for. Each try counts. */
    Fact.CodeTried attempt(CaseRecord record);
}
