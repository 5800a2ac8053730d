package io.sallyport.gate;

import io.sallyport.casefile.Citation;
import io.sallyport.gate.claim.ClaimCheck;
import io.sallyport.gate.judge.ClaimJudge.Claim;
import java.util.List;
import java.util.Optional;

/**
 * Holds a claim that was translated back against what it cites. The words cannot be the same, so what they mean is for the
 * judge; figures and negations still have to agree with one sentence of the source, and every citation has to stand.
 */
final class TranslatedProofs {

    /** Whether a judge may be asked, and about what. */
    sealed interface Proof {
        record ToJudge(Claim claim) implements Proof {}

        record Unproven(String why) implements Proof {}
    }

    private final LivingSources sources;

    TranslatedProofs(LivingSources sources) {
        this.sources = sources;
    }

    Proof of(Statement english) {
        Optional<String> bound = Optional.empty();
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
                        bound = bound.or(() -> veto.isEmpty() ? Optional.of(sentence) : Optional.empty());
                    }
                }
            }
        }
        return bound.isPresent()
                ? new Proof.ToJudge(new Claim(english.text(), bound.get()))
                : new Proof.Unproven(why + " (translated back: “" + english.text() + "”)");
    }
}
