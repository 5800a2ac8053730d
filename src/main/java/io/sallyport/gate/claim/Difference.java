package io.sallyport.gate.claim;

import io.sallyport.text.Contractions;
import io.sallyport.text.Markers;
import io.sallyport.text.Markers.Marker;
import io.sallyport.text.Names;
import io.sallyport.text.Value;
import io.sallyport.text.Values;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says in plain words where a claim and a sentence part: figures first, then negation, names, and other words. */
final class Difference {

    private static final Set<Marker> NEGATIONS =
            EnumSet.of(Marker.NOT, Marker.NEVER, Marker.NONE, Marker.NO_LONGER, Marker.WITHOUT);

    private Difference() {}

    static String explain(String claim, String sentence) {
        return otherValue(claim, sentence)
                .or(() -> otherNegation(claim, sentence))
                .or(() -> otherMarker(claim, sentence))
                .or(() -> otherName(claim, sentence))
                .or(() -> otherWord(claim, sentence))
                .orElse("it says only a part of the cited sentence, or says it in another order");
    }

    /** A reason to refuse that no list of harmless changes can talk away. */
    static Optional<String> veto(String claim, String sentence) {
        return otherValue(claim, sentence).or(() -> otherNegation(claim, sentence));
    }

    private static Optional<String> otherValue(String claim, String sentence) {
        Set<String> known = new TreeSet<>(Values.normalsIn(sentence));
        for (Value value : Values.in(claim)) {
            boolean pronoun = value.span().in(claim).equalsIgnoreCase("one");
            if (!pronoun && !known.contains(value.toString())) {
                return Optional.of(
                        "the cited sentence does not say '" + value.span().in(claim) + "'");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> otherNegation(String claim, String sentence) {
        long here = negations(claim);
        long there = negations(sentence);
        if (here == there) {
            return Optional.empty();
        }
        return Optional.of(
                here > there
                        ? "it denies something that the cited sentence does not deny"
                        : "it leaves out a negation of the cited sentence");
    }

    private static long negations(String text) {
        return Markers.in(text).stream()
                .filter(found -> NEGATIONS.contains(found.marker()))
                .count();
    }

    private static Optional<String> otherMarker(String claim, String sentence) {
        Set<Marker> here = Markers.kindsIn(claim);
        Set<Marker> there = Markers.kindsIn(sentence);
        var added = Markers.in(claim).stream()
                .filter(found -> !there.contains(found.marker()))
                .findFirst();
        if (added.isPresent()) {
            return Optional.of("it says '" + added.get().words() + "', which the cited sentence does not");
        }
        var lost = Markers.in(sentence).stream()
                .filter(found -> !here.contains(found.marker()))
                .findFirst();
        return lost.map(found -> "it leaves out '" + found.words() + "' of the cited sentence");
    }

    private static Optional<String> otherName(String claim, String sentence) {
        String known = sentence.toLowerCase(Locale.ROOT);
        return Names.in(claim).stream()
                .filter(name -> !known.contains(name.normal()))
                .findFirst()
                .map(name -> "the cited sentence does not name '" + name.text() + "'");
    }

    private static Optional<String> otherWord(String claim, String sentence) {
        List<Unit> units = CanonicalText.content(Contractions.expand(claim));
        boolean[] covered = Sequences.covered(units, CanonicalText.content(sentence));
        var missing = new ArrayList<String>();
        for (int i = 0; i < covered.length && missing.size() < 4; i++) {
            if (!covered[i]) {
                missing.add(units.get(i).surface());
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("the cited sentence does not say '" + String.join("', '", missing) + "' at this place");
    }
}
