package io.sallyport.model.spending;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.model.language.Ceilings;
import io.sallyport.model.language.Money;
import io.sallyport.model.language.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whose money a call spends, and how much of it there is. */
sealed interface Scope {

    /** Names its row. */
    String key();

    Money most();

    /** In words for whoever reads why nothing was asked. */
    String what();

    record OfCase(CaseId id, Money most) implements Scope {
        @Override
        public String key() {
            return "case:" + id;
        }

        @Override
        public String what() {
            return "the case's budget of " + most + " (sallyport.models.budget.case)";
        }
    }

    record OfLane(Lane lane, LocalDate day, Money most) implements Scope {
        @Override
        public String key() {
            return "lane:" + lane.label() + ":" + day;
        }

        @Override
        public String what() {
            return "today's budget of the " + lane.label() + " lane of " + most + " (sallyport.models.budget.lane."
                    + lane.label() + ")";
        }
    }

    record OfDay(LocalDate day, Money most) implements Scope {
        @Override
        public String key() {
            return "day:" + day;
        }

        @Override
        public String what() {
            return "today's budget of " + most + " (sallyport.models.budget.day)";
        }
    }

    /** In the order in which their rows are locked, everywhere the same: those that most calls share come last. */
    static List<Scope> of(Purpose purpose, LocalDate day, Ceilings ceilings) {
        var scopes = new ArrayList<Scope>();
        purpose.findCase().ifPresent(id -> scopes.add(new OfCase(id, ceilings.ofCase())));
        purpose.findLane()
                .ifPresent(lane ->
                        scopes.add(new OfLane(lane, day, ceilings.lane().getOrDefault(lane, Money.UNLIMITED))));
        scopes.add(new OfDay(day, ceilings.day()));
        return scopes;
    }

    /** Lanes that can do no more today once this is spent. */
    default Set<Lane> lanes() {
        return switch (this) {
            case OfCase _ -> Set.of();
            case OfLane(var lane, var _, var _) -> EnumSet.of(lane);
            case OfDay _ -> EnumSet.allOf(Lane.class);
        };
    }
}
