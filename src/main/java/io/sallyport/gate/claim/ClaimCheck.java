package io.sallyport.gate.claim;

import io.sallyport.gate.claim.Judgement.NotSupported;
import io.sallyport.gate.claim.Judgement.Supported;
import io.sallyport.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges whether one evidence sentence alone says what a claim says: word for word, a part that may stand alone, or a
 * light rewrite. The default is no. Two true sentences never add up to one claim.
 */
public final class ClaimCheck {

    private static final double VERBATIM = 1.0;
    private static final double REORDERED = 0.95;
    private static final double PART = 0.9;

    /** What is not supported stays under one half, however near it comes. */
    private static final double NEAREST_MISS = 0.49;

    private ClaimCheck() {}

    /** @param evidenceSentences one sentence, step, item or row each */
    public static Judgement judge(String claim, List<String> evidenceSentences) {
        List<Unit> said = CanonicalText.content(LeadIns.strip(claim));
        if (said.isEmpty()) {
            return new NotSupported("it says nothing that could be checked", 0, "");
        }
        double best = 0;
        String nearest = "";
        for (String sentence : evidenceSentences) {
            Optional<Supported> support = support(claim, said, sentence);
            if (support.isPresent()) {
                return support.get();
            }
            double near = nearness(said, CanonicalText.content(LeadIns.strip(sentence)));
            if (nearest.isEmpty() || near > best) {
                best = near;
                nearest = sentence;
            }
        }
        if (nearest.isEmpty()) {
            return new NotSupported("there is no sentence to hold it against", 0, "");
        }
        return new NotSupported(Difference.explain(claim, nearest), best * NEAREST_MISS, nearest);
    }

    /** Why a claim cannot rest on this sentence whatever its words mean: other figures, or another negation. */
    public static Optional<String> findVeto(String claim, String sentence) {
        return isQuestion(sentence) ? Optional.of("the cited sentence only asks") : Difference.veto(claim, sentence);
    }

    private static Optional<Supported> support(String claim, List<Unit> said, String sentence) {
        if (isQuestion(sentence)) {
            return Optional.empty();
        }
        List<Unit> known = CanonicalText.content(LeadIns.strip(sentence));
        double score = score(Customers.folded(said, known), known);
        boolean whole = score > PART;
        if (score == 0 || (whole && Difference.veto(claim, sentence).isPresent())) {
            return Optional.empty();
        }
        return Optional.of(new Supported(score, sentence));
    }

    private static double score(List<Unit> said, List<Unit> known) {
        if (Sequences.same(said, known)) {
            return VERBATIM;
        }
        if (Stream.concat(Fronting.variants(known).stream(), MannerAdverbs.variants(known).stream())
                .anyMatch(order -> Sequences.same(said, order))) {
            return REORDERED;
        }
        return Part.mayStandAlone(said, known) ? PART : 0;
    }

    /** A heading that asks is no proof of what it asks. */
    private static boolean isQuestion(String sentence) {
        return sentence.strip().matches("(?s).*\\?[\"'”’)\\]*_]*");
    }

    /** The share of the claim's weight that the sentence covers in order; function words weigh little. */
    private static double nearness(List<Unit> said, List<Unit> known) {
        boolean[] covered = Sequences.covered(said, known);
        double total = 0;
        double found = 0;
        for (int i = 0; i < covered.length; i++) {
            double weight = Words.isStopWord(said.get(i).surface()) ? 0.3 : 1;
            total += weight;
            found += covered[i] ? weight : 0;
        }
        return found / total;
    }
}
