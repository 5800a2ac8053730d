package io.sallyport.gate;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Fact;
import java.util.List;

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

    /**
     * Tries the codes in what the customer wrote since the one that the case waits for was sent, message by message. Each try counts.
     *
     * @return one for each message with a code, up to the one that decides; one {@link Fact.CodeTried.Outcome#NONE_GIVEN} when
     *     none has any; never empty
     */
    List<Fact.CodeTried> attempt(CaseRecord record);
}
