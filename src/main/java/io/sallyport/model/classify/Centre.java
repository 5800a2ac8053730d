package io.sallyport.model.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** The mean of the vectors learned from: what all texts of a desk have in common says nothing of any. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
record Centre(float[] mean) {

    static Centre of(List<float[]> vectors) {
        var mean = new float[vectors.getFirst().length];
        for (var vector : vectors) {
            for (var i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return new Centre(mean);
    }

    void write(DataOutputStream out) throws IOException {
        Numbers.write(out, mean);
    }

    static Centre read(DataInputStream in) throws IOException {
        return new Centre(Numbers.floats(in));
    }

    int width() {
        return mean.length;
    }

    Features moved(float[] vector) {
        var moved = vector.clone();
        for (var i = 0; i < moved.length; i++) {
            moved[i] -= mean[i];
        }
        return Features.dense(moved);
    }
}
