package io.sallyport.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"1.00,1000000,$1.00", "0.000001,1,$0.000001", "12,12000000,$12.00", "0.125,125000,$0.125"})
    void dollarsAreCountedInMillionths(String written, long micros, String shown) {
        assertThat(Money.valueOf(written)).isEqualTo(new Money(micros)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e", "", "$5", "0.0000001", "99999999999999999999"})
    void whatIsNoAmountIsRefused(String written) {
        assertThatThrownBy(() -> Money.valueOf(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTokensPriceIsExactAndACallsRoundedUp() {
        var price = new Price(new BigDecimal("3"), new BigDecimal("15"), new BigDecimal("0.30"), null);
        assertThat(price.micros(new Usage(1, 1, 0, 0))).isEqualTo(4);
        assertThat(price.micros(new Usage(0, 10, 0, 0))).isEqualTo(3);
        assertThat(price.micros(new Usage(0, 0, 2, 0))).isEqualTo(6);
        assertThat(price.micros(Usage.NONE)).isZero();
    }

    @Test
    void noCallCostsMoreThanTheMostThatWasSetAside() {
        var price =
                new Price(new BigDecimal("5"), new BigDecimal("25"), new BigDecimal("0.50"), new BigDecimal("6.25"));
        assertThat(price.micros(new Usage(100, 200, 300, 50))).isLessThanOrEqualTo(price.mostMicros(600, 50));
        assertThat(price.micros(new Usage(0, 0, 600, 50))).isEqualTo(price.mostMicros(600, 50));
    }
}
