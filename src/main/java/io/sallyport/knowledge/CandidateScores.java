package io.sallyport.knowledge;

import io.sallyport.model.Embedder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Both scores for passages that were found by one of them only. */
final class CandidateScores {

    /** @param document Lucene's number in this state of the index */
    record Scores(int document, double cosine, double bm25, double coverage) {}

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
        var vectors = leaf.reader().getFloatVectorValues(PassageEntry.VECTOR);
        var at = vectors.iterator();
        for (int document : documents) {
            var number = document - leaf.docBase;
            at.advance(number);
            var cosine = Embedder.similarity(meaning, vectors.vectorValue(at.index()));
            scores.add(lexical(document, number, cosine, scorers));
        }
        return scores;
    }

    private Scores lexical(int document, int number, double cosine, List<Scorer> scorers) throws IOException {
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
        return new Scores(document, cosine, bm25, all == 0 ? 0 : held / all);
    }

    private static boolean stands(Scorer scorer, int number) throws IOException {
        if (scorer == null) {
            return false;
        }
        DocIdSetIterator at = scorer.iterator();
        return (at.docID() < number ? at.advance(number) : at.docID()) == number;
    }
}
