package io.sallyport.model.language;

/**
 * Tokens of one or more calls, each counted once.
 *
 * @param input read at full price
 * @param cacheRead input that the vendor had cached
 * @param cacheWritten input that the vendor cached with this call
 * @param output written by the model, its hidden thinking included
 */
public record Usage(long input, long cacheRead, long cacheWritten, long output) {

    public static final Usage NONE = new Usage(0, 0, 0, 0);

    public Usage {
        if (input < 0 || cacheRead < 0 || cacheWritten < 0 || output < 0) {
            throw new IllegalArgumentException(
                    "tokens cannot be negative: " + input + ", " + cacheRead + ", " + cacheWritten + ", " + output);
        }
    }

    public Usage plus(Usage other) {
        return new Usage(
                input + other.input,
                cacheRead + other.cacheRead,
                cacheWritten + other.cacheWritten,
                output + other.output);
    }

    public long all() {
        return allInput() + output;
    }

    /** Everything the model read, cached or not. */
    public long allInput() {
        return input + cacheRead + cacheWritten;
    }
}
