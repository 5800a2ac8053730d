package io.sallyport.gate;

import io.sallyport.casefile.Citation;
import io.sallyport.gate.claim.ClaimCheck;
import io.sallyport.gate.claim.Judgement;
import io.sallyport.text.Quotes;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a claim that was translated back against what it cites. The words cannot be the same, so what they mean is for the
 * judge; figures and negations still have to agree with one sentence of the source, and every citation has to stand.
 */
final class TranslatedProofs {

    /** Whether a judge may be asked, and about what. */
    sealed interface Proof {
        /** @param bound the sentence that it would have to mean */
        record ToJudge(Proofs.Proof.Proven bound) implements Proof {}

        record Unproven(String why) implements Proof {}
    }

    private final LivingSources sources;

    TranslatedProofs(LivingSources sources) {
        this.sources = sources;
    }

    Proof of(Statement english) {
        var bound = new ArrayList<Proofs.Proof.Proven>();
        String why = "it cites no source";
        for (Citation citation : english.citations()) {
            switch (sources.find(citation.source())) {
                case LivingSources.Finding.NotLiving(String dead) -> {
                    return new Proof.Unproven(dead);
                }
                case LivingSources.Finding.Living(SourceText source) -> {
                    List<String> sentences = Quotes.sentencesWith(citation.quote(), source.text());
                    if (sentences.isEmpty()) {
                        return new Proof.Unproven(
                                "the quote does not stand in " + citation.source() + " word for word");
                    }
                    for (String sentence : sentences) {
                        var veto = ClaimCheck.findVeto(english.text(), sentence);
                        why = veto.orElse(why);
                        if (veto.isEmpty()) {
                            bound.add(found(source, sentence));
                        }
                    }
                }
            }
        }
        return bound.isEmpty()
                ? new Proof.Unproven(why + " (translated back: “" + english.text() + "”)")
                : new Proof.ToJudge(nearest(english.text(), bound));
    }

    private static Proofs.Proof.Proven found(SourceText source, String sentence) {
        int at = SentenceSplitter.flat(source.text()).indexOf(sentence);
        return new Proofs.Proof.Proven(source.ref(), sentence, at);
    }

    /** A quote may hold more than is said; the judge is shown the sentence whose words come closest. */
    private static Proofs.Proof.Proven nearest(String claim, List<Proofs.Proof.Proven> bound) {
        var sentences = bound.stream().map(Proofs.Proof.Proven::sentence).toList();
        String nearest = switch (ClaimCheck.judge(claim, sentences)) {
            case Judgement.Supported(double _, String sentence) -> sentence;
            case Judgement.NotSupported(String _, double _, String sentence) -> sentence;
        };
        return bound.stream()
                .filter(one -> one.sentence().equals(nearest))
                .findFirst()
                .orElse(bound.getFirst());
    }
}
