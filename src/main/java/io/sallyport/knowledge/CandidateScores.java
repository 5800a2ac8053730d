package io.sallyport.knowledge;

import io.sallyport.model.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.SortedSet;
import java.util.stream.DoubleStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Every score for passages that were found by one of them only. */
final class CandidateScores {

    /**
     * @param document Lucene's number in this state of the index
     * @param titleCosine of question and article title
     */
    record Scores(int document, double cosine, double titleCosine, double bm25, double coverage) {}

    private final IndexSearcher searcher;
    private final float[] meaning;
    private final List<Weight> words = new ArrayList<>();
    private final double[] rarity;

    CandidateScores(IndexSearcher searcher, QueryWords question, float[] meaning) throws IOException {
        this.searcher = searcher;
        this.meaning = meaning;
        this.rarity = new double[question.words().size()];
        for (var i = 0; i < rarity.length; i++) {
            rarity[i] = rarity(question.words().get(i));
            var query = searcher.rewrite(question.queries().get(i));
            words.add(searcher.createWeight(query, ScoreMode.COMPLETE, 1f));
        }
    }

    /** BM25's inverse document frequency. A word that no article has counts as the rarest of all. */
    private double rarity(String word) throws IOException {
        var reader = searcher.getIndexReader();
        var holders = Math.max(
                reader.docFreq(new Term(PassageEntry.BODY, word)), reader.docFreq(new Term(PassageEntry.HEAD, word)));
        return Math.log1p((reader.numDocs() - holders + 0.5) / (holders + 0.5));
    }

    List<Scores> of(SortedSet<Integer> documents) throws IOException {
        var scores = new ArrayList<Scores>();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var end = leaf.docBase + leaf.reader().maxDoc();
            scores.addAll(inLeaf(leaf, documents.subSet(leaf.docBase, end)));
        }
        return scores;
    }

    private List<Scores> inLeaf(LeafReaderContext leaf, SortedSet<Integer> documents) throws IOException {
        var scores = new ArrayList<Scores>();
        if (documents.isEmpty()) {
            return scores;
        }
        var scorers = new ArrayList<Scorer>();
        for (var word : words) {
            scorers.add(word.scorer(leaf));
        }
        var passages = cosines(leaf, PassageEntry.VECTOR, documents);
        var titles = cosines(leaf, PassageEntry.TITLE_VECTOR, documents);
        for (int document : documents) {
            var held = heldWords(scorers, document - leaf.docBase);
            scores.add(new Scores(document, passages.next(), titles.next(), held.bm25(), held.coverage()));
        }
        return scores;
    }

    private PrimitiveIterator.OfDouble cosines(LeafReaderContext leaf, String field, SortedSet<Integer> documents)
            throws IOException {
        var cosines = DoubleStream.builder();
        var vectors = leaf.reader().getFloatVectorValues(field);
        var at = vectors.iterator();
        for (int document : documents) {
            at.advance(document - leaf.docBase);
            cosines.add(Embedder.similarity(meaning, vectors.vectorValue(at.index())));
        }
        return cosines.build().iterator();
    }

    private record Held(double bm25, double coverage) {}

    private Held heldWords(List<Scorer> scorers, int number) throws IOException {
        var bm25 = 0d;
        var held = 0d;
        var all = 0d;
        for (var i = 0; i < rarity.length; i++) {
            all += rarity[i];
            if (stands(scorers.get(i), number)) {
                bm25 += scorers.get(i).score();
                held += rarity[i];
            }
        }
        return new Held(bm25, all == 0 ? 0 : held / all);
    }

    private static boolean stands(Scorer scorer, int number) throws IOException {
        if (scorer == null) {
            return false;
        }
        DocIdSetIterator at = scorer.iterator();
        return (at.docID() < number ? at.advance(number) : at.docID()) == number;
    }
}
