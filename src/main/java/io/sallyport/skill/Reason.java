package io.sallyport.skill;

import io.sallyport.casefile.Route;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import java.util.List;

/** A trigger, as reports name it. */
public record Reason(String kind, String because) {

    static Reason of(Trigger trigger) {
        return new Reason(trigger.kind().label(), trigger.because());
    }

    static List<Reason> of(Route route) {
        return route.triggers().stream().map(Reason::of).toList();
    }

    static List<Reason> of(Standing.WithPeople people) {
        return people.triggers().stream().map(Reason::of).toList();
    }

    String words() {
        return kind + ": " + because;
    }
}
