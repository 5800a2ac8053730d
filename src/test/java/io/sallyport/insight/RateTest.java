package io.sallyport.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RateTest {

    /** 10 of 20 lies between .2993 and .7007, worked by hand from Wilson's formula. */
    @Test
    void saysBetweenWhatTheShareLies() {
        var rate = new Rate(10, 20);
        assertThat(rate.share()).isEqualTo(0.5);
        assertThat(rate.low()).isCloseTo(0.2993, within(0.0001));
        assertThat(rate.high()).isCloseTo(0.7007, within(0.0001));
    }

    @Test
    void knowsNothingOfNothing() {
        var rate = new Rate(0, 0);
        assertThat(rate.low()).isZero();
        assertThat(rate.high()).isOne();
    }

    @Test
    void staysWithinItsBounds() {
        assertThat(new Rate(0, 5).low()).isZero();
        assertThat(new Rate(5, 5).high()).isOne();
    }
}
