package io.sallyport.gate.claim;

import java.util.List;
import java.util.Set;

/**
 * Whether a claim is a part of a sentence that holds by itself. Only what explains, exemplifies or adds may be left
 * out; a condition, an exception, a negation or a figure may not, since the rest could then claim too much.
 */
final class Part {

    private static final Set<String> ADDS = Set.of("because", "so", "which", "including", "like");

    private static final Set<String> RESTRICTS = Set.of(
            "unless",
            "except",
            "only",
            "if",
            "when",
            "whenever",
            "until",
            "but",
            "however",
            "without",
            "not",
            "no",
            "never",
            "before",
            "after",
            "once",
            "while",
            "though",
            "although",
            "provided",
            "as",
            "long",
            "depending",
            "for",
            "excluding",
            "otherwise",
            "instead",
            "rather",
            "just",
            "limit",
            "at",
            "most",
            "least",
            "none",
            "nothing",
            "neither",
            "nor",
            "may",
            "must",
            "should",
            "have to",
            "where",
            "during",
            "within",
            "since");

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
                        && sentence.subList(0, from).stream().noneMatch(Part::binds));
    }

    private static boolean mayDropAfter(List<Unit> sentence, int to) {
        if (to == sentence.size()) {
            return true;
        }
        Unit first = sentence.get(to);
        boolean boundary = first.gap().contains(";")
                || first.gap().contains("(")
                || ((first.gap().contains(",")
                                || first.gap().contains("—")
                                || first.gap().contains("–"))
                        && ADDS.contains(first.key()));
        return boundary && sentence.subList(to, sentence.size()).stream().noneMatch(Part::binds);
    }

    private static boolean binds(Unit unit) {
        return RESTRICTS.contains(unit.key()) || unit.key().chars().anyMatch(Character::isDigit);
    }
}
