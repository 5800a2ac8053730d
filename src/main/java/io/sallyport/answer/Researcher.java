package io.sallyport.answer;

import io.sallyport.answer.PassageSearch.Found;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Specialist;
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

    private static final int ASKED_FOR = 16;

    /** An article outside the specialist's own scope has to be this much better to come first. */
    private static final double OUTSIDE_SCOPE = 0.9;

    private final PassageSearch search;

    public Researcher(PassageSearch search) {
        this.search = search;
    }

    /** Passages best first, those that may not be quoted among them; empty when nothing was asked. */
    public Evidence gather(CaseRecord record) {
        Question question = QuestionReader.read(record);
        if (question.isEmpty()) {
            return new Evidence("", List.of(), List.of());
        }
        var specialist = record.findings().route().map(Route::specialist);
        Map<String, Passage> best = new LinkedHashMap<>();
        for (String query : queries(question)) {
            for (Found found : search.search(query, ASKED_FOR)) {
                Passage weighed = weighed(found, specialist);
                best.merge(weighed.id(), weighed, Researcher::better);
            }
        }
        var passages = best.values().stream()
                .sorted(Comparator.comparingDouble(Passage::score).reversed())
                .limit(KEPT)
                .toList();
        return new Evidence(question.text(), passages, List.of());
    }

    /** The whole message finds its subject, each need finds its own passage. */
    private static Set<String> queries(Question question) {
        var queries = new LinkedHashSet<String>();
        queries.add(question.text());
        queries.add(question.need());
        return queries;
    }

    private static Passage better(Passage one, Passage other) {
        return one.score() >= other.score() ? one : other;
    }

    private static Passage weighed(Found found, Optional<Specialist> specialist) {
        Passage passage = found.passage();
        boolean inside = specialist.isEmpty() || Scopes.covers(specialist.get(), found);
        double score = inside ? passage.score() : passage.score() * OUTSIDE_SCOPE;
        return new Passage(
                passage.id(), passage.source(), passage.heading(), passage.text(), score, passage.notCitable());
    }
}
