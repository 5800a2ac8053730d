package io.sallyport.gate;

import static io.sallyport.gate.GateCase.plain;
import static io.sallyport.gate.GateCase.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Mood;
import io.sallyport.casefile.Verdict;
import io.sallyport.gate.judge.Judges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToneGateTest {

    private final GateCase kit = new GateCase();

    private Verdict judge(String text) {
        return new ToneGate(Judges.NONE).judge(kit.record(), reply(plain(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is your own fault.",
                "You should have read the manual.",
                "You failed to confirm it.",
                "Obviously, you pressed the wrong key.",
                "Congratulations on breaking it.",
                "We guarantee that it works.",
                "Rest assured.",
                "PLEASE STOP WRITING THIS NOW.",
                "Open it now!!",
                "You're gonna love it.",
                "That's not our problem.",
                "It will never fail again.",
                "This is a user error.",
                "DO NOT DO IT NOW",
                "That is a stupid question.",
                "Just use your head.",
                "You claim that it broke.",
                "This is your last warning."
            })
    void stopsWhatNoCustomerShouldRead(String text) {
        assertThat(judge("Open Settings. " + text))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.flagged().getFirst().sentence()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Open Settings › Plan and choose Cancel.",
                "If you forgot your password, choose Forgot password.",
                "The API answers with HTTP 429 and a JSON body.",
                "SAML SSO with SCIM is part of Fleet.",
                "We are sorry for the trouble.",
                "Turn on two-step verification."
            })
    void plainWordsPass(String text) {
        assertThat(judge(text).isPass()).isTrue();
    }

    @Test
    void cheerIsForTheCheerful() {
        assertThat(judge("Great news, it is fixed!").isPass()).isTrue();
        kit.mood = Mood.ANGRY;
        assertThat(judge("Great news, it is fixed!").isPass()).isFalse();
        assertThat(judge("We are sorry for the trouble. It is fixed.").isPass()).isTrue();
        assertThat(judge("We are sorry for the trouble. It is only a minor thing.")
                        .isPass())
                .isFalse();
    }

    @Test
    void anUpsetCustomerIsNotAnsweredAsIfNothingWere() {
        kit.mood = Mood.FRUSTRATED;
        assertThat(judge("Open Settings and choose Plan.").isPass()).isFalse();
        assertThat(judge("We understand how frustrating this is. Open Settings and choose Plan.")
                        .isPass())
                .isTrue();
        kit.channel = Channel.CHAT;
        assertThat(judge("Open Settings and choose Plan.").isPass()).isTrue();
        kit.mood = Mood.CALM;
        kit.channel = Channel.EMAIL;
        assertThat(judge("Open Settings and choose Plan.").isPass()).isTrue();
    }

    @Test
    void oneApologyIsPoliteThreeAreNot() {
        assertThat(judge("We are sorry. It is fixed. Sorry again.").isPass()).isTrue();
        assertThat(judge("We are sorry. Sorry again. We apologise. Our apologies."))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class, stop -> assertThat(stop.flagged()).hasSize(1));
    }

    @Test
    void lengthFollowsTheChannel() {
        String text = "Open Settings and choose Plan. ".repeat(60);
        assertThat(judge(text).isPass()).isTrue();
        kit.channel = Channel.CHAT;
        assertThat(judge(text).isPass()).isFalse();
    }

    @Test
    void stopsAnEmptyReply() {
        assertThat(judge("  ").isPass()).isFalse();
    }
}
