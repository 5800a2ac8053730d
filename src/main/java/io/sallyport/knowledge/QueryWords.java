package io.sallyport.knowledge;

import java.util.List;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/** A question's words, each as a BM25F query over headings and text. */
record QueryWords(List<String> words, List<Query> queries) {

    /** A customer's long mail is not searched beyond this: the rest is thread and signature. */
    private static final int MOST_WORDS = 100;

    private static final float HEAD_WEIGHT = 2f;

    static QueryWords of(String text) {
        var words = EnglishText.words(text).stream().limit(MOST_WORDS).toList();
        return new QueryWords(words, words.stream().map(QueryWords::query).toList());
    }

    private static Query query(String word) {
        return new CombinedFieldQuery.Builder(new BytesRef(word))
                .addField(PassageEntry.HEAD, HEAD_WEIGHT)
                .addField(PassageEntry.BODY, 1f)
                .build();
    }
}
