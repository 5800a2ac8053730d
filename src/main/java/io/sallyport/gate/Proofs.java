package io.sallyport.gate;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.NewsText;
import io.sallyport.casefile.Receipt;
import io.sallyport.casefile.SourceRef;
import io.sallyport.gate.claim.ClaimCheck;
import io.sallyport.gate.claim.Judgement;
import io.sallyport.text.Quotes;
import io.sallyport.text.SentenceSplitter;
import java.util.List;
import java.util.stream.Stream;

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
                    Proof proof = Receipt.isNamedBy(source.ref()) || NewsText.isNamedBy(source.ref())
                            ? wordForWord(claim, citation, source)
                            : judge(claim, sentences, source);
                    best = best instanceof Proof.Proven ? best : proof;
                }
            }
        }
        return best;
    }

    /** Of what was done, only the receipt's own sentences may be said, each as a whole. */
    private static Proof wordForWord(Statement claim, Citation citation, SourceText receipt) {
        String said = SentenceSplitter.flat(claim.text());
        boolean isQuoted = SentenceSplitter.flat(citation.quote()).contains(said);
        boolean isWhole = isQuoted
                && receipt.text()
                        .lines()
                        .flatMap(line -> Stream.concat(Stream.of(line), SentenceSplitter.split(line).stream()))
                        .map(SentenceSplitter::flat)
                        .anyMatch(said::equals);
        return isWhole
                ? new Proof.Proven(
                        receipt.ref(),
                        said,
                        SentenceSplitter.flat(receipt.text()).indexOf(said))
                : new Proof.Unproven("it is not a sentence of the receipt " + receipt.ref() + ", word for word");
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
