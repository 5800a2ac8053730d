package io.sallyport.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private static final PersonalData RULES = PersonalData.byRules();

    private static String found(String text) {
        return RULES.in(text).stream()
                .map(finding -> finding.kind() + " " + finding.span().in(text))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write to o'neil+shop@mail.example.co.uk please     | EMAIL o'neil+shop@mail.example.co.uk
            or to jo [at] post.example                         | EMAIL jo [at] post.example
            my card 4111 1111 1111 1111 failed                 | CARD 4111 1111 1111 1111
            my card 5555-5555-5555-4444 failed                 | CARD 5555-5555-5555-4444
            card no. 6759649826438453                          | CARD 6759649826438453
            visa ending wrong: 4111111111111112                | CARD 4111111111111112
            reference 8520034711093301                         | NUMBER 8520034711093301
            from DE89 3704 0044 0532 0130 00 yesterday         | IBAN DE89 3704 0044 0532 0130 00
            from NL91ABNA0417164300                            | IBAN NL91ABNA0417164300
            a slip in GB82WEST12345698765433                   | IBAN GB82WEST12345698765433
            call +46 8 465 004 00                              | PHONE +46 8 465 004 00
            call (614) 555-0102 back                           | PHONE 614) 555-0102
            call 01632 960 774 back                            | PHONE 01632 960 774
            my phone is 555-0102                               | PHONE 555-0102
            seen from 203.0.113.77 only                        | IP 203.0.113.77
            seen from 2001:db8::8a2e:370:7334 only             | IP 2001:db8::8a2e:370:7334
            SSN 078-05-1120                                    | ID 078-05-1120
            my passport number is X4T78120K                    | ID X4T78120K
            driver's license: D4481-2290                       | ID D4481-2290
            I was born on 14 March 1971                        | BIRTH_DATE 14 March 1971
            date of birth: 1971-03-14                          | BIRTH_DATE 1971-03-14
            the key is sk-test_9aK2mQ8xT4vB7nL1                | SECRET sk-test_9aK2mQ8xT4vB7nL1
            Authorization: Bearer abc.def-123456               | SECRET abc.def-123456
            my password is Tr0ub4dor&3                         | SECRET Tr0ub4dor&3
            https://jo:hunter22@files.example/a                | SECRET jo:hunter22; EMAIL files.example
            https://files.example/a?token=q7x&page=2           | SECRET q7x&page=2
            """)
    void finds(String text, String found) {
        assertThat(found(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ship it to 12 Quarry Road, Dunmore, please            | ADDRESS 12 Quarry Road, Dunmore
            she lives at Lindenstraße 4, 10969 Berlin             | ADDRESS Lindenstraße 4, 10969 Berlin
            12 rue de la Paix, 75002 Paris                        | ADDRESS 12 rue de la Paix, 75002 Paris
            Calle Mayor 14, 2º                                    | ADDRESS Calle Mayor 14, 2º
            Flat 22 is flooded                                    | ADDRESS Flat 22
            write to P.O. Box 1180, Dunmore                       | ADDRESS P.O. Box 1180, Dunmore
            our office is at Kullavägen 7B                        | ADDRESS Kullavägen 7B
            she sits at the corner of Mill Lane and Oak Street    | ADDRESS the corner of Mill Lane and Oak Street
            the postcode is SW1A 2AA                              | ADDRESS SW1A 2AA
            my zip code is 20210                                  | ADDRESS 20210
            """)
    void findsPostalAddresses(String text, String found) {
        assertThat(found(text)).isEqualTo(found);
    }

    @Test
    void anAddressGoesOnOverLines() {
        assertThat(found("Please send it to\n18 Station Road\nFlat 4\nDunmore\nThanks a lot"))
                .startsWith("ADDRESS 18 Station Road\nFlat 4\nDunmore");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order 104227 of 2026-11-21 for 1,249.00 EUR at 14:35",
                "The Pro plan allows 100 sensors, Home allows 20.",
                "It listens on 868 MHz or 915 MHz, not both.",
                "Choose Day as the view. 3. Move the marker to 12:00.",
                "It returns 200. Request a new page after 429.",
                "Firmware 2.14.0.3 runs on port 443, address 127.0.0.1.",
                "Shipping to the EU and the UK takes 3 to 5 days.",
                "Press Key 3 and wait for Channel 7.",
                "I sent 2 mails on Monday 4 May.",
                "Forgot my password, what is the token limit?",
                "From 2024-2026 we paid 30 % more.",
            })
    void leavesWhatIsNobodys(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void dropsNothingWhereFindingsOverlap() {
        var text = "0123456789";
        var apart = PersonalData.apart(
                List.of(Finding.at(Kind.ADDRESS, 0, 10), Finding.at(Kind.CARD, 3, 6), Finding.at(Kind.NUMBER, 2, 5)),
                text);

        assertThat(apart)
                .containsExactly(
                        Finding.at(Kind.ADDRESS, 0, 3), Finding.at(Kind.CARD, 3, 6), Finding.at(Kind.ADDRESS, 6, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111111", "378282246310005", "6011 0009 9013 9424", "3056 9309 0259 04"})
    void knowsTheCheckDigitOfCards(String number) {
        assertThat(Accounts.hasCardCheck(number)).isTrue();
        var last = (number.charAt(number.length() - 1) - '0' + 1) % 10;
        assertThat(Accounts.hasCardCheck(number.substring(0, number.length() - 1) + last))
                .isFalse();
    }

    @Test
    void knowsTheCheckOfIbans() {
        assertThat(Accounts.hasIbanCheck("GB82 WEST 1234 5698 7654 32")).isTrue();
        assertThat(Accounts.hasIbanCheck("GB82 WEST 1234 5698 7654 33")).isFalse();
    }
}
