package io.sallyport.gate.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The orders in which one sentence may stand: a condition, time, place or purpose may open or close it. */
final class Fronting {

    private static final Set<String> OPENERS = Set.of(
            "if",
            "when",
            "whenever",
            "once",
            "after",
            "before",
            "until",
            "unless",
            "while",
            "because",
            "since",
            "as",
            "to",
            "in",
            "on",
            "at",
            "for",
            "with",
            "without",
            "by",
            "during",
            "from",
            "within",
            "under",
            "through",
            "via",
            "per",
            "although",
            "though",
            "even",
            "where",
            "wherever",
            "instead",
            "depending",
            "according",
            "except",
            "as soon as",
            "because of");

    /** Taking the clause away from these would change what they bear on. */
    private static final Set<String> HOLDS_NEXT = Set.of(
            "only",
            "not",
            "no",
            "even",
            "except",
            "just",
            "or",
            "and",
            "as well as",
            "but",
            "than",
            "either",
            "neither",
            "nor",
            "never");

    /** Words that join two things, of which what follows may bear on the second alone. */
    private static final Set<String> JOINS = Set.of("or", "and", "as well as", "but");

    private Fronting() {}

    static List<List<Unit>> variants(List<Unit> sentence) {
        var variants = new ArrayList<List<Unit>>();
        for (int at = 1; at < sentence.size(); at++) {
            boolean opens = OPENERS.contains(sentence.get(at).key());
            if (opens && !HOLDS_NEXT.contains(sentence.get(at - 1).key()) && isOneClause(sentence, at)) {
                variants.add(rotated(sentence, at));
                addUpToComma(sentence, at, variants);
            }
            if (OPENERS.contains(sentence.getFirst().key())
                    && sentence.get(at).gap().contains(",")) {
                variants.add(rotated(sentence, at));
            }
        }
        return variants;
    }

    /** What closes "A is free, B costs $5 in Europe" bears on a part of it; in front it would bear on all. */
    private static boolean isOneClause(List<Unit> sentence, int tail) {
        return sentence.subList(0, tail).stream().noneMatch(unit -> JOINS.contains(unit.key()))
                && sentence.subList(1, tail + 1).stream()
                        .noneMatch(
                                unit -> unit.gap().contains(",") || unit.gap().contains(";"));
    }

    private static List<Unit> rotated(List<Unit> sentence, int at) {
        var turned = new ArrayList<>(sentence.subList(at, sentence.size()));
        turned.addAll(sentence.subList(0, at));
        return turned;
    }

    /** "Do A if B, and C" may open with "If B". */
    private static void addUpToComma(List<Unit> sentence, int from, List<List<Unit>> variants) {
        for (int to = from + 1; to < sentence.size(); to++) {
            if (sentence.get(to).gap().contains(",")) {
                var turned = new ArrayList<>(sentence.subList(from, to));
                turned.addAll(sentence.subList(0, from));
                turned.addAll(sentence.subList(to, sentence.size()));
                variants.add(turned);
                return;
            }
        }
    }
}
