package io.sallyport.skill;

import io.sallyport.casefile.Citation;
import io.sallyport.knowledge.Article;
import io.sallyport.knowledge.Hit;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.knowledge.Scope;
import io.sallyport.model.Embedder;
import io.sallyport.skill.ArticleReport.Near;
import io.sallyport.skill.Solution.Statement;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which articles say already what an answer says, sentence by sentence. */
final class Duplicates {

    /**
     * From here on two sentences with the same values say the same. The threshold by which triage calls two subjects the same
     * symptom, as it is the same question of the same network.
     */
    private static final double SAME = 0.90;

    private static final int PASSAGES = 12;
    private static final int NAMED = 5;

    private final KnowledgeBase articles;
    private final Embedder embedder;

    Duplicates(KnowledgeBase articles, Embedder embedder) {
        this.articles = articles;
        this.embedder = embedder;
    }

    /** @param unsaid statements that no article holds */
    record Found(String coverage, String why, List<Near> near, List<String> unsaid) {}

    Found of(Solution solution) {
        var hits = hits(solution);
        var unsaid = statements(solution).stream()
                .filter(statement -> statement.citations().isEmpty() && !isSaid(statement.text(), hits))
                .map(Statement::text)
                .toList();
        var near = near(solution, hits);
        int all = statements(solution).size();
        if (unsaid.isEmpty()) {
            return new Found(ArticleReport.COVERED, "every sentence of it is in " + first(near), near, unsaid);
        }
        String why = unsaid.size() == all
                ? "no article says any of it"
                : (all - unsaid.size()) + " of " + all + " sentences are in an article, as " + first(near);
        return new Found(unsaid.size() == all ? ArticleReport.NEW : ArticleReport.PARTLY, why, near, unsaid);
    }

    /** What a person said of the solution counts like a sentence of the answer. */
    private static List<Statement> statements(Solution solution) {
        var all = new ArrayList<>(solution.statements());
        SentenceSplitter.split(solution.how()).forEach(sentence -> all.add(new Statement(sentence, false, List.of())));
        return all;
    }

    private static String first(List<Near> near) {
        return near.stream()
                .findFirst()
                .map(one -> one.article() + "@" + one.revision())
                .orElse("articles");
    }

    private List<Hit> hits(Solution solution) {
        Map<String, Hit> hits = new LinkedHashMap<>();
        for (String query : List.of(solution.title() + " " + String.join(" ", solution.asked()), solution.text())) {
            articles.search(query, PASSAGES, Scope.EVERYTHING)
                    .forEach(hit -> hits.putIfAbsent(hit.passage().id(), hit));
        }
        return List.copyOf(hits.values());
    }

    private boolean isSaid(String sentence, List<Hit> hits) {
        var values = Values.normalsIn(sentence);
        float[] meaning = embedder.embed(sentence);
        return hits.stream()
                .flatMap(hit -> SentenceSplitter.split(hit.passage().text()).stream())
                .filter(other -> Values.normalsIn(other).equals(values))
                .anyMatch(other -> Embedder.similarity(meaning, embedder.embed(other)) >= SAME);
    }

    private List<Near> near(Solution solution, List<Hit> hits) {
        float[] meaning = embedder.embed(solution.title() + ". " + solution.text());
        Map<String, Near> bySlug = new LinkedHashMap<>();
        for (Hit hit : hits) {
            var likeness =
                    Embedder.similarity(meaning, embedder.embed(hit.passage().text()));
            bySlug.merge(
                    hit.article().slug(),
                    near(hit.article(), likeness, cited(solution, hit.article().slug())),
                    (one, other) -> one.likeness() >= other.likeness() ? one : other);
        }
        citedSlugs(solution)
                .filter(slug -> !bySlug.containsKey(slug))
                .forEach(slug -> articles.find(slug)
                        .ifPresent(article -> bySlug.put(slug, near(article, 0, cited(solution, slug)))));
        return bySlug.values().stream()
                .sorted(Comparator.comparingInt(Near::cited)
                        .thenComparingDouble(Near::likeness)
                        .reversed())
                .limit(NAMED)
                .toList();
    }

    private Near near(Article article, double likeness, int cited) {
        return new Near(
                article.ref().id(),
                article.revision(),
                article.title(),
                Math.round(likeness * 1000) / 1000.0,
                cited,
                articles.whyNotCitable(article).orElse(""));
    }

    private static int cited(Solution solution, String slug) {
        return (int) solution.statements().stream()
                .filter(statement -> statement.citations().stream()
                        .map(Citation::source)
                        .map(Article::findSlug)
                        .anyMatch(Optional.of(slug)::equals))
                .count();
    }

    private static Stream<String> citedSlugs(Solution solution) {
        return solution.statements().stream()
                .flatMap(statement -> statement.citations().stream())
                .flatMap(citation -> Article.findSlug(citation.source()).stream())
                .distinct();
    }
}
