package io.sallyport.answer;

import io.sallyport.text.Leaning;
import io.sallyport.text.Markers;
import io.sallyport.text.Markers.Marker;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How far a passage may be quoted from its start so that what is left out takes nothing of it back. */
final class Excerpt {

    private static final Set<Marker> RESTRICTING = EnumSet.of(
            Marker.NOT,
            Marker.NEVER,
            Marker.NONE,
            Marker.NO_LONGER,
            Marker.ONLY,
            Marker.EXCEPT,
            Marker.UNLESS,
            Marker.INSTEAD);

    private final List<Unit> units;

    private Excerpt(List<Unit> units) {
        this.units = units;
    }

    /**
     * The first unit that stays out; 0 when nothing can be quoted.
     *
     * @param fits how many of the units could be quoted if they said nothing of each other
     */
    static int endsBefore(List<Unit> units, int fits) {
        if (units.isEmpty() || units.getFirst().leansOnPrevious()) {
            return 0;
        }
        var excerpt = new Excerpt(units);
        int end = fits;
        for (int shorter = excerpt.shortened(end); shorter < end; shorter = excerpt.shortened(end)) {
            end = shorter;
        }
        return end;
    }

    private int shortened(int end) {
        if (end == 0) {
            return 0;
        }
        for (int at = 0; at < end; at++) {
            // Alternatives inside a step cannot be laid out as such.
            if (units.get(at).form() == Unit.Form.NESTED) {
                return startOfBlock(at);
            }
            // Nobody can follow what stands behind code that they cannot see.
            if (units.get(at).lacksCode()) {
                return units.get(at).form() == Unit.Form.STEP ? startOfBlock(at) : at;
            }
        }
        Unit last = units.get(end - 1);
        // What announces a list says nothing without it.
        if (last.leadsIn()) {
            return end - 1;
        }
        return end < units.size() && isBoundTo(last, units.get(end)) ? startOfBlock(end - 1) : end;
    }

    private static boolean isBoundTo(Unit last, Unit next) {
        boolean sameBlock = last.block() == next.block();
        boolean restricts = Markers.kindsIn(next.text()).stream().anyMatch(RESTRICTING::contains);
        return switch (last.form()) {
            case STEP, NESTED -> sameBlock || takesBack(next, restricts);
            case PROSE -> (sameBlock && restricts) || takesBack(next, restricts);
            case ITEM -> takesBack(next, restricts);
        };
    }

    private static boolean takesBack(Unit next, boolean restricts) {
        return Leaning.takesBack(next.text()) || (restricts && next.leansOnPrevious());
    }

    private int startOfBlock(int at) {
        int start = at;
        while (start > 0 && units.get(start - 1).block() == units.get(at).block()) {
            start--;
        }
        return start;
    }
}
