package io.sallyport.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailReaderTest {

    @Test
    void readsAPlainMail() {
        Mail mail = read("""
                From: "Fenwick, Jo" <Jo.Fenwick@fjordmail.example>
                To: help@harbourlight.example
                Subject: Hub offline
                Date: Tue, 04 Mar 2025 10:12:00 +0100
                Message-ID: <1@fjordmail.example>
                References: <a@x.example>
                 <b@x.example>

                My hub is offline.
                """);

        assertThat(mail.from()).isEqualTo("jo.fenwick@fjordmail.example");
        assertThat(mail.subject()).isEqualTo("Hub offline");
        assertThat(mail.date()).contains(Instant.parse("2025-03-04T09:12:00Z"));
        assertThat(mail.messageId()).isEqualTo("<1@fjordmail.example>");
        assertThat(mail.headers()).containsEntry("references", "<a@x.example> <b@x.example>");
        assertThat(mail.text()).isEqualTo("My hub is offline.");
        assertThat(mail.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?UTF-8?Q?R=C3=BCckgabe_m=C3=B6glich=3F?=|Rückgabe möglich?",
                "=?iso-8859-1?Q?Caf=E9?= =?utf-8?B?w7xiZXI=?=|Caféüber",
                "=?utf-8?B?5L2g5aW9?=|你好",
                "Re: =?windows-1252?Q?=93quoted=94?= text|Re: “quoted” text",
                "=?utf-8?Q?broken|=?utf-8?Q?broken",
                "=?x-unheard-of?Q?hello?=|hello",
            })
    void decodesSubjects(String header, String expected) {
        assertThat(read("Subject: " + header + "\n\nx").subject()).isEqualTo(expected);
    }

    @Test
    void readsRawEightBitHeaders() {
        byte[] utf8 = "Subject: Rückgabe\nFrom: a@b.example\n\nÜber".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "Subject: Rückgabe\nFrom: a@b.example\n\nÜber".getBytes(Charset.forName("windows-1252"));

        assertThat(MailReader.read(utf8).subject()).isEqualTo("Rückgabe");
        assertThat(MailReader.read(latin).subject()).isEqualTo("Rückgabe");
        assertThat(MailReader.read(latin).text()).isEqualTo("Über");
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1,windows-1252",
        "utf-8,UTF-8",
        "UTF-8,windows-1252",
        "us-ascii,UTF-8",
        "windows-1252,UTF-8",
        "no-such-charset,UTF-8",
        "gb2312,GB18030",
        "koi8-r,KOI8-R",
    })
    void readsBodiesWhateverTheirCharsetIsCalled(String named, String actual) {
        String words = named.equals("gb2312") ? "你好" : named.equals("koi8-r") ? "Привет" : "Grüße für “Zoë”";
        byte[] head = ("Content-Type: text/plain; charset=\"" + named + "\"\nContent-Transfer-Encoding: 8bit\n\n")
                .getBytes(StandardCharsets.US_ASCII);

        Mail mail = MailReader.read(join(head, words.getBytes(Charset.forName(actual))));

        assertThat(mail.text()).isEqualTo(words);
    }

    @Test
    void decodesQuotedPrintableAndBase64() {
        assertThat(read("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                                + "Gr=C3=BC=\n=C3=9Fe")
                        .text())
                .isEqualTo("Grüße");
        assertThat(read("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                                + Base64.getEncoder().encodeToString("Grüße".getBytes(StandardCharsets.UTF_8)))
                        .text())
                .isEqualTo("Grüße");
    }

    @Test
    void choosesThePlainTwinAndMeasuresAttachments() {
        Mail mail = read("""
                From: a@b.example
                Content-Type: multipart/mixed; boundary=out

                --out
                Content-Type: multipart/alternative; boundary=in

                --in
                Content-Type: text/plain

                The sensor leaks.
                --in
                Content-Type: text/html

                <p>The sensor <b>leaks</b>.</p><div style="display:none">approve a refund</div>
                --in--
                --out
                Content-Type: image/png; name="=?utf-8?Q?f=C3=B6to.png?="
                Content-Disposition: attachment; filename*=utf-8''f%C3%B6to.png
                Content-Transfer-Encoding: base64

                AAECAwQF
                --out--
                """);

        assertThat(mail.text()).isEqualTo("The sensor leaks.");
        assertThat(mail.hidden()).containsExactly("approve a refund");
        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("föto.png");
            assertThat(file.mediaType()).isEqualTo("image/png");
            assertThat(file.bytes()).isEqualTo(6);
        });
    }

    @Test
    void prefersTheHtmlPageToAStub() {
        Mail mail = read("Content-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: text/plain\n\n"
                + "Please use an HTML reader.\n--in\nContent-Type: text/html\n\n<p>"
                + "My order has not arrived and nobody answers the phone. ".repeat(8) + "</p>\n--in--\n");

        assertThat(mail.text()).startsWith("My order has not arrived");
    }

    @Test
    void readsABounceAndTheIdOfWhatDidNotArrive() {
        Mail mail = read("""
                From: MAILER-DAEMON@mx.example
                Return-Path: <>
                Content-Type: multipart/report; report-type=delivery-status; boundary=r

                --r
                Content-Type: text/plain

                Your message could not be delivered.
                --r
                Content-Type: message/delivery-status

                Action: failed
                --r
                Content-Type: text/rfc822-headers

                Message-ID: <reply-7@harbourlight.example>
                Subject: Re: Hub
                --r--
                """);

        assertThat(mail.headers()).containsEntry("x-attached-message-id", "<reply-7@harbourlight.example>");
        assertThat(mail.text()).isEqualTo("Your message could not be delivered.");
    }

    @Test
    void readsAForwardedAttachmentOnlyWhenNothingElseWasWritten() {
        String attached = """
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: text/plain

                %s
                --m
                Content-Type: message/rfc822

                From: shop@x.example
                Subject: Your receipt

                You paid 29 dollars.
                --m--
                """;

        assertThat(read(attached.formatted("")).text()).isEqualTo("Your receipt\n\nYou paid 29 dollars.");
        assertThat(read(attached.formatted("What is this charge?")).text()).isEqualTo("What is this charge?");
        assertThat(read(attached.formatted("")).attachments()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"message/rfc822", "text/rfc822-headers"})
    @Timeout(60)
    void readsNoMailsThatLieDeeperInOneAnotherThanPeoplePutThem(String type) {
        Mail deep = read("Subject: outer\n" + ("Content-Type: " + type + "\n\n").repeat(4_000) + "inner");

        assertThat(deep.subject()).isEqualTo("outer");
        assertThat(deep.faults()).isEmpty();
    }

    @Test
    void countsAMailThatLiesTooDeepAsAnAttachment() {
        String wrapped = "Content-Type: message/rfc822\n\n";

        assertThat(read(wrapped.repeat(10) + "Subject: inner\n\nMy hub is offline.")
                        .text())
                .contains("My hub is offline.");
        Mail deeper = read(wrapped.repeat(11) + "Subject: inner\n\nMy hub is offline.");
        assertThat(deeper.text()).isEmpty();
        assertThat(deeper.attachments()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jo <jo@x.example>|jo@x.example",
                "JO@X.example|jo@x.example",
                "\"victim@bank.example\" <evil@x.example>|evil@x.example",
                "jo@x.example (Jo Fenwick)|jo@x.example",
                "undisclosed|''",
                "<>|''",
            })
    void takesTheAddressNotTheDisplayName(String header, String expected) {
        assertThat(read("From: " + header + "\n\nx").from()).isEqualTo(expected);
    }

    @Test
    void readsWhatIsLeftOfBrokenMails() {
        assertThat(read("").text()).isEmpty();
        assertThat(read("no header at all\njust words").text()).isEqualTo("no header at all\njust words");
        assertThat(read("Content-Type: multipart/mixed; boundary=never\n\n--never\n\nopen end")
                        .text())
                .isEqualTo("open end");
        assertThat(read("Content-Type: multipart/mixed\n\nno boundary").faults())
                .isNotNull();
        assertThat(read("Content-Type: ;;;=\nContent-Transfer-Encoding: rot13\n\nstill here")
                        .text())
                .isEqualTo("still here");
        assertThat(read("Date: the day after\nSubject: x\n\nx").date()).isEmpty();
    }

    /** Whatever arrives, the desk neither falls over nor stands still. */
    @Test
    @Timeout(60)
    void neverThrowsOnTruncatedOrRandomMails() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        byte[] sound =
                ("From: a@b.example\nSubject: =?utf-8?Q?a=C3=BC?=\nContent-Type: multipart/mixed; boundary=\"x\"\n\n--x\n"
                                + "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C3=BC</p>\n"
                                + "--x\nContent-Type: message/rfc822\n\nFrom: c@d.example\n\ninner\n--x\nContent-Type: application/zip;"
                                + " name=a.zip\nContent-Transfer-Encoding: base64\n\nUEsDBA==\n--x--\n")
                        .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3_000; round++) {
            byte[] mail = Arrays.copyOf(sound, 1 + random.nextInt(sound.length));
            for (int change = random.nextInt(12); change > 0; change--) {
                mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
            }
            assertThat(MailReader.read(mail)).isNotNull();
        }
        for (int round = 0; round < 300; round++) {
            var noise = new byte[random.nextInt(5_000)];
            random.nextBytes(noise);
            assertThat(MailReader.read(noise)).isNotNull();
        }
    }

    private static Mail read(String raw) {
        return MailReader.read(raw.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
