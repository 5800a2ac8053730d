package io.sallyport.model;

import io.sallyport.text.Lexicon;
import java.util.List;

/** How much speaks for a word being part of a person's name: a weighted sum of its features, learned by logistic regression. */
final class NameHead {

    private static final String SHIPPED = "/model/name-weights.txt";

    private final float[] weights;

    NameHead(float[] weights) {
        this.weights = weights.clone();
    }

    static NameHead shipped() {
        List<String> numbers = Lexicon.list(SHIPPED);
        if (numbers.size() != NameFeatures.WIDTH) {
            throw new IllegalStateException(SHIPPED + " has " + numbers.size() + " weights, the features are "
                    + NameFeatures.WIDTH + ": learn them again, see docs/privacy.md");
        }
        var weights = new float[numbers.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Float.parseFloat(numbers.get(i));
        }
        return new NameHead(weights);
    }

    float[] weights() {
        return weights.clone();
    }

    /** Log odds: zero is even. */
    double score(float[] row) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }
}
