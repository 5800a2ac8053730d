package io.sallyport.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.Category;
import io.sallyport.triage.Taught.Kind;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TaughtTest {

    static final List<String> OWN = IntStream.range(0, 60)
            .mapToObj(number -> "How do I pair leak sensor number " + number + " with the hub?")
            .toList();

    private static final List<String> ANOTHERS = IntStream.range(0, 60)
            .mapToObj(number -> "Which of your " + number + " novels should I read first on my holiday in Spain?")
            .toList();

    @Test
    void isHeardOnWhatDoesNotBelongWhereItKnowsTheCompany() {
        assertThat(Engine.TAUGHT.isToBeHeard(Kind.ELSEWHERE, OWN)).isTrue();
    }

    @Test
    void isNotHeardWhereACompanysPlainMessagesWouldNotBelong() {
        assertThat(Engine.TAUGHT.isToBeHeard(Kind.ELSEWHERE, ANOTHERS)).isFalse();
    }

    @Test
    void withFewPlainMessagesIsHeardOnAllButWhatDoesNotBelong() {
        var few = OWN.subList(0, 10);

        assertThat(Kind.values())
                .filteredOn(kind -> !Engine.TAUGHT.isToBeHeard(kind, few))
                .containsExactly(Kind.ELSEWHERE);
    }

    @Test
    void isNotHeardOnAKindItWouldSeeInPlainMessages() {
        var screamed = Collections.nCopies(60, "A stranger is inside our account right now and reads everything.");

        assertThat(Engine.TAUGHT.isToBeHeard(Kind.SECURITY, screamed)).isFalse();
    }

    /** At half a percent, sixty messages are too few for one mistake to tell anything; two are more than chance. */
    @Test
    void oneMistakenPlainMessageSilencesNoReader() {
        var screamed = "A stranger is inside our account right now and reads everything.";

        assertThat(Engine.TAUGHT.isToBeHeard(
                        Kind.SECURITY,
                        Stream.concat(OWN.stream(), Stream.of(screamed)).toList()))
                .isTrue();
        assertThat(Engine.TAUGHT.isToBeHeard(
                        Kind.SECURITY,
                        Stream.concat(OWN.stream(), Stream.of(screamed, screamed))
                                .toList()))
                .isFalse();
    }

    @Test
    void sharesAreOfCategories() {
        assertThat(Engine.TAUGHT.share("Where is my parcel?", Category.RETURNS_AND_ORDERS))
                .isGreaterThan(0.8);
    }

    /** Written for this test; read as a whole it is a question about jam jars and a move. */
    @Test
    void hearsOneGraveSentenceInAMessageAboutSomethingElse() {
        assertThat(Kind.values())
                .filteredOn(kind -> Engine.TAUGHT.is(kind, CHATTER.formatted("The jars have a green lid this year.")))
                .isEmpty();
        assertThat(
                        Engine.TAUGHT.is(
                                Kind.SECURITY,
                                CHATTER.formatted(
                                        "Somebody in Manila has been signing in to our account since Friday and changes our alerts.")))
                .isTrue();
        assertThat(
                        Engine.TAUGHT.is(
                                Kind.DANGER,
                                CHATTER.formatted(
                                        "My mother touched the adapter and was thrown across the room, and her arm is still numb.")))
                .isTrue();
        assertThat(Engine.TAUGHT.is(
                        Kind.LEGAL, CHATTER.formatted("Our solicitor will file the claim against you on Monday.")))
                .isTrue();
        assertThat(Engine.TAUGHT.is(
                        Kind.P1, CHATTER.formatted("The cold room is at plus nine and two tons of meat are thawing.")))
                .isTrue();
        assertThat(Engine.TAUGHT.is(
                        Kind.PERSON, CHATTER.formatted("I would like to speak to a real person about this, please.")))
                .isTrue();
    }

    @Test
    void doubtsNothingThatOnePassageMayHold() {
        assertThat(Engine.TAUGHT.isNothingLike(Kind.RAGE, CHATTER.formatted("The jars have a green lid.")))
                .isTrue();
        assertThat(Engine.TAUGHT.isNothingLike(
                        Kind.RAGE, CHATTER.formatted("What a shambles, honestly, you lot are a joke.")))
                .isFalse();
    }

    @Test
    void isTrustedInGraveDoubtsOnlyWhereTheCompanysOwnGraveMessagesAreEnough() {
        List<String> own =
                Collections.nCopies(20, "Every one of our sites has been dark since four, we see nothing at all.");

        assertThat(Engine.TAUGHT.isToBeTrustedIn(Kind.P1, own)).isTrue();
        assertThat(Engine.TAUGHT.isToBeTrustedIn(Kind.P1, own.subList(0, 19))).isFalse();
        assertThat(Engine.TAUGHT.isToBeTrustedIn(Kind.RAGE, List.of())).isTrue();
        assertThat(Engine.TAUGHT.isToBeTrustedIn(Kind.DANGER, own)).isFalse();
    }

    /** What a company knows to be grave may read to the network like any question about novels: there it must not doubt. */
    @Test
    void isNotTrustedInGraveDoubtsWhereItWouldDoubtOneOfTheCompanysGraveMessages() {
        List<String> own =
                Collections.nCopies(20, "Every one of our sites has been dark since four, we see nothing at all.");
        String strange = ANOTHERS.getFirst();

        assertThat(Engine.TAUGHT.isNothingLike(Kind.P1, strange)).isTrue();
        assertThat(Engine.TAUGHT.isToBeTrustedIn(
                        Kind.P1, Stream.concat(own.stream(), Stream.of(strange)).toList()))
                .isFalse();
    }

    private static final String CHATTER = """
            Hello, I hope the autumn treats you well. We make jam in a village hall and have had one Fathom in the cold room since
            the spring, with which all of us are content. Next year we move to the old dairy, which has three rooms. %s How many
            sensors does one hub carry, and is it the same hub for a building with walls of half a metre? My neighbour thinks that
            two would do. The plan is to paint the rooms in March and to be in by Easter, so there is no hurry at all. If there is
            a page about it, a link is all I need. With kind regards from the whole of the hall, and thank you for last time.
            """;
}
