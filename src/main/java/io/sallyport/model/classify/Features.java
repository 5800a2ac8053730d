package io.sallyport.model.classify;

/** A row of numbers, most of them zero: {@code value[i]} stands at index {@code at[i]}. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
record Features(int[] at, float[] value) {

    static Features dense(float[] row) {
        var at = new int[row.length];
        for (var i = 0; i < at.length; i++) {
            at[i] = i;
        }
        return new Features(at, row);
    }
}
