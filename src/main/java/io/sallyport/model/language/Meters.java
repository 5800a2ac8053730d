package io.sallyport.model.language;

import java.util.EnumMap;
import java.util.Map;

/** Adds up this process's calls by role. Safe to share between threads. */
public final class Meters implements Meter {

    /** @param calls how many HTTP calls, failed ones included */
    public record Sum(int calls, Usage usage) {
        static final Sum ZERO = new Sum(0, Usage.NONE);

        private Sum plus(Usage more) {
            return new Sum(calls + 1, usage.plus(more));
        }
    }

    private final Map<Role, Sum> sums = new EnumMap<>(Role.class);

    @Override
    public synchronized void count(Call call) {
        sums.put(call.role(), sum(call.role()).plus(call.usage()));
    }

    public synchronized Sum sum(Role role) {
        return sums.getOrDefault(role, Sum.ZERO);
    }
}
