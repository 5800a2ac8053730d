package io.sallyport.casefile;

import java.util.List;
import java.util.Set;

/**
 * Where the Router sends a case: rules over the triage, no model.
 *
 * @param lanes which lanes run; escalation alone when a trigger fired
 * @param queue the human queue, should a person be needed
 * @param triggers empty when the automatic lanes may go on
 * @param setAside what single words would have brought a person in for, and the message as a whole belies
 */
public record Route(
        Set<Lane> lanes, Specialist specialist, String queue, List<Trigger> triggers, List<Trigger> setAside) {

    public Route {
        lanes = Set.copyOf(lanes);
        triggers = List.copyOf(triggers);
        // Cases from before it was kept have nothing set aside.
        setAside = setAside == null ? List.of() : List.copyOf(setAside);
    }

    /** With nothing set aside. */
    public Route(Set<Lane> lanes, Specialist specialist, String queue, List<Trigger> triggers) {
        this(lanes, specialist, queue, triggers, List.of());
    }

    public boolean needsPerson() {
        return lanes.contains(Lane.ESCALATION);
    }
}
