package io.sallyport.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Effect;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.connector.builtin.TeamNotice;
import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.ScriptedAgents;
import io.sallyport.testkit.ScriptedGate;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StoryGates;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise 10: a person is always reachable. Read and routed as in service; each story also with the process killed at every step. */
@Tag("database")
class PersonInReachStoriesTest {

    private static final ShippedReading READING = ShippedReading.in("en", "de", "fr", "es", "it", "pl");

    private static final List<String> CALM_WORDS = List.of(
            "Thank you for all your help over the years. I have put my affairs in order and after tonight I will not need "
                    + "the account, so please close it.",
            "Could you cancel the order? I won't be here next week, I have decided that it is better for everyone without me.");

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final List<ScriptedGate> gates = ScriptedGate.required();

    private static void open(DeskKit desk, boolean crashing, Consumer<DeskKit> story) {
        try (desk) {
            story.accept(desk.mode(LaneMode.AUTO).mode(Lane.ESCALATION, LaneMode.AUTO));
            assertThat(desk.restarts() > 0).isEqualTo(crashing);
        }
    }

    /** The gate has an answer to the message before in hand while the customer asks. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            en | When does your workshop open on Mondays?         | And how about Sundays in winter?                | That does not help me. I would like to talk to a person, please.
            de | Wann öffnet Ihre Werkstatt am Montag?            | Und wie ist das bei Ihnen am Sonntag?           | Das hilft mir leider nicht weiter. Ich möchte bitte mit einem Menschen sprechen.
            fr | À quelle heure ouvre votre atelier le lundi ?    | Et le dimanche, êtes-vous ouverts aussi ?       | Cela ne m'aide pas. Je voudrais parler à une vraie personne, s'il vous plaît.
            es | ¿A qué hora abre su taller los lunes?            | ¿Y los domingos también está abierto el taller? | Eso no me ayuda. Quiero hablar con una persona, por favor.
            it | A che ora apre la vostra officina il lunedì?     | E la domenica siete aperti anche voi?           | Questo non mi aiuta. Vorrei parlare con una persona, per favore.
            pl | O której godzinie otwieracie warsztat w poniedziałek? | A czy w niedzielę też jest otwarte?        | To mi nie pomaga. Chciałbym porozmawiać z człowiekiem.
            """)
    void whoeverAsksForAPersonMidThreadGetsOneAndTheDraftInTheWorksLoses(
            String language, String first, String second, String asked) {
        for (boolean crashing : List.of(false, true)) {
            gates.getFirst().judgeBy(_ -> Verdict.pass(gates.getFirst().name()));
            open(TrackedDesk.open(clock, crashing, READING, gates), crashing, desk -> {
                CaseId id = desk.ticket(first);
                desk.runUntilQuiet();
                assertThat(desk.channel().posted()).containsExactly(ScriptedAgents.QUOTE);

                askWhileJudging(desk, id, asked);
                desk.write(id, second);
                desk.runUntilQuiet();
                CaseRecord record = desk.load(id);
                assertThat(((Standing.WithPeople) record.standing()).triggers())
                        .extracting(Trigger::kind)
                        .contains(Trigger.Kind.PERSON_ASKED);
                assertThat(desk.channel().posted()).hasSize(2);
                assertThat(desk.channel().posted().getLast()).doesNotContain(ScriptedAgents.QUOTE);
                assertThat(record.bridge().findBridge().orElseThrow().reply().language())
                        .isEqualTo(language);
            });
        }
    }

    private void askWhileJudging(DeskKit desk, CaseId id, String asked) {
        ScriptedGate gate = gates.getFirst();
        var hasAsked = new AtomicBoolean();
        gate.judgeBy(_ -> {
            if (!hasAsked.getAndSet(true)) {
                desk.write(id, asked);
            }
            return Verdict.pass(gate.name());
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoMayBeInDangerReadsReviewedWordsAloneAndSomebodyIsCalledFirst(boolean crashing) {
        for (String words : CALM_WORDS) {
            open(TrackedDesk.open(clock, crashing, READING, StoryGates.of(clock)), crashing, desk -> {
                CaseId id = desk.ticket(words);
                desk.runUntilQuiet();
                assertInSafeHands(desk, id, words);
            });
        }
    }

    private static void assertInSafeHands(DeskKit desk, CaseId id, String words) {
        CaseRecord record = desk.load(id);
        assertThat(record.standing()).isInstanceOfSatisfying(Standing.WithPeople.class, people -> {
            assertThat(people.queue()).isEqualTo("security");
            assertThat(people.triggers()).extracting(Trigger::kind).contains(Trigger.Kind.SAFETY);
        });
        assertThat(desk.channel().posted()).singleElement().satisfies(text -> assertReviewed(text));
        assertThat(desk.tools().pages(10))
                .singleElement()
                .satisfies(page -> assertThat(page.title()).contains(id.value()));
        assertThat(record.effects().stream().map(Effect::reply).toList().getFirst())
                .as("whoever is on call hears before the customer does")
                .isEmpty();
        assertThat(desk.tools().pages(10)).extracting(TeamNotice::text).noneMatch(text -> quotes(text, words));
        assertThat(desk.tools().posts(10)).extracting(TeamNotice::text).noneMatch(text -> quotes(text, words));
        assertThat(desk.cases().events(id))
                .as("nobody wrote or planned anything for them")
                .noneMatch(event ->
                        event.fact() instanceof Fact.ReplyComposed || event.fact() instanceof Fact.ActionPlanned);
    }

    private static boolean quotes(String text, String words) {
        return List.of(words.split("[.,?]")).stream().map(String::strip).anyMatch(text::contains);
    }

    /** Each paragraph, but for the promised time. */
    private static void assertReviewed(String text) {
        List<String> reviewed = reviewed();
        assertThat(List.of(text.split("\\n\\n")))
                .allMatch(paragraph -> reviewed.contains(paragraph)
                        || (paragraph.startsWith("You will hear from a person by ")
                                && paragraph.endsWith("(Europe/Berlin, UTC+1).")));
    }

    private static List<String> reviewed() {
        var lines = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(
                        PersonInReachStoriesTest.class.getResourceAsStream("/casefile/hand-over/en.properties")),
                StandardCharsets.UTF_8)) {
            lines.load(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Stream.of("safety.1", "safety.2", "safety.3", "automated")
                .map(lines::getProperty)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingElseIsEverSaidToThemWhileNobodyHasAnswered(boolean crashing) {
        open(TrackedDesk.open(clock, crashing, READING, StoryGates.of(clock)), crashing, desk -> {
            CaseId id = desk.ticket(CALM_WORDS.getFirst());
            desk.runUntilQuiet();
            desk.write(id, "When do you open?");
            for (int hours = 0; hours < 72; hours += 6) {
                desk.tick(Duration.ofHours(6));
                desk.runUntilQuiet();
            }
            assertThat(desk.load(id).standing())
                    .isInstanceOfSatisfying(
                            Standing.WithPeople.class,
                            people -> assertThat(people.queue()).isEqualTo("security"));
            assertThat(desk.channel().posted()).isNotEmpty().allSatisfy(PersonInReachStoriesTest::assertReviewed);
        });
    }
}
