package io.sallyport.gate.claim;

import java.util.List;

/** Comparing runs of units. */
final class Sequences {

    private Sequences() {}

    static boolean same(List<Unit> claim, List<Unit> evidence) {
        return claim.size() == evidence.size() && startsWith(evidence, 0, claim);
    }

    static boolean startsWith(List<Unit> evidence, int from, List<Unit> claim) {
        if (from + claim.size() > evidence.size()) {
            return false;
        }
        for (int i = 0; i < claim.size(); i++) {
            if (!claim.get(i).matches(evidence.get(from + i))) {
                return false;
            }
        }
        return true;
    }

    /** For each unit of the claim, whether the longest common subsequence with the evidence covers it. */
    static boolean[] covered(List<Unit> claim, List<Unit> evidence) {
        int[][] longest = new int[claim.size() + 1][evidence.size() + 1];
        for (int i = claim.size() - 1; i >= 0; i--) {
            for (int j = evidence.size() - 1; j >= 0; j--) {
                longest[i][j] = claim.get(i).matches(evidence.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        var covered = new boolean[claim.size()];
        int i = 0;
        int j = 0;
        while (i < claim.size() && j < evidence.size()) {
            if (claim.get(i).matches(evidence.get(j))) {
                covered[i++] = true;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return covered;
    }
}
