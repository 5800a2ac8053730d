package io.sallyport.model.spending;

import io.sallyport.casefile.Lane;
import java.util.Set;

/** Is told, once a day, that lanes have no money left for language models. */
@FunctionalInterface
public interface OverBudget {

    /** @param what which budget was spent, with its size */
    void spent(Set<Lane> lanes, String what);
}
