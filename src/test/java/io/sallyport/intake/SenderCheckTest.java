package io.sallyport.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.SenderEvidence;
import io.sallyport.casefile.SenderEvidence.Kind;
import io.sallyport.intake.mail.MailReader;
import io.sallyport.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderCheckTest {

    private static final String JO = "jo@fjordmail.example";
    private static final String PASS =
            "Authentication-Results: mx.harbourlight.example; dkim=pass header.d=fjordmail.example; dmarc=pass (p=REJECT) header.from=fjordmail.example";
    private static final String FAIL =
            "Authentication-Results: mx.harbourlight.example; dmarc=fail header.from=fjordmail.example";
    private static final String SECRET = "a-secret-of-at-least-thirty-two-characters";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T09:00:00Z"));
    private final MessageWriter writer = new MessageWriter(
            new IntakeSettings(
                    100_000,
                    2_000_000,
                    26_214_400,
                    52_428_800,
                    30,
                    5,
                    Set.of(),
                    Set.of("mx.harbourlight.example"),
                    SECRET,
                    Set.of("helpdesk")),
            clock);

    private Message read(String... head) {
        String raw = String.join("\r\n", head) + "\r\nSubject: A refund\r\n\r\nPlease refund my order.\r\n";
        var mail = MailReader.read(raw.getBytes(StandardCharsets.UTF_8));
        return writer.write(Incoming.mail("mail", "m-1", mail, clock.instant()));
    }

    private static Optional<Kind> kind(Message message) {
        return SenderEvidence.of(message).map(SenderEvidence::kind);
    }

    @Test
    void aDmarcPassOfOurOwnServerVouchesForTheAddressInFrom() {
        Message message = read("Received: from a by b", PASS, "From: \"Jo, of Fjord\" <jo@fjordmail.example>");
        assertThat(message.from()).isEqualTo(JO);
        assertThat(kind(message)).contains(Kind.DMARC);
        assertThat(kind(read(PASS.replace("; dmarc", ";\r\n\tdmarc"), "From: Jo@FjordMail.example")))
                .contains(Kind.DMARC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authentication-Results: mx.evil.example; dmarc=pass header.from=fjordmail.example",
                "Authentication-Results: mx.harbourlight.example.evil.example; dmarc=pass header.from=fjordmail.example",
                "Authentication-Results: mx.evil.example; x=\"; mx.harbourlight.example; dmarc=pass header.from=fjordmail.example\"",
                "Authentication-Results: (mx.harbourlight.example) mx.evil.example; dmarc=pass header.from=fjordmail.example",
                "Authentication-Results: mx.harbourlight.example; dmarc=fail header.from=fjordmail.example",
                "Authentication-Results: mx.harbourlight.example; dmarc=none header.from=fjordmail.example",
                "Authentication-Results: mx.harbourlight.example; dmarc=pass header.from=evil.example",
                "Authentication-Results: mx.harbourlight.example; dmarc=pass header.from=mail.fjordmail.example",
                "Authentication-Results: mx.harbourlight.example; dmarc=pass header.from=example",
                "Authentication-Results: mx.harbourlight.example; dmarc=pass",
                "Authentication-Results: mx.harbourlight.example; dmarc=pass header.from=evil.example header.from=fjordmail.example",
                "Authentication-Results: mx.harbourlight.example; dmarc=pass header.from=fjordmail.example; dmarc=fail header.from=fjordmail.example",
                "Authentication-Results: mx.harbourlight.example; dmarc=fail reason=\"; dmarc=pass header.from=fjordmail.example\"",
                "Authentication-Results: mx.harbourlight.example; spf=pass (dmarc=pass header.from=fjordmail.example)",
                "Authentication-Results: mx.harbourlight.example; dmarc=fail (; dmarc=pass header.from=fjordmail.example",
                "Authentication-Results: mx.harbourlight.example; spf=pass smtp.mailfrom=fjordmail.example; dkim=pass header.d=fjordmail.example",
                "X-Sallyport-Sender: dmarc jo@fjordmail.example",
                "Authentication-Results:"
            })
    void nothingElseDoes(String header) {
        assertThat(kind(read(header, "From: jo@fjordmail.example"))).isEmpty();
    }

    @Test
    void aForgedResultBelowOurOwnDoesNotCountAndSpoilsIt() {
        assertThat(kind(read(FAIL, PASS, "From: jo@fjordmail.example"))).isEmpty();
        assertThat(kind(read(PASS, FAIL, "From: jo@fjordmail.example"))).isEmpty();
        assertThat(kind(read(PASS.replace("mx.harbourlight", "mx.other"), PASS, "From: jo@fjordmail.example")))
                .as("ours is not the topmost")
                .isEmpty();
        assertThat(kind(read(PASS, PASS.replace("mx.harbourlight", "mx.other"), "From: jo@fjordmail.example")))
                .contains(Kind.DMARC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: jo@fjordmail.example\r\nFrom: evil@fjordmail.example",
                "From: evil@fjordmail.example, jo@fjordmail.example",
                "From: <evil@fjordmail.example> <jo@fjordmail.example>",
                "From: <evil@fjordmail.example> =?utf-8?q?=3Cjo=40fjordmail.example=3E?=",
                "From: evil@fjordmail.example (<jo@fjordmail.example>)",
                "From: jo@fj\u00F8rdmail.example",
                "From: jo@fjord\u200Bmail.example",
                "From: j\u043E@fjordmail.example",
                "Sender: jo@fjordmail.example",
            })
    void aFromThatReadersReadDifferentlyIsNotVouchedFor(String from) {
        assertThat(kind(read(PASS, from))).isEmpty();
    }

    @Test
    void replyToNamesNobody() {
        Message message =
                read(PASS.replace("fjordmail", "evil"), "From: jo@evil.example", "Reply-To: jo@fjordmail.example");
        assertThat(message.from()).isEqualTo("jo@evil.example");
        assertThat(SenderEvidence.of(message)).contains(new SenderEvidence(Kind.DMARC, "jo@evil.example"));
    }

    @Test
    void theKelvinSignIsNoLetterK() {
        Message message = writer.write(words("api:helpdesk", "\u212A@fjordmail.example"));
        assertThat(message.from()).isNotEqualTo("k@fjordmail.example");
    }

    @Test
    void aHelpDeskThatIsTrustedVouchesForWhoIsSignedInAndOthersDoNot() {
        assertThat(kind(writer.write(words("api:helpdesk", JO).vouched(new Vouching.SignedIn()))))
                .contains(Kind.SESSION);
        assertThat(kind(writer.write(words("api:other", JO).vouched(new Vouching.SignedIn()))))
                .isEmpty();
        assertThat(kind(writer.write(words("helpdesk", JO).vouched(new Vouching.SignedIn()))))
                .isEmpty();
        assertThat(kind(writer.write(words("api:helpdesk", "").vouched(new Vouching.SignedIn()))))
                .isEmpty();
        assertThat(kind(writer.write(words("api:helpdesk", JO)))).isEmpty();
    }

    @Test
    void aSignatureVouchesForTheAddressThatItWasMadeFor() {
        // printf 'jo@fjordmail.example' | openssl dgst -sha256 -hmac a-secret-of-at-least-thirty-two-characters
        String signature = "5b0b9318b6505a069d2ca5db88ab6e6b33f70ff6631c9800ddd0f88550effd2c";
        var signed = new Vouching.Signed(signature);
        assertThat(kind(writer.write(words("api:widget", JO).vouched(signed)))).contains(Kind.SIGNATURE);
        assertThat(kind(writer.write(
                        words("api:widget", "evil@fjordmail.example").vouched(signed))))
                .isEmpty();
        assertThat(kind(writer.write(words("api:widget", JO).vouched(new Vouching.Signed("0".repeat(64))))))
                .isEmpty();
        assertThat(kind(new MessageWriter(IntakeSettings.defaults(), clock)
                        .write(words("api:widget", JO).vouched(signed))))
                .as("no secret is set")
                .isEmpty();
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new IntakeSettings(
                        100_000, 2_000_000, 26_214_400, 52_428_800, 30, 5, Set.of(), Set.of(), "short", Set.of()))
                .hasMessageContaining("sallyport.intake.widget-secret");
    }

    @Test
    void secretsAreNotInTheSettingsText() {
        var settings = new IntakeSettings(
                100_000, 2_000_000, 26_214_400, 52_428_800, 30, 5, Set.of(), Set.of(), SECRET, Set.of());
        assertThat(settings.toString()).doesNotContain(SECRET);
    }

    @Test
    void noHeaderFromOutsideIsTakenForEvidence() {
        var incoming = new Incoming(
                "api:helpdesk",
                "x",
                Channel.API,
                JO,
                "",
                Incoming.Body.plain("refund"),
                clock.instant(),
                Map.of(SenderEvidence.HEADER, "session " + JO),
                List.of(),
                Optional.empty());
        assertThat(kind(writer.write(incoming))).isEmpty();
    }

    private Incoming words(String source, String from) {
        return Incoming.words(source, "x", Channel.API, from, "", "refund", clock.instant());
    }
}
