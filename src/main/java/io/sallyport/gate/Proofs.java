package io.sallyport.gate;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.SourceRef;
import io.sallyport.gate.claim.ClaimCheck;
import io.sallyport.gate.claim.Judgement;
import io.sallyport.text.SentenceSplitter;
import java.util.List;

/** Holds a claim against the sources it cites. Every citation has to stand, and one of them has to say what it says. */
final class Proofs {

    /** Whether a claim is proven, and by what. */
    sealed interface Proof {
        /** @param at where in the source the sentence stands, counted in characters */
        record Proven(SourceRef source, String sentence, int at) implements Proof {}

        record Unproven(String why) implements Proof {}
    }

    private final LivingSources sources;

    Proofs(LivingSources sources) {
        this.sources = sources;
    }

    Proof of(Statement claim) {
        if (claim.citations().isEmpty()) {
            return new Proof.Unproven("it cites no source");
        }
        Proof best = new Proof.Unproven("it cites no source");
        for (Citation citation : claim.citations()) {
            switch (sources.find(citation.source())) {
                case LivingSources.Finding.NotLiving(String why) -> {
                    return new Proof.Unproven(why);
                }
                case LivingSources.Finding.Living(SourceText source) -> {
                    List<String> sentences = Quotes.sentencesWith(citation.quote(), source.text());
                    if (sentences.isEmpty()) {
                        return new Proof.Unproven(
                                "the quote does not stand in " + citation.source() + " word for word");
                    }
                    best = best instanceof Proof.Proven ? best : judge(claim, sentences, source);
                }
            }
        }
        return best;
    }

    private static Proof judge(Statement claim, List<String> sentences, SourceText source) {
        return switch (ClaimCheck.judge(claim.text(), sentences)) {
            case Judgement.Supported(double _, String sentence) ->
                new Proof.Proven(
                        source.ref(),
                        sentence,
                        SentenceSplitter.flat(source.text()).indexOf(sentence));
            case Judgement.NotSupported(String why, double _, String _) -> new Proof.Unproven(why);
        };
    }
}
