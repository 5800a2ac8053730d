package io.sallyport.delivery;

import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Errand;
import io.sallyport.connector.IssueTracker;
import io.sallyport.connector.LookUp;
import io.sallyport.connector.Pager;
import io.sallyport.connector.TeamChat;
import io.sallyport.gate.Permit;
import java.util.Optional;

/** The tools of the company's own people that errands go to; empty where there is none of a kind. */
public record ErrandDoors(Optional<Pager> pager, Optional<IssueTracker> tracker, Optional<TeamChat> chat) {

    public static final ErrandDoors NONE = new ErrandDoors(Optional.empty(), Optional.empty(), Optional.empty());

    /** Empty where nothing here takes errands of this kind. */
    Optional<Delivery> carryOut(Permit permit, Errand errand) {
        return switch (errand.kind()) {
            case PAGE -> pager.map(door -> door.page(permit, errand));
            case ISSUE -> tracker.map(door -> door.file(permit, errand));
            case LINK -> tracker.map(door -> door.add(permit, errand));
            case CHAT -> chat.map(door -> door.post(permit, errand));
        };
    }

    boolean takes(Errand errand) {
        return switch (errand.kind()) {
            case PAGE -> pager.isPresent();
            case ISSUE, LINK -> tracker.isPresent();
            case CHAT -> chat.isPresent();
        };
    }

    LookUp lookUp(Errand errand, String effectId) {
        Optional<LookUp> found = switch (errand.kind()) {
            case PAGE -> pager.map(door -> door.lookUp(effectId));
            case ISSUE, LINK -> tracker.map(door -> door.lookUp(effectId));
            case CHAT -> chat.map(door -> door.lookUp(effectId));
        };
        return found.orElseGet(() -> new LookUp.CannotTell("nothing here takes such errands any more"));
    }
}
