package io.sallyport.gate.claim;

import java.util.ArrayList;
import java.util.List;

/** "The customer can cancel" says what "you can cancel" says, unless the sentence speaks of both. */
final class Customers {

    private Customers() {}

    static List<Unit> folded(List<Unit> claim, List<Unit> evidence) {
        boolean speaksOfYou = evidence.stream()
                .anyMatch(unit -> unit.key().equals("you") || unit.key().equals("your"));
        boolean speaksOfCustomers =
                evidence.stream().anyMatch(unit -> unit.key().equals("customer"));
        if (!speaksOfYou || speaksOfCustomers) {
            return claim;
        }
        var folded = new ArrayList<Unit>();
        for (Unit unit : claim) {
            boolean possessive = unit.surface().endsWith("'s") || unit.surface().endsWith("s'");
            folded.add(
                    unit.key().equals("customer")
                            ? new Unit(possessive ? "your" : "you", unit.surface(), unit.gap(), false, false)
                            : unit);
        }
        return folded;
    }
}
