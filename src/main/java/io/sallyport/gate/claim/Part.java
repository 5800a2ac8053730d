package io.sallyport.gate.claim;

import io.sallyport.text.Lexicon;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a claim is a part of a sentence that holds by itself. Only what explains, exemplifies or adds may be left
 * out; a condition, an exception, a negation or a figure may not, since the rest could then claim too much.
 */
final class Part {

    private static final Set<String> ADDS = Set.of("because", "so", "including", "like");

    /** What may stand between brackets without taking anything away from what stands before. */
    private static final Set<String> EXEMPLIFIES = Set.of("for example", "like", "including");

    private static final Set<String> POINTS_BACK =
            Set.of("it", "its", "they", "their", "them", "this", "that", "these", "those", "such", "both", "he", "she");

    private static final Set<String> RESTRICTS =
            Lexicon.list("/gate/restricting-words.txt").stream().collect(Collectors.toUnmodifiableSet());

    private Part() {}

    /** Whether the claim stands word for word in the sentence and what was left out may be. */
    static boolean mayStandAlone(List<Unit> claim, List<Unit> sentence) {
        for (int from = 0; from + claim.size() <= sentence.size(); from++) {
            if (Sequences.startsWith(sentence, from, claim)
                    && mayDropBefore(sentence, from)
                    && mayDropAfter(sentence, from + claim.size())) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayDropBefore(List<Unit> sentence, int from) {
        return from == 0
                || (sentence.get(from).gap().contains(";")
                        && !isRow(sentence)
                        && !POINTS_BACK.contains(sentence.get(from).key())
                        && sentence.subList(0, from).stream().noneMatch(Part::binds));
    }

    /** "Plan: Pro; API: yes" is one statement, not two. */
    private static boolean isRow(List<Unit> sentence) {
        return sentence.stream().anyMatch(unit -> unit.gap().contains(":"));
    }

    private static boolean mayDropAfter(List<Unit> sentence, int to) {
        if (to == sentence.size()) {
            return true;
        }
        Unit first = sentence.get(to);
        boolean boundary = (first.gap().contains("(") && EXEMPLIFIES.contains(first.key()))
                || ((first.gap().contains(",")
                                || first.gap().contains("—")
                                || first.gap().contains("–"))
                        && ADDS.contains(first.key()));
        return boundary && sentence.subList(to, sentence.size()).stream().noneMatch(Part::bindsOrGoesOn);
    }

    /** After a semicolon may stand an exception without any word that says so: "…; large items cost extra". */
    private static boolean bindsOrGoesOn(Unit unit) {
        return binds(unit) || unit.gap().contains(";");
    }

    private static boolean binds(Unit unit) {
        return RESTRICTS.contains(unit.key()) || unit.key().chars().anyMatch(Character::isDigit);
    }
}
