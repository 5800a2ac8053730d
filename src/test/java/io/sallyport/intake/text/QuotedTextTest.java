package io.sallyport.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedTextTest {

    private static final String OLD = "Thank you for writing. Which light does the hub show?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Tue, 4 Mar 2025 at 10:12, Harbourlight Support <help@harbourlight.example> wrote:",
                "On 4 Mar 2025, at 10:12, Support <help@harbourlight.example>\nwrote:",
                "Am 04.03.2025 um 10:12 schrieb Harbourlight <help@harbourlight.example>:",
                "Am Di., 4. März 2025 um 10:12 Uhr schrieb Support <\nhelp@harbourlight.example>:",
                "Le mar. 4 mars 2025 à 10:12, Support <help@harbourlight.example> a écrit :",
                "Le 4 mars 2025 à 10:12, Support a écrit\u00A0:",
                "El mar, 4 mar 2025 a las 10:12, Support (<help@harbourlight.example>) escribió:",
                "Op di 4 mrt 2025 om 10:12 schreef Support <help@harbourlight.example>:",
                "Em ter., 4 de mar. de 2025 às 10:12, Support <help@harbourlight.example> escreveu:",
                "Il giorno mar 4 mar 2025 alle ore 10:12 Support <help@harbourlight.example> ha scritto:",
                "2025-03-04 10:12 GMT+01:00 Support <help@harbourlight.example>:",
                "-----Original Message-----",
                "-----Ursprüngliche Nachricht-----",
                "-----Message d'origine-----",
                "-----Mensaje original-----",
                "-----Messaggio originale-----",
                "-----Oorspronkelijk bericht-----",
                "-----Mensagem original-----",
                "From: Support\nSent: Tuesday, March 4, 2025 10:12 AM\nTo: Jo\nSubject: Re: Hub",
                "Von: Support\nGesendet: Dienstag, 4. März 2025 10:12\nAn: Jo\nBetreff: AW: Hub",
                "De : Support\nEnvoyé : mardi 4 mars 2025 10:12\nÀ : Jo\nObjet : Re: Hub",
                "*Da:* Support\n*Inviato:* martedì 4 marzo 2025\n*A:* Jo\n*Oggetto:* R: Hub",
                "De: Support\nEnviado el: martes, 4 de marzo de 2025\nPara: Jo\nAsunto: RE: Hub",
                "Van: Support\nVerzonden: dinsdag 4 maart 2025\nAan: Jo\nOnderwerp: Re: Hub",
                "________________________________\nFrom: Support <help@harbourlight.example>\nDate: 4 March\nTo: Jo",
            })
    void setsTheQuotedMailAside(String announcement) {
        MessageText text = QuotedText.separate("Re: Hub", "It blinks amber.\n\n" + announcement + "\n\n" + OLD);

        assertThat(text.written().replaceAll("_+$", "").strip()).isEqualTo("It blinks amber.");
        assertThat(text.setAside()).contains(OLD);
    }

    @Test
    void keepsAnswersBetweenQuotedQuestions() {
        MessageText text = QuotedText.separate("Re: Hub", """
                On Tue, 4 Mar 2025 at 10:12, Support <help@harbourlight.example> wrote:
                > Which light does the hub show?

                Amber, blinking.

                > Did you restart it?

                Twice, no change.
                """);

        assertThat(text.written()).isEqualTo("Amber, blinking.\n\nTwice, no change.");
        assertThat(text.setAside()).contains("Did you restart it?");
    }

    @Test
    void keepsAnAnswerWrittenUnderTheQuote() {
        MessageText text = QuotedText.separate("Re: Hub", """
                On Tue, 4 Mar 2025 at 10:12, Support <help@harbourlight.example> wrote:
                > Which light does the hub show?
                > Kind regards

                It is red.
                """);

        assertThat(text.written()).isEqualTo("It is red.");
    }

    @Test
    void keepsTheCustomersLastLineThatBeginsAsAnAttributionDoes() {
        MessageText text = QuotedText.separate(
                "Re: Hub",
                "On Monday it went off 2 times.\nOn Tue, 4 Mar 2025 at 10:12, A <a@b.example> wrote:\n> old");

        assertThat(text.written()).isEqualTo("On Monday it went off 2 times.");
    }

    @Test
    void keepsAForwardedMailWhenNothingElseWasWritten() {
        String forwarded = """
                ---------- Forwarded message ---------
                From: Billing <billing@harbourlight.example>
                Date: Tue, 4 Mar 2025 at 10:12
                Subject: Invoice
                To: <jo@fjordmail.example>

                Your card was declined.
                """;

        assertThat(QuotedText.separate("Fwd: Invoice", forwarded).written()).contains("Your card was declined.");
        assertThat(QuotedText.separate("Fwd: Invoice", "see below\n\n" + forwarded)
                        .written())
                .contains("Your card was declined.");
        assertThat(QuotedText.separate(
                                "Fwd: Invoice", "Why was my card declined when there is money on it?\n\n" + forwarded)
                        .written())
                .isEqualTo("Why was my card declined when there is money on it?");
    }

    @Test
    void saysThatNothingWasWrittenAboveAnAttributedQuote() {
        MessageText text = QuotedText.separate(
                "Re: Hub", "On Tue, 4 Mar 2025, Support <help@harbourlight.example> wrote:\n> " + OLD);

        assertThat(text.written()).isEmpty();
        assertThat(text.setAside()).contains(OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello,\n\n", "I was promised a refund twice.\n"})
    void keepsWhatACustomerTellsUnderWordsThatBeginAsAMailProgramDoes(String above) {
        String told = above + "On 12 March your colleague wrote:\nwe refund you.\n\nWhere is my refund?";

        assertThat(QuotedText.separate("Refund", told).written()).isEqualTo(told);
        assertThat(QuotedText.separateTyped("Refund", told).written()).isEqualTo(told);
    }

    @Test
    void cutsNoUnmarkedTextFromWhatCameByNoMail() {
        String told = "Hello,\nOn 12.03.2025 at 10:12 help@harbourlight.example wrote:\nno refund. Why is that?";

        assertThat(QuotedText.separateTyped("", told).written()).isEqualTo(told);
        assertThat(QuotedText.separate("", told).written()).isEqualTo("Hello,");
        assertThat(QuotedText.separateTyped("", told.replace("no refund. ", "> no refund.\n\n"))
                        .written())
                .isEqualTo("Hello,\n\nWhy is that?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I got this mail:\nFrom: billing@harbourlight.example\nTo: anna@example.org\nSubject: Your invoice\n"
                        + "Your card was declined.\n\nIs this from you, or is it a scam? How do I change my card?",
                "How do I pair a sensor?\nFrom: Leeds\nTo: Dublin\nDate: 3 May\nMay I have my money back?",
                "It blinks.\n\n-----Original Message-----\nWhich light does the hub show?\n\nAmber. What is that?",
                "Is this mail of 3 May really yours, and why?\n---------- Forwarded message ---------\nYour card was declined.\n\nWhy was it?",
            })
    void keepsWhatWasTypedBelowLinesThatLookLikeAMailsHead(String typed) {
        assertThat(QuotedText.separateTyped("", typed).written()).isEqualTo(typed);
    }

    @Test
    void setsAsideWhatBearsQuoteMarksBelowADividerThatWasTyped() {
        String typed = "It blinks amber.\n-----Original Message-----\n> " + OLD + "\n\nWhat is that?";

        assertThat(QuotedText.separateTyped("", typed).written()).isEqualTo("It blinks amber.\n\nWhat is that?");
    }

    @Test
    void keepsEverythingWhereNothingElseWouldBeLeftAndNothingBearsAQuoteMark() {
        String mail = "On Tue, 4 Mar 2025 at 10:12, Support <help@harbourlight.example> wrote:\n\n" + OLD;

        assertThat(QuotedText.separate("Re: Hub", mail).written()).isEqualTo(mail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On 3/4/25 10:12 AM, Support wrote:",
                "Am 04.03.25 um 10:12 schrieb Support:",
                "Support schrieb am Dienstag, 4. März 2025, 10:12:",
                "Le 4 mars 2025 à 10 h 12, Support a écrit :",
                "Den 4. mars 2025 kl. 10.12 skrev Support:",
            })
    void knowsAMailProgramThatWritesNoAddressByItsDateAndTime(String attribution) {
        assertThat(QuotedText.separate("Re: Hub", "It blinks amber.\n\n" + attribution + "\n\n" + OLD)
                        .written())
                .isEqualTo("It blinks amber.");
    }

    @Test
    void leavesTextAloneThatOnlyLooksQuoted() {
        assertThat(QuotedText.separate("", "> 50 % of my sensors are offline").written())
                .isEqualTo("> 50 % of my sensors are offline");
        assertThat(QuotedText.separate("", "Hello,\nOn the page for returns someone wrote:\nno refunds. Is that so?")
                        .written())
                .contains("Is that so?");
        assertThat(QuotedText.separate("", "From: Rotterdam\nTo: Lisbon\nwhat would shipping cost?")
                        .written())
                .contains("Rotterdam", "what would shipping cost?");
    }

    @Test
    void setsASignatureAside() {
        MessageText text =
                QuotedText.separate("", "Where is my order?\n-- \nJo Fenwick\nFjord 3, Bergen\n+47 555 0134");

        assertThat(text.written()).isEqualTo("Where is my order?");
        assertThat(text.setAside()).contains("Jo Fenwick", "Bergen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jo Fenwick\nKey Account Manager\nOrders and invoices: +47 555 0134",
                "Jo Fenwick\nhttps://silverfen.example/?campaign=spring",
                "Jo Fenwick\n\nPlease consider the environment before printing this mail.",
                "Jo Fenwick\n\"please consider the trees before printing this\"",
                "Jo Fenwick\n\nThis e-mail is confidential. If you are not the recipient, please delete it.",
            })
    void setsASignatureAsideThatHoldsWordsOfMatters(String signature) {
        String mail = "Where is my order?\n-- \n" + signature;

        assertThat(QuotedText.separate("", mail).written()).isEqualTo("Where is my order?");
        assertThat(QuotedText.separateTyped("", mail).written()).isEqualTo("Where is my order?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "And please tell me how to cancel order 1234?",
                "How does one cancel?",
                "Please cancel it.",
                "PS: it is the white one.",
                "Jo Fenwick\nOrder HL-20931",
                "my order never came",
            })
    void keepsWhatMattersBelowTwoDashes(String below) {
        String text = "How do I pair a sensor?\n--\n" + below;

        assertThat(QuotedText.separate("", text).written()).isEqualTo(text);
        assertThat(QuotedText.separateTyped("", text).written()).isEqualTo(text);
        assertThat(QuotedText.separate("", text + "\n\nThis e-mail is confidential.")
                        .written())
                .isEqualTo(text);
    }

    @Test
    void keepsALongTextBelowTwoDashes() {
        String steps = "step\n".repeat(20);

        assertThat(QuotedText.separate("", "What I did:\n--\n" + steps).written())
                .contains("step");

        String told = "What I did:\n--\nThe hub went off while " + "the sensor blinked and ".repeat(6) + "then stopped";
        assertThat(QuotedText.separate("", told).written()).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from my iPhone",
                "Sent from Mail for Windows",
                "Sent from Yahoo Mail on Android",
                "Get Outlook for iOS<https://aka.example/o0>",
                "Von meinem iPhone gesendet",
                "Gesendet mit der GMX Mail App",
                "Envoyé de mon iPhone",
                "Envoyé depuis mon mobile",
                "Enviado desde mi iPhone",
                "Enviado do meu iPhone",
                "Verzonden vanaf mijn iPhone",
                "Verstuurd vanaf mijn iPad",
                "Inviato da iPhone",
                "Inviato dal mio Galaxy",
                "Skickat från min iPhone",
            })
    void setsADeviceFooterAside(String footer) {
        MessageText text = QuotedText.separate("", "My hub is offline again.\n\n" + footer + "\n");

        assertThat(text.written()).isEqualTo("My hub is offline again.");
        assertThat(text.setAside()).isEqualTo(footer);
    }

    @Test
    void setsContactDetailsAndLegalNoticesAside() {
        MessageText text = QuotedText.separate("", """
                Can you resend invoice 1042?

                Kind regards,
                Ana Petrova
                Silverfen Ltd
                Tel: +44 20 5550 1234
                www.silverfen.example

                This e-mail and any attachments are confidential and intended only for the addressee.
                """);

        assertThat(text.written()).isEqualTo("Can you resend invoice 1042?\n\nKind regards,\nAna Petrova");
        assertThat(text.setAside()).contains("Tel: +44", "confidential");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Legal notice: I take you to the small claims court unless I am refunded by Friday.",
                "LEGAL NOTICE\n\nI take you to the small claims court unless I am refunded.",
                "Privacy notice: you gave my confidential records to my landlord, I go to court.",
                "Privacy notice: your message of 3 March told others my confidential address. I go to court.",
                "Disclaimer: I am no lawyer, but I take you to the small claims court.",
            })
    void keepsACustomersOwnNoticeAndWhatStandsUnderIt(String notice) {
        String letter = "Hello,\n" + notice + "\n\nWhere is my refund?";
        String footer = "This e-mail and any attachments are confidential and intended only for the addressee.";

        assertThat(QuotedText.separate("", letter).written()).isEqualTo(letter);
        assertThat(QuotedText.separate("", letter + "\n\n" + footer).written()).isEqualTo(letter);
        assertThat(QuotedText.separate("", "On 4/3/25 A <a@b.example> wrote:\n> Which order?\n\n" + notice)
                        .written())
                .isEqualTo(notice);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONFIDENTIALITY NOTICE: The contents of this email and any attachments are confidential.",
                "Confidentiality Notice\n\nThis mail is for the intended recipient. If you are not, delete it.",
                "Disclaimer: De inhoud van dit bericht is vertrouwelijk.",
                "*Legal disclaimer*\nIf you received this transmission in error, tell us.",
                "Kind regards,\nAna Petrova\nSilverfen Ltd\n\nDisclaimer: Silverfen is not liable for viruses.",
                "Thanks\nAna\n\nPrivacy notice\nHow we use data: see our page.",
                "> Which order?\n\nDisclaimer: Silverfen is not liable for viruses.",
            })
    void setsABoilerplateNoticeAside(String end) {
        MessageText text = QuotedText.separate("Re: Order", "Where is my order?\n\n" + end);

        assertThat(text.written()).startsWith("Where is my order?").doesNotContainIgnoringCase("notice", "disclaimer");
        assertThat(text.setAside()).contains(end.substring(end.lastIndexOf('\n') + 1));
    }

    @Test
    void keepsWhatMattersUnderASignOff() {
        MessageText text = QuotedText.separate(
                "", "Please call me.\n\nThanks\nGary\nmy phone: +1 555 010 9999\norder number is HL-20931");

        assertThat(text.written()).contains("HL-20931", "+1 555 010 9999");
    }

    @Test
    void writtenAndSetAsideTogetherLoseNoWord() {
        String mail = "First.\n\nOn 4 March 2025 A <a@b.example> wrote:\n> old\n\nSecond.\n-- \nJo";
        MessageText text = QuotedText.separate("Re: x", mail);

        assertThat((text.written() + " " + text.setAside()).split("\\s+"))
                .containsExactlyInAnyOrder(mail.split("\\s+"));
    }

    /** Reading the lines behind each line anew would take minutes. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsHundredsOfThousandsOfEmptyLinesOnce() {
        String typed = "a" + "\n".repeat(499_000) + "b";

        assertThat(QuotedText.separateTyped("", typed).written()).isEqualTo("a\n\nb");
        assertThat(QuotedText.separate("", typed).written()).isEqualTo("a\n\nb");
    }

    @Test
    void aTypedDividerAnnouncesMarkedLinesHoweverManyEmptyOnesStandBetween() {
        String divider = "-----Original Message-----";

        assertThat(QuotedText.separateTyped("", "Hello\n" + divider + "\n\n\n> old")
                        .written())
                .isEqualTo("Hello");
        assertThat(QuotedText.separateTyped("", "Hello\n" + divider + "\n\n\nnew")
                        .written())
                .isEqualTo("Hello\n" + divider + "\n\nnew");
    }
}
