package io.sallyport.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegalNoticeTest {

    private static final String NOTICE =
            "This e-mail and any attachments are confidential and intended only for the addressee.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do I change my address?\nThis message is confidential: someone in your office used my card.\n"
                        + "Please block it.",
                "Hello,\nThis message is confidential: someone in your office used my card.\nPlease block it.",
                "Hello,\n\nThis message is confidential: someone in your office used a card that is not theirs.",
                "Hello,\n\nThis e-mail is confidential and intended only for your manager.\nI was harassed.",
                "Hello,\n\nThis e-mail is confidential.\nThe siren hurt a child.",
                "Guten Tag,\nDiese Nachricht ist vertraulich: Ihr Mitarbeiter hat meine Karte benutzt.",
                "Bonjour,\nCe message est confidentiel : on a utilisé ma carte.\nBloquez-la.",
                "Hola,\nEste mensaje es confidencial: alguien usó mi tarjeta.",
                "Hallo,\nDit bericht is vertrouwelijk: iemand gebruikte mijn kaart.",
                "Hello,\nKind regards\nJo\n\nLegal notice: I take you to court unless I am refunded.",
                "Hello,\n> Which order?\n\nLegal notice: I take you to court unless I am refunded.",
            })
    void keepsWhatACustomerSaysInConfidence(String told) {
        String kept = told.replace("> Which order?\n", "");

        assertThat(QuotedText.separate("", told).written()).isEqualTo(kept);
        assertThat(QuotedText.separateTyped("", told).written()).isEqualTo(kept);
        assertThat(QuotedText.separate("", told + "\n\n" + NOTICE).written()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The hub went off again.",
                "How do I pair a sensor?",
                "Please cancel it.",
                "My order never came.",
            })
    void endsANoticeWhereTheCustomerGoesOn(String below) {
        assertThat(QuotedText.separate("", "Hello,\n\n" + NOTICE + "\n\n" + below)
                        .written())
                .isEqualTo("Hello,\n\n" + below);
    }

    @ParameterizedTest
    @ValueSource(strings = {"How do I pair a sensor?", "Please cancel it.", "My order never came."})
    void keepsWhatIsAskedBelowANoticeUnderASignOff(String below) {
        assertThat(QuotedText.separate("", "Hello,\nThanks\nAna\n\n" + NOTICE + "\n\n" + below)
                        .written())
                .isEqualTo("Hello,\nThanks\nAna\n\n" + below);
        assertThat(QuotedText.separate("", "Hello,\n-- \nAna\n\n" + NOTICE + "\n\n" + below)
                        .written())
                .contains(below);
    }

    @Test
    void setsACompanysLinesAsideBelowItsNoticeUnderASignOff() {
        MessageText text = QuotedText.separate(
                "",
                "It is off.\n\nThanks\nAna\n\n" + NOTICE
                        + " If you received it in error, please delete it.\n\nSilverfen Ltd, registered in England\n\n"
                        + "Please consider the environment before printing.");

        assertThat(text.written()).isEqualTo("It is off.\n\nThanks\nAna");
        assertThat(text.setAside()).contains("Silverfen", "printing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This message is confidential.",
                "The information in this email is confidential and may be legally privileged. If you are not the\n"
                        + "intended recipient, please notify us and delete it.",
                "This e-mail is confidential.\nIf you are not the intended recipient, please delete it.\n\n"
                        + "If you received it in error, tell the sender.",
                "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind,\n"
                        + "informieren Sie bitte den Absender und vernichten Sie diese E-Mail.",
                "Ce message et ses pièces jointes sont confidentiels et réservés à leurs destinataires.",
                "Este mensaje y sus adjuntos son confidenciales y se dirigen a su destinatario.",
                "Esta mensagem é confidencial e dirigida ao seu destinatário.",
                "Questo messaggio contiene informazioni riservate per il destinatario. I dati sono protetti.",
                "Dit bericht is vertrouwelijk en alleen bestemd voor de geadresseerde.",
                "Please consider the environment before printing this e-mail.",
            })
    void setsTheNoticesOfCompaniesAside(String notice) {
        MessageText text = QuotedText.separate("", "Where is my parcel?\n\n" + notice);

        assertThat(text.written()).isEqualTo("Where is my parcel?");
        assertThat(text.setAside()).isEqualTo(notice);
    }

    @Test
    void aNoticeAloneStaysSoThatTheMessageIsNotTakenForAnEmptyOne() {
        assertThat(QuotedText.separate("Re: Hub", "> old\n\n" + NOTICE).written())
                .isEqualTo(NOTICE);
    }
}
