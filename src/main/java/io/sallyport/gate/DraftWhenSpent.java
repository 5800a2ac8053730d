package io.sallyport.gate;

import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.model.spending.OverBudget;
import java.util.Set;

/**
 * Moves lanes that send by themselves to draft when their day's money for language models is spent: what the embedded
 * engine then writes alone, a person looks at. Who opens a lane again is a person.
 */
final class DraftWhenSpent implements OverBudget {

    /** Stands in the lane's history as who changed it. */
    static final String BUDGET = "budget";

    private final LaneModes lanes;

    DraftWhenSpent(LaneModes lanes) {
        this.lanes = lanes;
    }

    @Override
    public void spent(Set<Lane> spent, String what) {
        spent.forEach(lane -> lanes.move(lane, LaneMode.AUTO, LaneMode.DRAFT, BUDGET));
    }
}
