package io.sallyport.model;

import java.util.List;

/**
 * Text to vectors of unit length, so that the dot product of two of them is their cosine. The same text always gets
 * the same vector, whatever it is embedded together with. Safe to share between threads.
 */
public interface Embedder {

    int dimension();

    float[] embed(String text);

    /** One vector for each text, in the order of the texts. */
    default List<float[]> embedAll(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }

    /** The cosine of two vectors of this embedder. */
    static double similarity(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
