package io.sallyport.knowledge;

import io.sallyport.casefile.SourceRef;
import io.sallyport.text.Names;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;

/**
 * What the index holds of one passage.
 *
 * @param heading title and headings, outermost first
 */
record PassageEntry(String id, String slug, int revision, String heading, String text) {

    static final String SLUG = "slug";
    static final String STAMP = "stamp";
    static final String AUDIENCE = "audience";
    static final String AREA = "area";
    static final String TAG = "tag";
    static final String HEAD = "head";
    static final String BODY = "body";
    static final String NAME = "name";
    static final String VECTOR = "vector";
    static final String TITLE_VECTOR = "title_vector";
    static final String BETWEEN_HEADINGS = " › ";

    private static final String ID = "id";
    private static final String REVISION = "revision";
    private static final String SHOWN_HEADING = "heading";

    static PassageEntry of(Article article, Revision.Section section) {
        var heading = new StringBuilder(article.title());
        section.heading().forEach(part -> heading.append(BETWEEN_HEADINGS).append(part));
        return new PassageEntry(
                article.ref().id() + "#" + section.anchor(),
                article.slug(),
                article.revision(),
                heading.toString(),
                section.text());
    }

    static PassageEntry read(Document document) {
        return new PassageEntry(
                document.get(ID),
                document.get(SLUG),
                document.getField(REVISION).numericValue().intValue(),
                document.get(SHOWN_HEADING),
                document.get(BODY));
    }

    SourceRef source() {
        return Article.ref(slug, revision);
    }

    /** Headings and words; code says little about what a passage is for and would crowd out the rest. */
    String meaning() {
        return heading + "\n" + text.replaceAll("(?s)```.*?```", " ").strip();
    }

    Document document(Article article, String stamp, float[] vector, float[] titleVector) {
        var document = new Document();
        document.add(new StoredField(ID, id));
        document.add(new StringField(SLUG, slug, Store.YES));
        document.add(new StoredField(REVISION, revision));
        document.add(new StoredField(STAMP, stamp));
        document.add(new StoredField(SHOWN_HEADING, heading));
        document.add(new TextField(HEAD, heading, Store.NO));
        document.add(new TextField(BODY, text, Store.YES));
        Names.wordsIn(text).forEach(word -> document.add(new StringField(NAME, word, Store.NO)));
        document.add(new StringField(AUDIENCE, article.audience().name(), Store.NO));
        article.productArea().ifPresent(area -> document.add(new StringField(AREA, label(area), Store.NO)));
        article.tags().forEach(tag -> document.add(new StringField(TAG, label(tag), Store.NO)));
        document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        document.add(new KnnFloatVectorField(TITLE_VECTOR, titleVector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    static String label(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }
}
