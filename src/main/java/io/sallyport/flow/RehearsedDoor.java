package io.sallyport.flow;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Ticket;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.ReplyChannel;
import io.sallyport.gate.LaneModes;
import io.sallyport.gate.Permit;
import java.util.Map;
import java.util.function.Function;

/**
 * The door of a rehearsal: the lanes are in the modes they are in, nobody waits at it, and behind it is nothing.
 *
 * @param isWrittenAnyway whether a lane that is off is found to be so only at the door, once there is something to look at
 */
record RehearsedDoor(LaneModes lanes, boolean isWrittenAnyway) implements LaneModes, ReplyChannel {

    @Override
    public LaneMode mode(Lane lane) {
        var mode = lanes.mode(lane);
        return isWrittenAnyway && mode == LaneMode.OFF ? LaneMode.SHADOW : mode;
    }

    @Override
    public <T> T atTheDoor(Lane lane, CaseId caseId, Function<LaneMode, T> action) {
        return action.apply(lanes.mode(lane));
    }

    @Override
    public Map<Lane, LaneMode> all() {
        return lanes.all();
    }

    @Override
    public void set(Lane lane, LaneMode mode, String by) {
        throw new UnsupportedOperationException("a rehearsal changes nothing");
    }

    @Override
    public boolean move(Lane lane, LaneMode from, LaneMode to, String by) {
        throw new UnsupportedOperationException("a rehearsal changes nothing");
    }

    @Override
    public boolean serves(Ticket ticket) {
        return true;
    }

    @Override
    public Delivery post(Permit permit, Ticket ticket, Reply reply) {
        return new Delivery.Accepted("rehearsed");
    }

    @Override
    public LookUp lookUp(String effectId) {
        return new LookUp.Absent();
    }
}
