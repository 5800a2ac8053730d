package io.sallyport.model.language;

import java.util.List;
import java.util.UUID;

/**
 * What calls may cost. Money is set aside before a call, as much as it can cost at most, and settled after it, so that
 * calls side by side cannot spend the same dollar. Safe to share between threads and nodes.
 */
public interface Budget {

    /** May this call be made? */
    Reservation reserve(String model, Request<?> request);

    /** Says what a call cost in truth and frees the rest. To be called once for every {@link Reserved}. */
    Cost settle(Reserved reserved, Reply reply);

    sealed interface Reservation {}

    /**
     * The call may be made.
     *
     * @param micros set aside, in millionths of a US dollar
     * @param scopes of which budgets
     * @param id of what is set aside
     */
    record Reserved(String model, Purpose purpose, long micros, List<String> scopes, UUID id) implements Reservation {

        /** Nothing is set aside. */
        public static Reserved nothing(String model, Purpose purpose) {
            return new Reserved(model, purpose, 0, List.of(), new UUID(0, 0));
        }
    }

    /** The rest is set aside for calls under way; some of it will come back. */
    record Crowded(String what) implements Reservation {}

    /** @param what which budget has no room for it, with its size */
    record Spent(String what) implements Reservation {}

    /**
     * Money in millionths of a US dollar.
     *
     * @param isPriced false: nobody said what the model costs, and the money is zero for that reason
     */
    record Cost(long micros, boolean isPriced) {
        public static final Cost UNPRICED = new Cost(0, false);
    }

    /** No limits and no prices. */
    static Budget none() {
        return new Budget() {
            @Override
            public Reservation reserve(String model, Request<?> request) {
                return Reserved.nothing(model, request.purpose());
            }

            @Override
            public Cost settle(Reserved reserved, Reply reply) {
                return Cost.UNPRICED;
            }
        };
    }
}
