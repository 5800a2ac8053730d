package io.sallyport.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which actions policies can decide on: what their schema declares. */
public interface DeclaredActions {

    /**
     * Why plans of this action cannot be put before the policies, and what to write; empty when they can.
     *
     * @param about the kinds of record one of which it is about
     * @param arguments names of those that a plan may have
     * @param reads {@code kind.field} of what it says that policies are shown
     */
    Optional<String> whyNot(String action, List<String> about, Set<String> arguments, Set<String> reads);
}
