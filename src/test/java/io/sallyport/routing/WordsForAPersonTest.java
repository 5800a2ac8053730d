package io.sallyport.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Trigger.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that bring a person in, and words like them that must not. */
class WordsForAPersonTest {

    private final Router router = new Router(new RoutingSettings(Set.of("en")));

    private Route route(String text) {
        return router.route(RouterTest.record(List.of(text), Customer.unknown("kim@example.com"), "en", Priority.P3));
    }

    private List<Kind> kinds(String text) {
        return route(text).triggers().stream().map(Trigger::kind).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PERSON_ASKED      | I'd rather somebody rang me about the two totals.
            PERSON_ASKED      | Put your supervisor on the line.
            PERSON_ASKED      | Is there a lady one may talk to instead of typing?
            PERSON_ASKED      | Whom might I telephone?
            REPEATED_ATTEMPTS | Fourth and last reminder.
            REPEATED_ATTEMPTS | I wrote to you about the cable on the 2nd, the 9th and the 16th.
            REPEATED_ATTEMPTS | Both of my earlier mails were ignored, so I try again.
            REPEATED_ATTEMPTS | I have already written twice.
            LEGAL             | A neighbour sues us, and the judge wants the readings.
            LEGAL             | We need a witness statement from you.
            LEGAL             | My next letter will come from my solicitor.
            SECURITY          | By changing the number in the link I could see orders of others.
            SECURITY          | One of our keys was pushed to a public repository.
            SECURITY          | A man rang, said he was from your company and asked for the number of my card.
            SECURITY          | That page is a clone of your portal.
            SAFETY            | The socket has turned brown and there is a smell of hot plastic.
            SAFETY            | Someone is stuck in the lift.
            SAFETY            | The alarm was no fake. The kitchen is on fire.
            LEGAL             | My brother is a lawyer, he says that I should sue you.
            LEGAL             | If not, we will see you in court 14 days from now.
            PERSON_ASKED      | I have never been able to speak to a human here, let me speak to one.
            OUT_OF_SCOPE      | How long do I roast a goose?
            OUT_OF_SCOPE      | I have 20k followers and would feature you in my channel.
            OUT_OF_SCOPE      | This is about a device of a different maker, what does its code mean?
            """)
    void knowsIndirectWordsForWhatAPersonMustSee(Kind kind, String text) {
        assertThat(kinds(text)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PERSON_ASKED      | Can a second person see the chart?
            PERSON_ASKED      | Is the export human readable?
            PERSON_ASKED      | The new manager likes texts better than mails.
            REPEATED_ATTEMPTS | About every third call ends in an error.
            REPEATED_ATTEMPTS | The app crashes each time it opens the chart.
            LEGAL             | A customer of ours did a chargeback against our shop.
            LEGAL             | Is there a free trial?
            LEGAL             | My sister the lawyer uses it as well.
            SECURITY          | My husband has no login yet.
            SECURITY          | I typed my password in the wrong box.
            SECURITY          | We plan a phishing training, what would you never ask?
            SAFETY            | The neighbour burns leaves, would the sensor show the smell of burning?
            SAFETY            | An injury to my pride, nothing more.
            SAFETY            | I nearly had a heart attack when the siren went off.
            PERSON_ASKED      | What is the timeout of the callback URL?
            PERSON_ASKED      | I never had to speak to a human, thank you.
            SECURITY          | I hacked together a bracket for the probe.
            SECURITY          | May we print your logo in our leaflet?
            LEGAL             | Does the signal reach from the hub to court 4?
            SEVERE_FRUSTRATION | I'm such an idiot, the batteries were in backwards.
            OUT_OF_SCOPE      | Which of your sensors suits a wine cellar?
            OUT_OF_SCOPE      | Can I have a table of last month's values for my coursework?
            """)
    void keepsNearMissesFromAPerson(Kind kind, String text) {
        assertThat(kinds(text)).doesNotContain(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You will hear from my lawyer.",
                "my lawer will be in touch with you",
                "We'll see you in court.",
                "I'm filing a complaint with the data protection authority.",
                "If the money isn't here by Monday I'll start a chargeback with my bank.",
                "We act for Mrs Hall and request all records.",
                "I have reported you to Trading Standards.",
                "Ich werde meinen Anwalt einschalten.",
                "Voy a presentar una denuncia."
            })
    void bringsInAPersonWhenTheLawIsInvoked(String text) {
        assertThat(kinds(text)).contains(Kind.LEGAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My lawyer friend recommended you, do you ship to Spain?",
                "We are a firm of solicitors and need two more seats.",
                "I am not going to sue anybody, I just want to know the price.",
                "Is it legal to record sound in a shop?",
                "The sensors for the tennis court stopped.",
                "How do I make a warranty claim?"
            })
    void staysCalmWhenLawIsOnlyMentioned(String text) {
        assertThat(kinds(text)).doesNotContain(Kind.LEGAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I speak to a human?",
                "agent please",
                "i want 2 talk 2 a real person",
                "put me through to your supervisor",
                "Please have someone call me back.",
                "not a bot, please",
                "s p e a k to one h u m a n",
                "Quiero hablar con un agente.",
                "Je voudrais parler à un conseiller.",
                "Bitte verbinden Sie mich mit einem Mitarbeiter.",
                "Vorrei parlare con un operatore",
                "Quero falar com um atendente",
                "Chcę porozmawiać z konsultantem",
                "我要转人工"
            })
    void bringsInAPersonWhoeverAsksForOne(String text) {
        assertThat(kinds(text)).contains(Kind.PERSON_ASKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our estate agent uses your app, which plan is right?",
                "Can the alarm call me at night?",
                "Can someone tell me how to reset it?",
                "How many people can share an account?",
                "The night manager gets the alarms, how do I change that?",
                "No need to call me, e-mail is fine."
            })
    void doesNotTakeEveryMentionOfAPersonForAskingForOne(String text) {
        assertThat(kinds(text)).doesNotContain(Kind.PERSON_ASKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You are thieves, all of you.",
                "WORST COMPANY EVER AND NOBODY EVER ANSWERS ANYTHING",
                "This is ridiculous. I'm telling everyone to avoid you.",
                "What a bunch of clowns"
            })
    void tellsRageFromAnnoyance(String text) {
        assertThat(kinds(text)).contains(Kind.SEVERE_FRUSTRATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A bit annoying that the chart is slow.",
                "With that delay the alarm is useless for our kitchen.",
                "THE APP SAYS ERROR 12"
            })
    void annoyanceAloneIsAnswered(String text) {
        assertThat(kinds(text)).doesNotContain(Kind.SEVERE_FRUSTRATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This is the third time I am writing about my parcel.",
                "I have asked you four times already.",
                "Five emails and not one answer!",
                "I've tried your steps three times, nothing."
            })
    void bringsInAPersonAfterThreeToldAttempts(String text) {
        assertThat(kinds(text)).contains(Kind.REPEATED_ATTEMPTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I get three e-mails for every alarm, how do I stop that?",
                "The siren went off three times this week.",
                "I typed the password wrong too many times."
            })
    void countsOnlyAttemptsToBeHeard(String text) {
        assertThat(kinds(text)).doesNotContain(Kind.REPEATED_ATTEMPTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "There is smoke coming out of the charger!",
                "My colleague got an electric shock from the plug.",
                "I don't want to live any more.",
                "I know where you live and I will come over and break your legs."
            })
    void neverLeavesDangerToAMachine(String text) {
        assertThat(kinds(text)).contains(Kind.SAFETY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is the monitor a smoke alarm?",
                "The fire exit needs a door sensor.",
                "How do I kill the app process?"
            })
    void aWordOfDangerIsNotYetDanger(String text) {
        assertThat(kinds(text)).doesNotContain(Kind.SAFETY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Somebody else is logged in to my account and changed the password.",
                "I found an XSS in your settings page.",
                "Got a phishing mail with your logo.",
                "My account has been hacked"
            })
    void bringsInAPersonForSecurity(String text) {
        assertThat(kinds(text)).contains(Kind.SECURITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which encryption do you use?",
                "How do I report a vulnerability?",
                "Where do I create an API token?",
                "I read about hacked cameras in the news. How do I check who is signed in?"
            })
    void questionsAboutSecurityAreAnswered(String text) {
        assertThat(kinds(text)).doesNotContain(Kind.SECURITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please cancel my order 4711.",
                "Could you refund the payment to my card?",
                "Can you change the delivery address for me?",
                "please resend the invoice"
            })
    void aWishedChangeGoesToAPerson(String text) {
        assertThat(kinds(text)).contains(Kind.ACTION_NEEDS_PERSON);
        assertThat(route(text).needsPerson()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do I cancel my plan?",
                "Can I change the delivery address of an order?",
                "What happens if I cancel my subscription?",
                "Where can I download an invoice?"
            })
    void askingHowToChangeSomethingIsAnswered(String text) {
        assertThat(kinds(text)).doesNotContain(Kind.ACTION_NEEDS_PERSON);
    }
}
