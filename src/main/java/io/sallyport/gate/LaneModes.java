package io.sallyport.gate;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import java.util.Map;
import java.util.function.Function;

/** The mode of every lane, the same on every node, and the kill-switch. May be shared between threads. */
public interface LaneModes {

    LaneMode mode(Lane lane);

    Map<Lane, LaneMode> all();

    /**
     * Sets a lane's mode. Once this returns, nothing leaves any node under the old mode: it waits for whatever is at the
     * door, and whatever comes after sees the new mode.
     */
    void set(Lane lane, LaneMode mode, String by);

    /**
     * The same, but only where the lane is still in the mode that whoever asks has seen: a machine must not undo what a person
     * has switched meanwhile.
     *
     * @return whether it was, and is changed
     */
    boolean move(Lane lane, LaneMode from, LaneMode to, String by);

    /**
     * Goes to the door of a lane with one case: the mode it is given holds, and nobody else is at the door with this case,
     * until the action has ended, on every node.
     *
     * @param action what is done at the door, given the mode; must be short, since a flip of the switch waits for it
     */
    <T> T atTheDoor(Lane lane, CaseId caseId, Function<LaneMode, T> action);
}
