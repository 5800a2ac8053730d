package io.sallyport.evaluation.grounding;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.gate.SourceText;
import io.sallyport.gate.SourceText.ReviewByPerson;
import io.sallyport.gate.claim.ClaimCheck;
import io.sallyport.gate.claim.Judgement;
import io.sallyport.text.SentenceSplitter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text as a reply, every sentence of it citing the evidence sentence that comes closest: the best case that a writer
 * could make for it.
 *
 * @param shelf the evidence as living sources
 * @param sources of the evidence, in its order
 */
public record CitedText(Map<SourceRef, SourceText> shelf, List<SourceRef> sources, List<Sentence> sentences) {

    private record Quotable(SourceRef source, String sentence) {}

    public CitedText {
        shelf = Map.copyOf(shelf);
        sources = List.copyOf(sources);
        sentences = List.copyOf(sentences);
    }

    public static CitedText of(GroundedText text, Instant today) {
        var shelf = new LinkedHashMap<SourceRef, SourceText>();
        var quotable = new ArrayList<Quotable>();
        for (int i = 0; i < text.evidence().size(); i++) {
            var ref = new SourceRef("evidence:" + text.id() + "#" + i, 1);
            String evidence = text.evidence().get(i);
            var review = new ReviewByPerson(today, "Evaluation Clerk");
            shelf.put(ref, new SourceText(ref, evidence, true, true, true, Optional.of(review)));
            SentenceSplitter.split(evidence).forEach(sentence -> quotable.add(new Quotable(ref, sentence)));
        }
        var sentences = SentenceSplitter.split(text.text()).stream()
                .map(claim -> cited(claim, quotable))
                .toList();
        return new CitedText(shelf, List.copyOf(shelf.keySet()), sentences);
    }

    private static Sentence cited(String claim, List<Quotable> quotable) {
        String nearest = switch (ClaimCheck.judge(
                claim, quotable.stream().map(Quotable::sentence).toList())) {
            case Judgement.Supported(double _, String boundTo) -> boundTo;
            case Judgement.NotSupported(String _, double _, String sentence) -> sentence;
        };
        var citations = quotable.stream()
                .filter(one -> one.sentence().equals(nearest))
                .limit(1)
                .map(one -> new Citation(one.source(), one.sentence()))
                .toList();
        return new Sentence(claim, Sentence.Layout.PARAGRAPH, citations);
    }
}
