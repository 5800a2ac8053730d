package io.sallyport.gate.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456",
                "123456.",
                "The code is 123456, thank you",
                "Code:123456",
                "(123456)",
                "\"123456\"",
                "123456\n\nJo",
                "123456 for order HL-100533",
                "My code: *123456*",
                "123456 and again 123456!"
            })
    void isFoundWhereItStandsAlone(String written) {
        assertThat(WrittenCode.in(written)).isEqualTo(new WrittenCode.One("123456"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no code came",
                "HL-123456",
                "#123456",
                "1234567",
                "12345",
                "123 456",
                "$123456",
                "123456.50",
                "1,123456",
                "+123456",
                "12-123456",
                "123456-7",
                "a123456",
                "123456a",
                "order_123456",
                "/t/123456",
                "jo@123456",
                "\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16",
                "\u0661\u0662\u0663\u0664\u0665\u0666",
                "\u0661123456",
                "123456\u0301"
            })
    void isNotFoundInOtherNumbersOrOtherDigits(String written) {
        assertThat(WrittenCode.in(written)).isEqualTo(new WrittenCode.None());
    }

    @Test
    void severalAreSeveral() {
        assertThat(WrittenCode.in("123456 or 654321")).isEqualTo(new WrittenCode.Several());
    }
}
