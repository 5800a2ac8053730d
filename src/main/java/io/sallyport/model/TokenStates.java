package io.sallyport.model;

import java.nio.FloatBuffer;

/** What the network says of each token of one text: {@code tokens} rows of {@code width} numbers. */
record TokenStates(FloatBuffer numbers, int tokens, int width) {

    /** The same numbers, which stay when those of the network are gone. */
    TokenStates copy() {
        var copied = new float[tokens * width];
        numbers.get(0, copied);
        return new TokenStates(FloatBuffer.wrap(copied), tokens, width);
    }

    /** The first token's state, which bge was trained to carry the whole text in, at unit length. */
    float[] first() {
        var vector = new float[width];
        numbers.get(0, vector);
        return unitLength(vector);
    }

    /** The mean of all tokens' states at unit length: closer to the words than the first token is. */
    float[] mean() {
        var vector = new float[width];
        for (int token = 0; token < tokens; token++) {
            for (int i = 0; i < width; i++) {
                vector[i] += numbers.get(token * width + i);
            }
        }
        return unitLength(vector);
    }

    /** The mean of some neighbouring tokens' states, as the network says them. */
    float[] meanOf(int from, int to) {
        var vector = new float[width];
        for (int token = from; token < to; token++) {
            for (int i = 0; i < width; i++) {
                vector[i] += numbers.get(token * width + i) / (to - from);
            }
        }
        return vector;
    }

    static float[] unitLength(float[] vector) {
        double square = 0;
        for (float x : vector) {
            square += x * x;
        }
        if (square > 0) {
            var scale = (float) (1 / Math.sqrt(square));
            for (int i = 0; i < vector.length; i++) {
                vector[i] *= scale;
            }
        }
        return vector;
    }
}
