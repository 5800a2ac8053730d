package io.sallyport.answer;

import io.sallyport.answer.EvidenceSource.Found;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Specialist;
import io.sallyport.model.Embedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers what our sources say about a customer's question. May be shared between threads. */
public final class Researcher {

    /** So many passages are kept: enough for several questions in one message, few enough for a person to read. */
    private static final int KEPT = 12;

    private static final int CANDIDATES = 16;

    private final EvidenceSource source;
    private final Embedder embedder;
    private final Precedents precedents;
    private final LinearModel ranking = LinearModel.read("/answer/ranking.txt", LinearModel.names(RankSignal.values()));

    public Researcher(EvidenceSource source, Embedder embedder, Precedents precedents) {
        this.source = source;
        this.embedder = embedder;
        this.precedents = precedents;
    }

    /**
     * Passages best first, those that may not be quoted among them; empty when nothing was asked. A passage's score says
     * how much likelier it is to answer than another of the same evidence: their odds are the exponential of the difference.
     */
    public Evidence gather(CaseRecord record) {
        Question question = QuestionReader.read(record);
        if (question.isEmpty()) {
            return new Evidence("", List.of(), List.of());
        }
        var specialist = record.findings().route().map(Route::specialist);
        var passages = rank(question, specialist);
        return new Evidence(question.text(), passages, Contradictions.among(passages));
    }

    /** What the ranking is fitted on: the candidates for a record's question, each with its signals. */
    List<Signalled> signalled(CaseRecord record) {
        Question question = QuestionReader.read(record);
        if (question.isEmpty()) {
            return List.of();
        }
        List<Found> candidates = candidates(question);
        List<double[]> signals = RankSignal.of(
                question, candidates, record.findings().route().map(Route::specialist), embedder, precedents);
        var all = new ArrayList<Signalled>();
        for (int i = 0; i < candidates.size(); i++) {
            all.add(new Signalled(candidates.get(i).passage(), signals.get(i)));
        }
        return List.copyOf(all);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
    record Signalled(Passage passage, double[] signals) {}

    private List<Passage> rank(Question question, Optional<Specialist> specialist) {
        List<Found> candidates = candidates(question);
        List<double[]> signals = RankSignal.of(question, candidates, specialist, embedder, precedents);
        var passages = new ArrayList<Passage>();
        for (int i = 0; i < candidates.size(); i++) {
            passages.add(scored(candidates.get(i).passage(), ranking.score(signals.get(i))));
        }
        return passages.stream()
                .sorted(Comparator.comparingDouble(Passage::score).reversed())
                .limit(KEPT)
                .toList();
    }

    /** What either the whole message or its needs alone bring up. */
    List<Found> candidates(Question question) {
        Map<String, Found> found = new LinkedHashMap<>();
        for (String query : queries(question)) {
            source.search(query, CANDIDATES)
                    .forEach(one -> found.merge(one.passage().id(), one, Found::or));
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble((Found one) -> one.passage().score())
                        .reversed())
                .limit(CANDIDATES)
                .toList();
    }

    private static Set<String> queries(Question question) {
        var queries = new LinkedHashSet<String>();
        queries.add(question.text());
        queries.add(question.need());
        return queries;
    }

    private static Passage scored(Passage passage, double score) {
        return new Passage(
                passage.id(), passage.source(), passage.heading(), passage.text(), score, passage.notCitable());
    }
}
