package io.sallyport.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It costs $1,200.50|money 1200.5 usd",
                "It costs 24 dollars|money 24 usd",
                "Pay EUR 9 now|money 9 eur",
                "Save 30 % today|percent 30",
                "Save thirty percent|percent 30",
                "within 15 minutes|duration 900 s",
                "a 30-day grace|duration 2592000 s",
                "after two years|duration 24 months",
                "10 business days|duration 10 business days",
                "at 5 p.m. sharp|time 17:00",
                "at 14:30|time 14:30",
                "on 2027-03-31|date 2027-03-31",
                "on March 31, 2027|date 2027-03-31",
                "on 31 March 2027|date 2027-03-31",
                "on Oct. 5|date 10-05",
                "firmware 4.8.2|version 4.8.2",
                "API v2|version 2",
                "issue KI-21|id ki-21",
                "order A1B2C3|id a1b2c3",
                "at 85dB|quantity 85 db",
                "down to -40 °C|quantity -40 °c",
                "write to Help@Example.com|email help@example.com",
                "see https://www.example.com/a/|address example.com/a",
                "two hundred and fifty rows|number 250",
                "twenty-one sites|number 21",
                "1,000,000 rows|number 1000000",
                "the 3rd try|ordinal 3",
                "18x more|number 18"
            })
    void readsAValue(String text, String expected) {
        assertThat(Values.normalsIn(text)).containsExactly(expected);
    }

    @Test
    void oneIsANumberOnlyWhereItCounts() {
        assertThat(Values.normalsIn("Use this one and no other one.")).isEmpty();
        assertThat(Values.normalsIn("It has one button.")).containsExactly("number 1");
    }

    @Test
    void rangesKeepBothEnds() {
        assertThat(Values.normalsIn("3–5 sensors")).containsExactly("number 3", "number 5");
    }

    @Test
    void aSwappedUnitIsAnotherValue() {
        assertThat(Values.normalsIn("12 hours")).isNotEqualTo(Values.normalsIn("12 days"));
        assertThat(Values.normalsIn("24 hours")).isEqualTo(Values.normalsIn("1 day"));
    }
}
