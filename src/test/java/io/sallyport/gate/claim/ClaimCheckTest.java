package io.sallyport.gate.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimCheckTest {

    private static Judgement judge(String claim, String... evidence) {
        return ClaimCheck.judge(claim, List.of(evidence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You can't cancel after 60 days.|You cannot cancel after 60 days.",
                "Go to Settings and choose Plan.|Open Settings and select Plan.",
                "You need to hold the button for 5 s.|You have to hold the button for five s.",
                "Hold the button for 5 s to pair the sensor.|To pair the sensor, hold the button for 5 s.",
                "If you lose the phone, use a recovery code.|Use a recovery code if you lose the phone.",
                "The lock ends after 15 minutes.|In short, the lock ends after 15 minutes.",
                "You can add a VAT ID in Settings.|The customer can add a VAT ID in Settings.",
                "You need an owner role.|One needs an owner role.",
                "The colour of the light is white.|The color of the light is white.",
                "It doesn't work with Apple HomeKit.|It does not work with Apple HomeKit.",
                "Open Settings › Plan.|Open Settings > Plan.",
                "Write to support by e-mail.|Write to support by email.",
                "The export has up to 1,000,000 rows.|The export has up to 1000000 rows.",
                "Turn on two-step verification.|Enable two-step verification.",
                "However, alerts keep working.|Alerts keep working.",
                "Sign in with Google.|Please log in with Google.",
                "The plan costs $24 per month.|The plan costs $24 a month.",
                "The plan costs 24 euros per year.|The plan costs 24 euros a year.",
                "You may write 3 times a day.|You may write 3 times per day.",
                "The answer is no.|The answer is no",
                "No, returns cost $5.|No, returns cost $5.",
                "You can connect hubs.|You can connect a hub.",
                "Use a new licence key.|Use a new license key.",
                "It stores –40 °C.|It stores -40 °C.",
                "It takes 5–7 days.|It takes 5 to 7 days."
            })
    void aLightRewriteHolds(String evidence, String claim) {
        assertThat(judge(claim, evidence)).isInstanceOf(Judgement.Supported.class);
        assertThat(judge(evidence, evidence).score()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The plan costs $24 a month.|The plan costs $25 a month.",
                "The plan costs $24 a month.|The plan costs €24 a month.",
                "The plan costs $24 a month.|The plan costs $24 a year.",
                "The plan costs $24 a month.|The plan costs about $24 a month.",
                "It stores -40 °C.|It stores 40 °C.",
                "It stores –40 °C.|It stores 40 °C.",
                "It works from –20 to 40 °C.|It works from 20 to 40 °C.",
                "No, returns are accepted.|No returns are accepted.",
                "No returns are accepted.|No, returns are accepted.",
                "No returns are accepted.|No – returns are accepted.",
                "A few hubs support this.|Few hubs support this.",
                "Few hubs support this.|A few hubs support this.",
                "There is a little delay.|There is little delay.",
                "You can connect a hub.|You can connect hubs.",
                "You can add a new two-way sensor.|You can add new two-way sensors.",
                "An issue was found.|Problems was found.",
                "It is sent once the parcel arrives.|It is sent immediately after the parcel arrives.",
                "You can cancel once you have paid.|You can cancel as soon as you have paid.",
                "Wait a month before you cancel.|Wait per month before you cancel.",
                "It blinks after a second.|It blinks after per second.",
                "You need one code per hub.|You need one code every hub.",
                "Keep the box in case you send it back.|Keep the box if you send it back.",
                "It is free, so you can try, in case you ask.|It is free.",
                "Do not press both buttons at once.|Do not press both buttons immediately.",
                "It is slow since you moved.|It is slow because you moved.",
                "You can cancel.|You can't cancel.",
                "You can't cancel.|You can cancel.",
                "You must confirm.|You may confirm.",
                "You should confirm.|You must confirm.",
                "You may cancel.|You can cancel.",
                "All owners can cancel.|Most owners can cancel.",
                "Only owners can cancel.|Owners can cancel.",
                "Owners can cancel.|Only owners can cancel.",
                "Confirm before you pay.|Confirm after you pay.",
                "It works with Alexa.|It works with Google Home.",
                "Turn on alerts.|Turn off alerts.",
                "You can cancel unless you are a member.|You can cancel.",
                "Cancel if you are the owner.|Cancel.",
                "You get a refund when you cancel in 60 days.|You get a refund.",
                "A, B and C are free.|A, B, C and D are free.",
                "The hub sends data to the app.|The app sends data to the hub.",
                "Do alerts work while it is locked?|Alerts work while it is locked.",
                "It works with at least 3 sensors.|It works with at most 3 sensors.",
                "It is available on Pro.|It is unavailable on Pro.",
                "It takes 5 to 7 days.|It takes 7 to 5 days.",
                "The warranty is 3 years (hub 2 years).|The warranty is 3 years.",
                "Hidden networks work, and captive portals do not.|Captive portals work.",
                "It no longer works on iOS 16.|It works on iOS 16.",
                "Charts may lag up to 2 minutes.|Charts lag up to 2 minutes.",
                "It does not close only when the door is open.|When the door is open it does not close only."
            })
    void aChangedMeaningDoesNot(String evidence, String claim) {
        assertThat(judge(claim, evidence)).isInstanceOf(Judgement.NotSupported.class);
        assertThat(judge(claim, evidence).score()).isLessThan(0.5);
    }

    @Test
    void twoTrueSentencesSplicedAreNotSupported() {
        String first = "The Home plan costs $6 a month and includes 20 sensors.";
        String second = "The Pro plan costs $24 a month and includes 100 sensors.";
        assertThat(judge("The Home plan costs $6 a month and includes 100 sensors.", first, second)
                        .isSupported())
                .isFalse();
        assertThat(judge("The Pro plan costs $6 a month.", first, second).isSupported())
                .isFalse();
        assertThat(judge(first + " " + second, first, second).isSupported()).isFalse();
    }

    @Test
    void aPartMayStandAloneOnlyWhenNothingRestrictsIt() {
        String sentence = "The lock ends by itself, so you can wait.";
        assertThat(judge("Alerts keep working.", "The lock ends; alerts keep working.")
                        .isSupported())
                .isTrue();
        assertThat(judge("The hub is online, as said.", "The hub is online.").isSupported())
                .isFalse();
        assertThat(judge("The lock ends by itself.", sentence).isSupported()).isTrue();
        assertThat(judge("Refunds are paid.", "Refunds are paid, but only on annual plans.")
                        .isSupported())
                .isFalse();
        assertThat(judge("Refunds are paid.", "Refunds are paid; plans under $5 are left out.")
                        .isSupported())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Shipping is free; oversized items cost extra.|Shipping is free.",
                "Shipping is free, so order now; oversized items cost extra.|Shipping is free.",
                "Shipping is free, which excepts oversized items.|Shipping is free.",
                "The trial is free, which holds in Europe.|The trial is free."
            })
    void whatStandsAfterMayBeAnExceptionWithoutSayingSo(String evidence, String claim) {
        assertThat(judge(claim, evidence).isSupported()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pro is free or Home is cheap if you pay yearly.|If you pay yearly, Pro is free or Home is cheap.",
                "Pro is free and Home is cheap if you pay yearly.|If you pay yearly, Pro is free and Home is cheap.",
                "Pro is paid but Home is free for a year.|For a year Pro is paid but Home is free.",
                "Alerts are free, calls are charged with Home.|With Home alerts are free, calls are charged.",
                "Alerts are free; in Europe calls are charged.|In Europe calls are charged alerts are free."
            })
    void whatBearsOnTheLastPartDoesNotMoveInFrontOfAll(String evidence, String claim) {
        assertThat(judge(claim, evidence).isSupported()).isFalse();
    }

    @Test
    void saysWhyInPlainWords() {
        assertThat(((Judgement.NotSupported) judge("It costs $25.", "It costs $24.")).why())
                .isEqualTo("the cited sentence does not say '$25'");
        assertThat(((Judgement.NotSupported) judge("It is not free.", "It is free.")).why())
                .contains("denies");
        assertThat(((Judgement.NotSupported) judge("It is free.", "It is free if you ask.")).why())
                .contains("leaves out 'if'");
        assertThat(((Judgement.NotSupported) judge("It is green.", "It is red.")).why())
                .contains("'green'");
    }

    @Test
    void nothingSaidIsNothingProven() {
        assertThat(judge("...", "It is free.").isSupported()).isFalse();
        assertThat(judge("The.", "The.").isSupported()).isFalse();
        assertThat(ClaimCheck.judge("It is free.", List.of()).isSupported()).isFalse();
    }
}
