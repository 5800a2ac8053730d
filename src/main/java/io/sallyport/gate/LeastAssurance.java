package io.sallyport.gate;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Assurance;
import java.util.Optional;

/** How sure of the customer an action has to be at least, as the catalogue says. May be shared between threads. */
@FunctionalInterface
public interface LeastAssurance {

    /** Empty for an action that the catalogue does not have, or no longer has as it was planned. */
    Optional<Assurance> of(ActionPlan plan);
}
