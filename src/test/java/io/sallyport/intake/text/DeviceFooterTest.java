package io.sallyport.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceFooterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent with the wrong charger, it does not fit.",
                "Sent from the wrong warehouse, two boxes missing",
                "Sent from my phone, as the hub is offline since noon and I cannot sign in",
                "Sent from my old address, the new one is Fjord 3 in Bergen",
                "Sent with an order number that is not mine",
                "Gesendet mit DHL, Sendungsnummer 00340434161094",
                "Gesendet von meinem Nachbarn am Montag",
                "Outlook für Windows zeigt die Mail nicht an",
                "Envoyé de Lyon le 3 mars, jamais arrivé",
                "Enviado desde Sevilla el lunes",
                "Verzonden met PostNL op maandag",
                "Inviato da Milano il 3 marzo",
                "Skickat från Malmö i måndags",
                "Get Outlook for my new laptop, your page said",
            })
    void keepsWhatACustomerWritesOfSomethingThatWasSent(String line) {
        String mail = "Where is my parcel?\n" + line;

        assertThat(QuotedText.separate("", mail).written()).isEqualTo(mail);
        assertThat(QuotedText.separate("", line).written()).isEqualTo(line);
        assertThat(QuotedText.separateTyped("", line).written()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from my phone",
                "Sent from my Itel",
                "Sent from my Samsung Galaxy S22 Ultra smartphone.",
                "Sent from my Verizon, Samsung Galaxy smartphone",
                "Sent from my iPhone, please excuse any typos",
                "Sent from my BlackBerry 10 smartphone on the Verizon network.",
                "*Sent from Outlook for Android*",
                "Sent from Mail<https://go.example/fwlink/?LinkId=550986> for Windows 10",
                "Sent with Proton Mail secure email.",
                "Sent via the Samsung Galaxy A52s 5G, an AT&T 5G smartphone",
                "Sent from the all new AOL app for iOS",
                "Gesendet von Outlook für iOS",
                "Gesendet von Mail für Windows 10",
                "Gesendet mit der WEB.DE iPhone App",
                "Von meinem Samsung Galaxy Smartphone gesendet.",
                "Diese Nachricht wurde von meinem Android-Mobiltelefon mit GMX Mail gesendet.",
                "Outlook für Android herunterladen",
                "Holen Sie sich Outlook für iOS",
                "Envoyé à partir d’Outlook pour Android",
                "Envoyé depuis l'application Mail Orange",
                "Télécharger Outlook pour iOS",
                "Enviado desde Correo para Windows",
                "Enviado desde Yahoo Mail para Android",
                "Obter o Outlook para iOS",
                "Verzonden met Outlook voor Android",
                "Outlook voor iOS downloaden",
                "Inviato da Posta per Windows",
                "Scarica Outlook per Android",
                "Sendt fra min iPhone",
                "Wysłane z iPhone'a",
                "Lähetetty iPhonesta",
            })
    void knowsTheFootersOfDevicesAndPrograms(String footer) {
        assertThat(QuotedText.separate("", "My hub is offline.\n\n" + footer)).satisfies(text -> {
            assertThat(text.written()).isEqualTo("My hub is offline.");
            assertThat(text.setAside()).isEqualTo(footer);
        });
    }

    @Test
    void aFooterStandsAmongTheLastLinesOfAMail() {
        String footer = "Sent from my iPhone";
        String told = "I got this mail:\n" + footer + "\nOne.\nTwo.\nThree.\nFour.\nFive.\nSix.\nIs it yours?";

        assertThat(QuotedText.separate("", told).written()).isEqualTo(told);
        assertThat(QuotedText.separate("", "It is off.\n\n" + footer + "\n-- \nJo Fenwick\nBergen\n+47 555 0134")
                        .written())
                .isEqualTo("It is off.");
        assertThat(QuotedText.separate("", "It is off.\n" + footer + "\n\nThis e-mail is confidential.")
                        .written())
                .isEqualTo("It is off.");
    }

    @Test
    void nothingIsSetAsideAsAFooterThatWasTyped() {
        assertThat(QuotedText.separateTyped("", "Which phone?\nSent from my iPhone")
                        .written())
                .isEqualTo("Which phone?\nSent from my iPhone");
    }

    @Test
    void aFooterAloneStaysSoThatTheMessageIsNotTakenForAnEmptyOne() {
        assertThat(QuotedText.separate("Re: Hub", "Sent from my iPhone").written())
                .isEqualTo("Sent from my iPhone");
    }
}
