package io.sallyport.gate;

import static io.sallyport.gate.GateCase.PLANS;
import static io.sallyport.gate.GateCase.citing;
import static io.sallyport.gate.GateCase.plain;
import static io.sallyport.gate.GateCase.quoted;
import static io.sallyport.gate.GateCase.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureGateTest {

    private static final String PRO = "The Pro plan costs $24 a month and includes 100 sensors.";

    private final GateCase kit = new GateCase();

    private Verdict judge(Sentence... sentences) {
        return kit.gates().disclosure().judge(kit.record(), reply(sentences));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Write to bertram@example.net about it.",
                "Call us under +44 20 7946 0958 for this.",
                "The card 4111 1111 1111 1111 is on file.",
                "Your order HLX48213 is packed.",
                "Your invoice number is 20261107.",
                "The order belongs to Bertram Olsen.",
                "Use the key sk-live-9f8A7b6C5d4E3f2A1b0C9d8E here.",
                "Your password is Hunter2!x now.",
                "The code is 482913 for you.",
                "The security code is 482913.",
                "Use Bearer abcDEF123456ghiJKL789 as the header.",
                "Sign in at https://root:secret@db.example.com now.",
                "We will refund you.",
                "We'll fix it.",
                "By next week it is solved.",
                "This is guaranteed.",
                "It is on our roadmap.",
                "The feature is coming soon.",
                "Our team will call you.",
                "We have credited your account.",
                "We plan to add it.",
                "You will get a refund."
            })
    void stopsWhatIsNotOursToTell(String text) {
        assertThat(judge(quoted(PRO, PLANS), plain(text)))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.flagged())
                                .singleElement()
                                .extracting(Verdict.Flag::sentence)
                                .isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If the error code is 4012, restart the hub.",
                "The default PIN is 0000.",
                "The passcode is 4711 until you change it."
            })
    void whatAPublicArticleCallsACodeOrPinMayBeToldWithIt(String text) {
        var faults = new SourceRef("article:faults", 1);
        kit.put(faults, text);
        assertThat(judge(quoted(text, faults)).isPass()).isTrue();
        kit.change(faults, s -> new SourceText(s.ref(), s.text(), true, true, true, Optional.empty()));
        assertThat(judge(quoted(text, faults)).isPass()).isEqualTo(text.contains("error code"));
    }

    @Test
    void noArticleMakesAKeyOrAnotherCodePublic() {
        var faults = new SourceRef("article:faults", 1);
        String key = "Use the key sk-live-9f8A7b6C5d4E3f2A1b0C9d8E here.";
        kit.put(faults, key + " The default PIN is 0000.");
        assertThat(judge(quoted(key, faults)).isPass()).isFalse();
        assertThat(judge(citing("The default PIN is 1111.", faults, "The default PIN is 0000."))
                        .isPass())
                .isFalse();
        assertThat(judge(quoted(PRO, PLANS), plain("The default PIN is 0000.")).isPass())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The status code is 4012.",
                "The area-code is 0171.",
                "The promo code is 20264.",
                "The zip code is 10115."
            })
    void codesThatOpenNothingAreNoSecret(String text) {
        assertThat(judge(quoted(PRO, PLANS), plain(text)).isPass()).isTrue();
    }

    @Test
    void whatTheCustomerWroteMayBeSaidBack() {
        kit.written = "My order HLX48213 for Bertram Olsen, call +44 20 7946 0958 or b@example.net. Anna";
        assertThat(judge(
                                plain(
                                        "The order HLX48213 of Bertram Olsen is the one, and +44 20 7946 0958 and b@example.net."))
                        .isPass())
                .isTrue();
    }

    @Test
    void aCardNumberIsNeverSaidBack() {
        kit.written = "My card is 4111111111111111";
        assertThat(judge(plain("Is it 4111111111111111?")).isPass()).isFalse();
    }

    @Test
    void aPublishedPromiseIsOursToRepeat() {
        String policy = "We will refund unused full months when you cancel within the first 60 days.";
        assertThat(judge(quoted(policy, PLANS)).isPass()).isTrue();
        assertThat(judge(quoted(policy.replace("60", "90"), PLANS)).isPass()).isFalse();
        kit.change(PLANS, s -> new SourceText(s.ref(), s.text(), true, true, true, Optional.empty()));
        assertThat(judge(quoted(policy, PLANS)).isPass()).isFalse();
    }

    @Test
    void internalSourcesAndTheirWordsStayInside() {
        var notes = new SourceRef("article:internal-notes", 1);
        String note = "A support manager may grant goodwill credit of up to 20 % of the last invoice.";
        kit.put(notes, note);
        kit.change(notes, s -> new SourceText(s.ref(), s.text(), true, true, false, s.review()));
        assertThat(judge(quoted(note, notes)).isPass()).isFalse();

        var passage = new Passage("article:internal-notes#1", notes, "Goodwill", note, 1, Optional.of("internal"));
        kit.evidence = new Evidence("", List.of(passage), List.of());
        var leak = reply(plain("A manager may grant goodwill credit of up to 20 % here."));
        var drafted = kit.recordWith(new Fact.ReplyComposed(leak, 0.9, "free"));
        assertThat(kit.gates().disclosure().judge(drafted, leak))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class, stop -> assertThat(stop.reason()).contains("internal note"));
    }

    @Test
    void aPublicBeginningDoesNotHideTheInternalRest() {
        var notes = new SourceRef("article:internal-notes", 1);
        String note = PRO + " Managers may halve the price of it for a customer who threatens to leave.";
        kit.put(notes, note);
        kit.change(notes, s -> new SourceText(s.ref(), s.text(), true, true, false, s.review()));
        var passage = new Passage("article:internal-notes#1", notes, "Prices", note, 1, Optional.of("internal"));
        kit.evidence = new Evidence("", List.of(passage), List.of());
        String said = PRO + " Managers may halve the price of it for a customer like you.";
        var leak = reply(quoted(said, PLANS));
        var drafted = kit.recordWith(new Fact.ReplyComposed(leak, 0.9, "free"));
        assertThat(kit.gates().disclosure().judge(drafted, leak))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class, stop -> assertThat(stop.reason()).contains("managers may halve"));
    }

    @Test
    void theSubjectIsReadToo() {
        var leak = new Reply(
                Reply.Kind.ANSWER, "anna@example.org", "For bertram@example.net", "en", List.of(quoted(PRO, PLANS)));
        assertThat(kit.gates().disclosure().judge(kit.record(), leak).isPass()).isFalse();
    }

    @Test
    void courtesiesAndQuotesPass() {
        assertThat(judge(plain("Hi Anna,"), quoted(PRO, PLANS), plain("A person will look at this."))
                        .isPass())
                .isTrue();
    }

    @Test
    void nobodyElseGetsTheReply() {
        for (String other : List.of("bertram@example.net", "", "anna@example.org, bertram@example.net")) {
            var astray = new Reply(Reply.Kind.ANSWER, other, "Re: Pro and pairing", "en", List.of(quoted(PRO, PLANS)));
            assertThat(kit.gates().disclosure().judge(kit.record(), astray).isPass())
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void aPersonsOwnWordsAreHeldToTheSame() {
        var personal = new Reply(
                Reply.Kind.PERSONAL,
                "anna@example.org",
                "Re: Pro and pairing",
                "en",
                List.of(plain("Bertram Olsen has the order HLX48213.")));
        assertThat(kit.gates().disclosure().judge(kit.record(), personal).isPass())
                .isFalse();
    }
}
