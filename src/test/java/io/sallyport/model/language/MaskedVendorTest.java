package io.sallyport.model.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.model.language.Answer.Said;
import io.sallyport.privacy.CaseMasks;
import io.sallyport.privacy.Kind;
import io.sallyport.privacy.PersonalData;
import io.sallyport.privacy.PrivacySettings;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.Script;
import io.sallyport.testkit.StubModels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk's own wiring, over real HTTP: what reaches a vendor, and what comes back from it. */
class MaskedVendorTest {

    private static final String WORDS = "I am Yelda Quist, yelda@quist.example. Card 4111 1111 1111 1111 failed.\n"
            + "Call +44 20 7946 0187 or write to 12 Quarry Road, Lower Nook.";

    private final StubModels stub = StubModels.start();

    @AfterEach
    void close() {
        stub.close();
    }

    private LanguageModel model(String vendor, Set<String> trusted) {
        var settings = ModelKit.settings(stub, stub, Map.of("specialist", vendor + ":some-model"));
        var masks = new CaseMasks(
                PersonalData.byRules(),
                _ -> Map.of(Kind.NAME, Set.of("Yelda Quist"), Kind.ADDRESS, Set.of("Lower Nook")));
        return new LanguageConfiguration()
                .models(
                        settings,
                        ModelKit.vendors(settings),
                        Safeguards.only(_ -> {}, Duration.ofSeconds(10)),
                        new PrivacySettings(trusted),
                        masks)
                .find(Role.SPECIALIST)
                .orElseThrow();
    }

    private static Request<String> words() {
        return new Request<>(ModelKit.question().purpose(), "Be brief.", WORDS, Shape.words(), 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anthropic", "openai", "ollama"})
    void noVendorSeesPersonalData(String vendor) {
        stub.play(new Script.Writes("Dear [NAME-1], we sent it to [EMAIL-1]."));

        var answer = model(vendor, Set.of()).ask(words());

        assertThat(sent())
                .contains("[NAME-1]", "[EMAIL-1]", "[CARD-1]")
                .doesNotContain("Yelda")
                .doesNotContain("quist.example")
                .doesNotContain("1111")
                .doesNotContain("7946")
                .doesNotContain("Quarry")
                .doesNotContain("Nook");
        assertThat(said(answer)).isEqualTo("Dear Yelda Quist, we sent it to yelda@quist.example.");
    }

    @Test
    void aVendorThatSettingsTrustSeesTheWordsAsTheyAre() {
        stub.play(new Script.Writes("Fine."));

        model("ollama", Set.of("ollama")).ask(words());

        assertThat(sent()).contains("Yelda Quist", "4111 1111 1111 1111");
    }

    @Test
    void trustingAVendorDoesNotTrustTheOthers() {
        stub.play(new Script.Writes("Fine."));

        model("openai", Set.of("ollama")).ask(words());

        assertThat(sent()).doesNotContain("Yelda");
    }

    @Test
    void refusesToTrustAVendorThatDoesNotExist() {
        assertThatThrownBy(() -> model("openai", Set.of("olama")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sallyport.privacy.unmasked-vendors")
                .hasMessageContaining("ollama");
    }

    /** What a model fills in. */
    record Form(String greeting) {}

    @Test
    void whatIsPutBackIntoJsonStaysJson() {
        stub.play(new Script.Writes("{\"greeting\": \"You live at [ADDRESS-1].\"}"));
        var request = new Request<>(
                ModelKit.question().purpose(),
                "Fill in.",
                "Send it to\n12 Quarry Road\nSuite 4\nDunmore 20210\nplease",
                Shape.of(Form.class),
                200);

        var answer = model("openai", Set.of()).ask(request);

        assertThat(answer).isInstanceOf(Said.class);
        assertThat(((Said<Form>) answer).value().greeting())
                .isEqualTo("You live at 12 Quarry Road\nSuite 4\nDunmore 20210.");
    }

    @Test
    void aPlaceholderThatNobodyGaveOutStaysOne() {
        stub.play(new Script.Writes("Dear [NAME-9]"));

        assertThat(said(model("openai", Set.of()).ask(words()))).isEqualTo("Dear [NAME-9]");
    }

    private String sent() {
        assertThat(stub.asked()).isNotEmpty();
        return List.copyOf(stub.asked()).toString();
    }

    private static String said(Answer<String> answer) {
        assertThat(answer).isInstanceOf(Said.class);
        return ((Said<String>) answer).value();
    }
}
