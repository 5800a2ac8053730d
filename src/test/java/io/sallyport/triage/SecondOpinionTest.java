package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage.Urgency;
import io.sallyport.casefile.Trigger;
import io.sallyport.model.Embedder;
import io.sallyport.text.phrases.PlainWords;
import io.sallyport.triage.GraveExamples.Example;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

class SecondOpinionTest {

    /** A company's plain messages: the thresholds are set on them. */
    static final List<String> PLAIN = List.of(
            "How long is the guarantee on the small kettle?",
            "Where do I change my delivery address?",
            "The lid of my teapot has a scratch, can I exchange it?",
            "Do you ship to Norway, and what does it cost?",
            "My last invoice shows the wrong company name.",
            "Is the blue mug safe for the dishwasher?",
            "I would love a bigger version of the milk jug.",
            "The tracking page has shown the same place since Monday.",
            "Can I pay by bank transfer?",
            "The timer on the oven clock is two minutes slow.",
            "How do I descale the machine?",
            "Please cancel my order from yesterday, I chose the wrong size.",
            "Which filter fits the old model?",
            "The newsletter link leads to an empty page.",
            "I forgot my password and the reset mail takes ages.",
            "Does the gift card run out at some time?",
            "One of the six cups was missing from the parcel.",
            "How do I connect the scale with my phone?",
            "The coffee tastes a little bitter, what setting do you advise?",
            "Could you send the manual in French?");

    private static final Urgency PLAIN_QUESTION = new Urgency(Priority.P4, "general-question", List.of());

    private static final String LOSS =
            "The cold store failed overnight, every pallet of fish has thawed and must be thrown"
                    + " away, and nobody got a warning.";

    /** Four words that matter, each an axis of its own; every other word lies in the plane of two more. */
    private static final Embedder WORDS = new Embedder() {
        private static final Pattern BLANK = Pattern.compile(" ");
        private static final List<String> AXES = List.of("fire", "stolen", "weakness", "spoiled");

        @Override
        public int dimension() {
            return AXES.size() + 2;
        }

        @Override
        public float[] embed(String text) {
            var vector = new float[dimension()];
            for (var word : BLANK.splitAsStream(text).toList()) {
                var at = AXES.indexOf(word);
                vector[at < 0 ? AXES.size() + word.length() % 2 : at]++;
            }
            var length = (float) Math.sqrt(Embedder.similarity(vector, vector));
            for (var i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
            return vector;
        }
    };

    /** Read by a network whose alarms a company's plain messages set off, it is not to be heard. */
    private static final List<String> ALARMING = List.of(
            "A stranger is inside our account right now and reads everything.",
            "Water pours in at every site, nobody was warned, and our stock is lost.",
            "My colleague got a shock from your machine and lies on the floor.");

    /** Grave messages, and plain ones that merely mention each word. */
    private static final SecondOpinion BY_WORDS = SecondOpinion.soon(
            WORDS,
            Engine.TAUGHT,
            Criteria.load(),
            IntStream.range(0, 120)
                    .mapToObj(at -> switch (at % 10) {
                        case 0 -> new Example("fire alarm", true, false, true, false, false, true);
                        case 1 -> new Example("account stolen", true, true, false, false, false, true);
                        case 2 -> new Example("a weakness", false, true, false, false, false, true);
                        case 3 -> new Example("stock spoiled", true, false, false, false, false, true);
                        case 4 -> new Example("plain words", false, false, false, false, true, true);
                        case 8 -> new Example(ALARMING.get(at / 10 % 3), false, false, false, false, true, true);
                        case 5 ->
                            new Example(
                                    "the fire brigade ordered three more cups", false, false, false, false, true, true);
                        case 6 ->
                            new Example("the stolen cup costs how much again", false, false, false, false, true, true);
                        case 7 ->
                            new Example("i have a weakness for blue cups", false, false, false, false, true, true);
                        default ->
                            new Example("you have spoiled me with this tea", false, false, false, false, true, true);
                    })
                    .toList());

    static final SecondOpinion BY_MEANING =
            SecondOpinion.soon(Engine.MESSAGES, Engine.TAUGHT, Criteria.load(), GraveExamples.read(labelled(PLAIN)));

    static ByteArrayResource labelled(List<String> texts) {
        return new ByteArrayResource(texts.stream()
                .map(text -> "{\"text\":\"" + text + "\",\"priority\":\"P4\",\"outcome\":\"answer\",\"triggers\":[]}")
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Readers.Read read(SecondOpinion opinion, String text, String language) {
        return opinion.read(text, PlainWords.of(text), language);
    }

    private static Urgency on(SecondOpinion opinion, String text, Urgency first) {
        return opinion.on(read(opinion, text, "en"), first);
    }

    @Test
    void raisesWhatIsLikeGraveExamplesThatShipWithoutSharingTheirWords() {
        assertThat(on(BY_MEANING, LOSS, PLAIN_QUESTION).priority()).isEqualTo(Priority.P1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the guarantee on the large teapot?",
                "Can I get the invoice with my company's name on it?",
                "Which descaler do you advise for the small machine?",
                "I would like to change the size in my order.",
            })
    void aPlainMessageKeepsTheFirstOpinion(String text) {
        assertThat(on(BY_MEANING, text, PLAIN_QUESTION)).isSameAs(PLAIN_QUESTION);
    }

    @ParameterizedTest
    @CsvSource({
        "there is fire, P1, like-danger-to-people",
        "money stolen, P1, like-security",
        "weakness found, P2, like-security",
        "fish spoiled, P1, like-grave-examples"
    })
    void saysHowGraveAndOfWhatKind(String text, Priority priority, String kind) {
        assertThat(on(BY_WORDS, text, PLAIN_QUESTION)).isEqualTo(new Urgency(priority, kind, List.of()));
    }

    @Test
    void dangerToPeopleComesFirst() {
        assertThat(on(BY_WORDS, "stolen fire", PLAIN_QUESTION).because()).isEqualTo(SecondOpinion.LIKE_DANGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain words", "fish spoiled", "weakness found", "there is fire"})
    void aP1StandsWithItsWords(String text) {
        var p1 = new Urgency(Priority.P1, "loss", List.of("all of it"));

        assertThat(on(BY_WORDS, text, p1)).isSameAs(p1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain words", "weakness found"})
    void aP2StandsWithItsWordsAgainstWhatIsNoGraver(String text) {
        var p2 = new Urgency(Priority.P2, "blocked", List.of("cannot work"));

        assertThat(on(BY_WORDS, text, p2)).isSameAs(p2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am locked out of my account since last night and cannot see any of my sensors or alerts.",
            })
    void whatBlocksSomebodyNowIsUrgent(String text) {
        assertThat(on(BY_MEANING, text, PLAIN_QUESTION).priority()).isEqualTo(Priority.P2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "My solicitor has drafted the claim and it goes to the county court on Friday. | LEGAL",
                "Stop the robot please and have somebody ring me, I want to talk to a human being. | PERSON_ASKED",
                "This is the fourth mail about the same fault and I have done every step you gave me twice. | REPEATED_ATTEMPTS",
                "YOU ARE THE WORST COMPANY I HAVE EVER DEALT WITH, A BUNCH OF USELESS LIARS | SEVERE_FRUSTRATION",
            })
    void hearsFromTheWholeMessageWhatNeedsAPerson(String text, Trigger.Kind kind) {
        assertThat(impressions(text)).contains(kind);
    }

    @Test
    void hasNoImpressionOfAPlainMessage() {
        assertThat(PLAIN.stream().flatMap(text -> impressions(text).stream())).isEmpty();
    }

    private static List<Trigger.Kind> impressions(String text) {
        return BY_MEANING.impressions(read(BY_MEANING, text, "en"));
    }

    @Test
    void aP2MayBecomeAP1() {
        var p2 = new Urgency(Priority.P2, "blocked", List.of("cannot work"));

        assertThat(on(BY_WORDS, "fish spoiled", p2))
                .isEqualTo(new Urgency(Priority.P1, SecondOpinion.LIKE_P1, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"Write me a sonnet about the sea., true", "How do I descale the small machine?, false"})
    void knowsWhatHasNothingToDoWithTheDesk(String text, boolean isElsewhere) {
        assertThat(BY_MEANING.isElsewhere(read(BY_MEANING, text, "en"))).isEqualTo(isElsewhere);
    }

    @Test
    void withoutExamplesOfAKindNothingIsLikeIt() {
        assertThat(BY_WORDS.isElsewhere(read(BY_WORDS, "write me a sonnet", "en")))
                .isFalse();
    }

    @Test
    void whoeverAsksLearnsWhyItCouldNotBeLearned() {
        var opinion = SecondOpinion.soon(WORDS, Engine.TAUGHT, Criteria.load(), List.of());

        assertThatThrownBy(() -> on(opinion, LOSS, PLAIN_QUESTION))
                .hasMessage("the second opinion could not be learned")
                .cause()
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void doubtsWordsInAMessageThatIsNothingLikeThem() {
        assertThat(doubts("Which of your sensors suits a greenhouse of twelve square metres?", "en"))
                .contains(Trigger.Kind.SEVERE_FRUSTRATION, Trigger.Kind.REPEATED_ATTEMPTS);
        assertThat(doubts(
                        "You useless crooks, I have written four times and nobody answers, I am done with you!", "en"))
                .doesNotContain(Trigger.Kind.SEVERE_FRUSTRATION, Trigger.Kind.REPEATED_ATTEMPTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A pipe burst and the shop is flooded. Which sensor suits a barn? | P1",
                "Water is coming through the ceiling and the shop's whole stock is getting wet. | P1",
                "Explosion Records here, which sensor suits a barn? | P1",
                "Somebody is in my account. Which sensor suits a barn? | P1",
            })
    void wordsOfP1StandWhateverElseTheMessageIsLike(String text, Priority priority) {
        assertThat(BY_MEANING
                        .urgency(read(BY_MEANING, text, "en"), PlainWords.of(text))
                        .priority())
                .isEqualTo(priority);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Detta är fjärde gången jag hör av mig om samma faktura utan att få svar.",
                "Θα ήθελα να μιλήσω με κάποιον για μια επιστροφή που καθυστερεί.",
            })
    void englishExamplesSayNothingOfOtherLanguagesBesideTheNetwork(String text) {
        assertThat(BY_MEANING.on(read(BY_MEANING, text, "sv"), PLAIN_QUESTION).priority())
                .isNotEqualTo(Priority.P1);
    }

    @Test
    void doubtsNothingInOtherLanguages() {
        assertThat(doubts("Welcher Ihrer Sensoren passt in ein Treibhaus von zwölf Quadratmetern?", "de"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"P1", "SAFETY", "SECURITY", "LEGAL", "PERSON_ASKED"})
    void neverDoubtsWhatMustNotBeMissed(Trigger.Kind kind) {
        assertThat(doubts("Which of your sensors suits a greenhouse of twelve square metres?", "en"))
                .doesNotContain(kind);
    }

    private static List<Trigger.Kind> doubts(String text, String language) {
        return BY_MEANING.doubts(read(BY_MEANING, text, language));
    }
}
