package io.sallyport.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** One search in one state of the index: by words, by meaning and by the title's meaning; then every score for all that one
 * of them found. */
final class IndexSearch {

    /** Each side brings this many; the fused order of the first ten does not change with more. */
    private static final int CANDIDATES = 60;

    record Found(PassageEntry entry, double cosine, double bm25, double coverage, double score) {}

    private final IndexSearcher searcher;
    private final Query scope;
    private final QueryWords words;
    private final float[] meaning;

    IndexSearch(IndexSearcher searcher, String query, float[] meaning, Scope scope) {
        this.searcher = searcher;
        this.scope = filter(scope);
        this.words = QueryWords.of(query);
        this.meaning = meaning;
    }

    List<Found> best(int k) {
        try {
            var wanted = Math.max(CANDIDATES, k);
            var candidates = new TreeSet<Integer>();
            for (var hits : List.of(
                    byMeaning(PassageEntry.VECTOR, wanted),
                    byMeaning(PassageEntry.TITLE_VECTOR, wanted),
                    byWords(wanted))) {
                Arrays.stream(hits).forEach(hit -> candidates.add(hit.doc));
            }
            return entries(Fusion.order(new CandidateScores(searcher, words, meaning).of(candidates), k));
        } catch (IOException e) {
            throw new UncheckedIOException("searching the index", e);
        }
    }

    private ScoreDoc[] byMeaning(String field, int wanted) throws IOException {
        return searcher.search(new KnnFloatVectorQuery(field, meaning, wanted, scope), wanted).scoreDocs;
    }

    private ScoreDoc[] byWords(int wanted) throws IOException {
        var query = new BooleanQuery.Builder().add(scope, Occur.FILTER).setMinimumNumberShouldMatch(1);
        words.queries().forEach(word -> query.add(word, Occur.SHOULD));
        return searcher.search(query.build(), wanted).scoreDocs;
    }

    private List<Found> entries(List<Fusion.Fused> fused) throws IOException {
        var stored = searcher.storedFields();
        var found = new ArrayList<Found>();
        for (var one : fused) {
            var scores = one.scores();
            var entry = PassageEntry.read(stored.document(scores.document()));
            found.add(new Found(entry, scores.cosine(), scores.bm25(), scores.coverage(), one.score()));
        }
        return found;
    }

    private static Query filter(Scope scope) {
        var query = new BooleanQuery.Builder();
        var audiences = scope.audiences().stream().map(Enum::name).toList();
        anyOf(query, PassageEntry.AUDIENCE, audiences);
        anyOf(
                query,
                PassageEntry.AREA,
                scope.productAreas().stream().map(PassageEntry::label).toList());
        anyOf(
                query,
                PassageEntry.TAG,
                scope.tags().stream().map(PassageEntry::label).toList());
        var filter = query.build();
        return filter.clauses().isEmpty() ? MatchAllDocsQuery.INSTANCE : filter;
    }

    private static void anyOf(BooleanQuery.Builder query, String field, List<String> values) {
        if (!values.isEmpty()) {
            var any = new BooleanQuery.Builder();
            values.forEach(value -> any.add(new TermQuery(new Term(field, value)), Occur.SHOULD));
            query.add(any.build(), Occur.FILTER);
        }
    }
}
