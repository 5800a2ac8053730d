package io.sallyport.gate;

import static io.sallyport.gate.GateCase.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A colleague writes to Anna Novak in their own words: ordinary letters pass, other people's names and data do not. */
class PersonsReplyGateTest {

    private static final SourceRef HUB = new SourceRef("article:hub", 1);

    private final GateCase kit = new GateCase();

    @BeforeEach
    void theCustomerNamesNoProduct() {
        kit.written = "My sensor is offline. Thanks, Anna";
        kit.put(HUB, "Every sensor talks to the Beacon hub. There is a grace period, and the price of a Brook is low.");
    }

    private static Reply own(String language, String text) {
        return new Reply(
                Reply.Kind.PERSONAL, "anna@example.org", "Re: Pro and pairing", language, List.of(plain(text)));
    }

    private Verdict judge(String language, String text) {
        Reply reply = own(language, text);
        return kit.gates().disclosure().judge(kit.recordOf("ines", reply), reply);
    }

    private String why(String text) {
        return judge("en", text) instanceof Verdict.Stop stop ? stop.reason() : "";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Best regards, Ines",
                "Best Regards,\nInes Duarte\nHarbourlight Support",
                "Kind regards\nInes Duarte",
                "We ship on Monday, and it arrives in March.",
                "Please restart the Beacon hub first.",
                "Apologies for the wait. Tomorrow the courier comes.",
                "Our warehouse is in Portugal, and we speak English and German.",
                "Brook batteries last long. Price aside, the sensor is fine."
            })
    void anOrdinaryLetterPasses(String text) {
        assertThat(why(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de|Guten Tag Anna, bitte starten Sie das Gerät neu. Ihre Bestellung kommt. Viele Grüße, Ines",
                "fr|Bonjour Anna, tout va bien. Votre commande est partie lundi. Cordialement, Ines"
            })
    void anOrdinaryLetterInAnotherLanguagePasses(String language, String text) {
        assertThat(judge(language, text)).isInstanceOf(Verdict.Pass.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bertram Olsen has the same fault.",
                "Hi Bertram,",
                "We told Helena about it.",
                "Helena had it too.",
                "June Carter had it too.",
                "We told Jan about it.",
                "We told Grace about it.",
                "Grace Price asked the same on Monday.",
                "The order of Ines Bauer is late.",
                "Your order HLX48213 is packed.",
                "Write to bertram@example.net about it.",
                "Call us under +44 20 7946 0958 for this.",
                "Your invoice number is 20261107."
            })
    void otherPeoplesNamesAndDataAreStopped(String text) {
        assertThat(judge("en", text)).isInstanceOf(Verdict.Stop.class);
    }

    @ParameterizedTest
    @CsvSource({"de,Wir haben Bertram Olsen die Bestellung gezeigt.", "fr,Bertram Olsen a la commande."})
    void fullNamesAreStoppedInAnotherLanguageToo(String language, String text) {
        assertThat(judge(language, text)).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void theReasonSaysWhichWordAndWhyAndWhatToDo() {
        assertThat(why("Bertram has the Beacon hub."))
                .contains("the name 'Bertram' is not from the customer or a public source")
                .contains("'Bertram' stands neither in what they wrote, nor in your name")
                .contains("leave it out where it is somebody else's");
        assertThat(why("Your order HLX48213 is packed.")).contains("'HLX48213'").contains("ask the customer for it");
    }

    @Test
    void whatIsInternalOrTakenBackOrNeverReviewedNamesNothing() {
        String text = "Please restart the Beacon hub first.";
        kit.change(HUB, s -> new SourceText(s.ref(), s.text(), true, true, false, s.review()));
        assertThat(why(text)).contains("'Beacon'");
        kit.change(HUB, s -> new SourceText(s.ref(), s.text(), false, true, true, s.review()));
        assertThat(why(text)).contains("'Beacon'");
        kit.change(HUB, s -> new SourceText(s.ref(), s.text(), true, true, true, Optional.empty()));
        assertThat(why(text)).contains("'Beacon'");
    }

    @Test
    void whoWroteEarlierOnTheCaseMayBeNamed() {
        Reply reply = own("en", "As Omar wrote, it is the sensor.");
        var disclosure = kit.gates().disclosure();
        assertThat(disclosure.judge(kit.recordOf("ines", reply), reply).isPass())
                .isFalse();
        String text = "I look.\n\nBest regards, Omar";
        var earlier = new Fact.MessageReceived(
                new Message("m-0", Message.Author.PERSON, "", kit.now(), "", text, "", List.of(), Map.of()));
        assertThat(disclosure.judge(kit.recordOf("ines", reply, earlier), reply).isPass())
                .isTrue();
    }

    @Test
    void aMachinesDraftMayNameADayAndNoProductThatItDoesNotCite() {
        var disclosure = kit.gates().disclosure();
        assertThat(disclosure
                        .judge(kit.record(), GateCase.reply(plain("It is on Monday.")))
                        .isPass())
                .isTrue();
        Reply draft = GateCase.reply(plain("Please restart the Beacon hub."));
        assertThat(disclosure.judge(kit.record(), draft))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class,
                        stop -> assertThat(stop.reason())
                                .isEqualTo("the name 'Beacon' is not from the customer or a public source"));
    }
}
