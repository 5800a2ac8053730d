package io.sallyport.gate.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** "Renews automatically" says what "automatically renews" says: such a word may change places with its verb. */
final class MannerAdverbs {

    private static final Set<String> ADVERBS = Set.of(
            "automatically", "immediately", "permanently", "temporarily", "securely", "usually", "currently", "now");

    /** Words that an adverb bears on differently from before and from behind. */
    private static final Set<String> BARRIERS =
            Set.of("not", "no", "never", "only", "and", "or", "but", "if", "unless", "even", "all", "every");

    private MannerAdverbs() {}

    static List<List<Unit>> variants(List<Unit> sentence) {
        var variants = new ArrayList<List<Unit>>();
        for (int at = 1; at < sentence.size(); at++) {
            Unit left = sentence.get(at - 1);
            Unit right = sentence.get(at);
            boolean oneMoves = ADVERBS.contains(left.key()) != ADVERBS.contains(right.key());
            boolean held = BARRIERS.contains(left.key()) || BARRIERS.contains(right.key());
            if (oneMoves && !held && right.gap().isBlank() && !afterBarrier(sentence, at - 1)) {
                var turned = new ArrayList<>(sentence);
                turned.set(at - 1, right);
                turned.set(at, left);
                variants.add(turned);
            }
        }
        return variants;
    }

    private static boolean afterBarrier(List<Unit> sentence, int at) {
        return at > 0 && BARRIERS.contains(sentence.get(at - 1).key());
    }
}
