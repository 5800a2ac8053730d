package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Triage;
import io.sallyport.model.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How likely an article answers a question, calibrated on answered messages; whoever wrote the reply has no say in it. */
final class Fitness {

    private final Embedder embedder;
    private final Precedents precedents;
    private final LinearModel certainty =
            LinearModel.read("/answer/confidence.txt", LinearModel.names(AnswerSignal.values()));

    Fitness(Embedder embedder, Precedents precedents) {
        this.embedder = embedder;
        this.precedents = precedents;
    }

    double[] signals(CaseRecord record, Question question, List<Passage> passages) {
        return AnswerSignal.of(
                question, passages, record.findings().triage().map(Triage::category), embedder, precedents);
    }

    double probability(double[] signals) {
        return certainty.probability(signals);
    }

    /** That the sources which a reply cites answer; nothing for a reply that cites none. */
    double of(CaseRecord record, Evidence evidence, Reply reply) {
        var question = QuestionReader.read(record);
        var cited = cited(evidence, reply);
        if (cited.isEmpty() || question.isEmpty()) {
            return 0;
        }
        var passages = new ArrayList<>(cited);
        evidence.passages().stream().filter(one -> !cited.contains(one)).forEach(passages::add);
        return probability(signals(record, question, passages));
    }

    /** What the Researcher found of them; of a source that the writer looked up itself, the words it quotes. */
    private static List<Passage> cited(Evidence evidence, Reply reply) {
        Set<SourceRef> sources =
                reply.citations().stream().map(Citation::source).collect(Collectors.toSet());
        var known = evidence.passages().stream()
                .filter(passage -> sources.contains(passage.source()))
                .toList();
        return known.isEmpty() ? reply.citations().stream().map(Fitness::quoted).toList() : known;
    }

    private static Passage quoted(Citation citation) {
        return new Passage(citation.source() + "#quote", citation.source(), "", citation.quote(), 0, Optional.empty());
    }
}
