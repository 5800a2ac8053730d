package io.sallyport.casefile;

import java.util.List;
import java.util.Optional;

/**
 * Reads the company's business systems: CRM, orders, billing. Never a copy: what is asked for is read now. May be shared
 * between threads.
 */
public interface BusinessRecords {

    /** @throws Unreachable when the system that holds this kind does not answer */
    Optional<BusinessRecord> find(String kind, String id);

    /**
     * Every record of a kind that belongs to a customer, newest first.
     *
     * @param customer the account's id, as in {@link BusinessRecord#id()} of kind {@code account}
     * @throws Unreachable when the system that holds this kind does not answer
     */
    List<BusinessRecord> of(String kind, String customer);

    /**
     * The account with this address on file.
     *
     * @param address exactly, but for case; one that merely looks alike finds nobody
     * @throws Unreachable when the system does not answer
     */
    Optional<BusinessRecord> findAccount(String address);

    /** The system did not answer, or not sensibly. Whoever needed it for a decision must not take it for a yes. */
    final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unreachable(String system, String fault, Throwable cause) {
            super(system + " does not answer: " + fault, cause);
        }

        public Unreachable(String system, String fault) {
            super(system + " does not answer: " + fault);
        }
    }
}
