package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.model.Embedder;
import java.util.List;

/** Which of a customer's questions a sentence of a reply comes near in meaning. An estimate: near is not yet answered. */
public final class Coverage {

    /**
     * Cosine from which a sentence is taken to speak of a question. Of 425 questions in 300 training messages of the sample
     * company, 80 % come so near to a sentence of the article that answers them, and 13 % to one of any other article.
     */
    static final double NEAR = 0.65;

    /**
     * One thing that the customer wants to know.
     *
     * @param sentence of the reply that is nearest; empty when the reply claims nothing
     * @param nearness its cosine with the question, 0 without a sentence
     */
    public record Need(String question, String sentence, double nearness) {
        public boolean isAnswered() {
            return nearness >= NEAR;
        }
    }

    private final Embedder embedder;

    public Coverage(Embedder embedder) {
        this.embedder = embedder;
    }

    /** In the customer's order; of what is unanswered as the record stands. */
    public List<Need> needs(CaseRecord record, Reply reply) {
        var question = QuestionReader.read(record);
        if (question.isEmpty()) {
            return List.of();
        }
        var claims = reply.sentences().stream().filter(Coverage::says).toList();
        var vectors = embedder.embedAll(
                claims.stream().map(claim -> underHeading(record, claim)).toList());
        return question.askedAbout().stream()
                .map(need -> nearest(need, claims, vectors))
                .toList();
    }

    private Need nearest(String need, List<Sentence> claims, List<float[]> vectors) {
        var wanted = embedder.embed(need);
        var best = new Need(need, "", 0);
        for (int at = 0; at < claims.size(); at++) {
            double nearness = Embedder.similarity(wanted, vectors.get(at));
            if (nearness > best.nearness()) {
                best = new Need(need, claims.get(at).text(), nearness);
            }
        }
        return best;
    }

    /** The words above a sentence often say what it is about. */
    private static String underHeading(CaseRecord record, Sentence claim) {
        return record.answer().findDraft().stream()
                .flatMap(draft -> draft.evidence().passages().stream())
                .filter(passage -> claim.citations().stream()
                        .anyMatch(citation -> citation.source().equals(passage.source())
                                && passage.text().contains(citation.quote())))
                .findFirst()
                .map(passage -> RankSignal.lastHeading(passage) + " " + claim.text())
                .orElse(claim.text());
    }

    /** Courtesies cite nothing; what a person wrote needs no citation. */
    private static boolean says(Sentence sentence) {
        return !sentence.citations().isEmpty() || !SmallTalk.isSmallTalk(sentence.text());
    }
}
