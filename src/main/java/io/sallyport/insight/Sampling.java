package io.sallyport.insight;

import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Lane;

/**
 * Which sent replies are reviewed: all of a lane's first ones, then a share. The choice rests on the effect's id alone, so
 * that anyone can repeat it, and a higher rate reviews everything that a lower one does.
 */
final class Sampling {

    /** A lane that has just begun to send is read in full. */
    static final int FIRST = 50;

    private static final int HEX_DIGITS = 13;

    /** Numbers of so many hexadecimal digits are exact as doubles. */
    private static final double RANGE = 0x1p52;

    private final QaSettings settings;

    Sampling(QaSettings settings) {
        this.settings = settings;
    }

    /** @param number of the reply among the lane's sent ones, from 1 */
    boolean includes(String effectId, Lane lane, long number) {
        return number <= FIRST || place(effectId) < settings.rate(lane);
    }

    /** From 0 to below 1, spread evenly. */
    static double place(String effectId) {
        return Long.parseLong(ChainHash.of("qa", effectId).substring(0, HEX_DIGITS), 16) / RANGE;
    }
}
