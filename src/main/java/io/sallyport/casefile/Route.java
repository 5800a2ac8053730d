package io.sallyport.casefile;

import java.util.List;
import java.util.Set;

/**
 * Where the Router sends a case: rules over the triage, no model.
 *
 * @param lanes which lanes run; escalation alone when a trigger fired
 * @param queue the human queue, should a person be needed
 * @param triggers empty when the automatic lanes may go on
 */
public record Route(Set<Lane> lanes, Specialist specialist, String queue, List<Trigger> triggers) {
    public Route {
        lanes = Set.copyOf(lanes);
        triggers = List.copyOf(triggers);
    }

    public boolean needsPerson() {
        return lanes.contains(Lane.ESCALATION);
    }
}
