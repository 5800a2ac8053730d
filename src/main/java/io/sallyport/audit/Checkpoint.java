package io.sallyport.audit;

import io.sallyport.casefile.ChainHash;
import java.util.regex.Pattern;

/**
 * What all cases together looked like at one time; each follows from the one before it.
 *
 * @param number from 1
 * @param hash 64 hexadecimal digits
 */
public record Checkpoint(long number, String hash) {

    /** Before the first one. */
    public static final Checkpoint NONE = new Checkpoint(0, ChainHash.GENESIS);

    private static final Pattern PRINTED = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /** @throws IllegalArgumentException for what is not written as {@link #toString} writes it */
    public static Checkpoint parse(String printed) {
        var match = PRINTED.matcher(printed.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "'" + printed + "' is no checkpoint; write it as './sallyport audit verify' prints it, NUMBER:HASH");
        }
        return new Checkpoint(Long.parseLong(match.group(1)), match.group(2));
    }

    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
