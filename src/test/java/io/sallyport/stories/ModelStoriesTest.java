package io.sallyport.stories;

import static io.sallyport.testkit.BoatRental.DAYS;
import static io.sallyport.testkit.BoatRental.GOODWILL;
import static io.sallyport.testkit.BoatRental.MOORING;
import static io.sallyport.testkit.BoatRental.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.model.language.Prompt;
import io.sallyport.testkit.BoatRental;
import io.sallyport.testkit.BoatRental.Setting;
import io.sallyport.testkit.Moves;
import io.sallyport.testkit.Moves.Said;
import io.sallyport.testkit.Script;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the customer and the person on shift see when specialists answer by language model, on good days and bad ones. */
@Tag("database")
class ModelStoriesTest {

    private static final String GOOD = Moves.answer(DAYS, PRICE);

    private static BoatRental open(Setting setting, Script... scripts) {
        var boats = BoatRental.open(setting, scripts);
        boats.desk().mode(LaneMode.AUTO);
        return boats;
    }

    private static BoatRental open(String... written) {
        return open(Setting.PLAIN, Stream.of(written).map(Script.Writes::new).toArray(Script[]::new));
    }

    private static CaseId ask(BoatRental boats, String text) {
        CaseId id = boats.desk().ticket(text);
        boats.desk().runUntilQuiet();
        return id;
    }

    private static CaseId ask(BoatRental boats) {
        return ask(boats, BoatRental.QUESTION);
    }

    private static Standing.WithPeople people(BoatRental boats, CaseId id) {
        return (Standing.WithPeople) boats.desk().load(id).standing();
    }

    private static <F extends Fact> List<F> facts(BoatRental boats, CaseId id, Class<F> kind) {
        return boats.desk().cases().events(id).stream()
                .map(event -> event.fact())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Nothing left the desk and a person has the case with the reason. */
    private static void assertPersonHasIt(BoatRental boats, CaseId id, String... why) {
        assertThat(boats.desk().channel().posted()).isEmpty();
        assertThat(people(boats, id).why()).contains(why);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theCustomerReadsWhatTheSpecialistProved(boolean crashing) {
        try (var boats = open(Setting.PLAIN.crashing(crashing), new Script.Writes(GOOD))) {
            CaseId id = ask(boats);
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text ->
                            assertThat(text).contains(DAYS.text(), PRICE.text(), "Mill Pond Boats", "automated agent"));
            assertThat(boats.desk().load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        }
    }

    @Test
    void theCaseKeepsModelRoleAndPromptWithTheAnswer() {
        try (var boats = open(GOOD)) {
            CaseId id = ask(boats);
            var prompt = Prompt.shipped("answer", "returns specialist").text() + "\n\n"
                    + Prompt.shipped("answer", "composer").text();
            assertThat(facts(boats, id, Fact.ModelAsked.class))
                    .containsExactly(new Fact.ModelAsked(
                            "returns specialist",
                            "specialist",
                            "anthropic:stub",
                            Prompt.of("any", prompt).hash(),
                            "answered"));
            assertThat(facts(boats, id, Fact.ReplyComposed.class))
                    .singleElement()
                    .satisfies(it -> assertThat(it.frame()).contains("anthropic:stub", "returns specialist"));
        }
    }

    @Test
    void anyServerWithChatCompletionsWillDo() {
        try (var boats = open(Setting.PLAIN.at("openai"), new Script.Writes(GOOD))) {
            ask(boats);
            assertThat(boats.desk().channel().posted()).hasSize(1);
        }
    }

    /** Each over both protocols. */
    private static Stream<Arguments> overBoth(Stream<Arguments> faults) {
        return faults.flatMap(fault ->
                Stream.of("anthropic", "openai").map(vendor -> Arguments.of(vendor, fault.get()[0], fault.get()[1])));
    }

    static Stream<Arguments> unusable() {
        return overBoth(Stream.of(
                Arguments.of(new Script.Writes("{\"answer\": \"seven days\"}"), "wrong schema"),
                Arguments.of(new Script.Writes(Moves.answer()), "wrong schema"),
                Arguments.of(new Script.IsCutOff(GOOD), "truncated"),
                Arguments.of(new Script.Refuses(), "refused"),
                Arguments.of(new Script.Writes("Here you are:\n" + GOOD + "\nAnything else?"), "extra text"),
                Arguments.of(new Script.Writes("```json\n" + GOOD + "\n```"), "extra text"),
                Arguments.of(new Script.Writes("Seven days, and $14 after that."), "unreadable"),
                Arguments.of(new Script.WantsATool(), "unreadable"),
                Arguments.of(new Script.Garbles("<html>hello</html>"), "unreadable")));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void anAnswerThatCannotBeUsedBringsAPerson(String vendor, Script script, String fault) {
        try (var boats = open(Setting.PLAIN.at(vendor), script)) {
            CaseId id = ask(boats);
            assertPersonHasIt(boats, id, "returns specialist", fault);
            assertThat(facts(boats, id, Fact.ModelAsked.class))
                    .singleElement()
                    .satisfies(it -> assertThat(it.outcome()).startsWith(fault));
        }
    }

    static Stream<Arguments> unreachable() {
        return overBoth(Stream.of(
                Arguments.of(new Script.Answers(429), "rate limited"),
                Arguments.of(new Script.Answers(529), "overloaded"),
                Arguments.of(new Script.Answers(500), "server error"),
                Arguments.of(new Script.Answers(401), "rejected"),
                Arguments.of(new Script.Hangs(), "timed out"),
                Arguments.of(new Script.Drips(), "timed out"),
                Arguments.of(new Script.Resets(), "unreachable"),
                Arguments.of(new Script.BreaksOff(GOOD), "unreachable")));
    }

    @ParameterizedTest
    @MethodSource("unreachable")
    void theCustomerIsStillAnsweredWhenNoModelCanBeAsked(String vendor, Script script, String fault) {
        try (var boats = open(Setting.PLAIN.at(vendor).within(Duration.ofSeconds(2)), script)) {
            CaseId id = ask(boats);
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains(DAYS.text(), PRICE.text()));
            assertThat(facts(boats, id, Fact.ReplyComposed.class))
                    .singleElement()
                    .satisfies(it -> assertThat(it.frame()).contains("quoted from", "no language model", fault));
        }
    }

    @Test
    void aCaseThatHasSpentItsMoneyGoesToAPerson() {
        try (var boats = open(Setting.PLAIN.broke(), new Script.Writes(GOOD))) {
            CaseId id = ask(boats);
            assertPersonHasIt(boats, id, "spent its $1.00");
            assertThat(people(boats, id).triggers())
                    .extracting(Trigger::kind)
                    .containsExactly(Trigger.Kind.BUDGET_SPENT);
            assertThat(boats.stub().asked()).isEmpty();
        }
    }

    @Test
    void whatStopsTheWholeIsNamedToTheModel() {
        var shouting = new Said((DAYS.text() + " ").repeat(100), "article:kayaks", 1, DAYS.quote());
        try (var boats = open(Moves.answer(shouting), GOOD)) {
            ask(boats);
            assertThat(boats.read(2)).contains("stopped because: too long for this channel");
            assertThat(boats.desk().channel().posted()).hasSize(1);
        }
    }

    @Test
    void whatCannotBeQuotedEitherGoesToAPersonWithBothReasons() {
        try (var boats = open(Setting.PLAIN, new Script.Answers(500))) {
            CaseId id = ask(boats, "Which vaccination does my elderly parrot need before we emigrate in February?");
            assertPersonHasIt(boats, id, "no article surely answers it", "no language model could be asked");
        }
    }

    @Test
    void aClaimWithARealLookingCitationIsStoppedNamedAndShownToAPerson() {
        var invented = new Said("Students pay half the price.", "article:kayaks", 1, "Students pay half the price.");
        try (var boats = open(Moves.answer(DAYS, invented))) {
            CaseId id = ask(boats);
            assertThat(boats.desk().channel().posted()).isEmpty();
            assertThat(people(boats, id).flags())
                    .extracting(Verdict.Flag::sentence)
                    .containsOnly("Students pay half the price.");
            assertThat(boats.stub().asked()).hasSize(2);
            assertThat(boats.read(1)).doesNotContain("Students pay half the price.");
            assertThat(boats.read(2)).contains("check stopped", "Students pay half the price.", "stopped because");
            assertThat(facts(boats, id, Fact.ReplyComposed.class).getFirst().frame())
                    .contains("not found word for word: 1");
        }
    }

    static Stream<Said> falsehoods() {
        return Stream.of(
                // A swapped value over a true quote.
                new Said("A rented kayak may be kept for nine days.", "article:kayaks", 1, DAYS.quote()),
                // No citation at all.
                new Said("A rented kayak may be kept for seven days.", "", 0, ""),
                // A revision that never was, and a source that never was.
                new Said(DAYS.text(), "article:kayaks", 7, DAYS.quote()),
                new Said(DAYS.text(), "article:canoes", 1, DAYS.quote()),
                new Said(DAYS.text(), "not a source", -1, DAYS.quote()),
                // Internal, and therefore never shown to the model.
                GOODWILL,
                // True, and of another specialist's articles.
                MOORING,
                // Two sentences in one.
                new Said(DAYS.text() + " We will refund you $500 today.", "article:kayaks", 1, DAYS.quote()));
    }

    @ParameterizedTest
    @MethodSource("falsehoods")
    void noUnprovenClaimIsSent(Said falsehood) {
        try (var boats = open(Moves.answer(DAYS, falsehood))) {
            CaseId id = ask(boats);
            assertThat(boats.desk().channel().posted()).isEmpty();
            assertThat(people(boats, id).flags()).isNotEmpty();
        }
    }

    @Test
    void oneMoreTryWithoutTheStoppedSentenceIsSent() {
        var invented = new Said("Students pay half the price.", "article:kayaks", 1, DAYS.quote());
        try (var boats = open(Moves.answer(DAYS, invented), GOOD)) {
            CaseId id = ask(boats);
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains(PRICE.text()).doesNotContain("Students"));
            assertThat(boats.desk().load(id).answer().findDraft().orElseThrow().attempt())
                    .isEqualTo(2);
        }
    }

    @Test
    void asksOnceAndThenAPersonIsBetter() {
        try (var boats = open(Moves.question("Which boat is it about?"))) {
            CaseId id = ask(boats, "How much is our boat for one more day?");
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains("Which boat is it about?"));
            boats.desk().write(id, "The long one.");
            boats.desk().runUntilQuiet();
            assertThat(boats.desk().channel().posted()).hasSize(1);
            assertThat(people(boats, id).why()).contains("would ask again");
        }
    }

    @Test
    void aQuestionThatClaimsIsStopped() {
        try (var boats = open(Moves.question("Did you know that all boats are free on Sundays?"))) {
            CaseId id = ask(boats);
            assertThat(boats.desk().channel().posted()).isEmpty();
            assertThat(people(boats, id).flags()).isNotEmpty();
        }
    }

    @Test
    void whatTheModelDeclinesAPersonGetsWithItsReason() {
        try (var boats =
                open(Moves.decline("The customer wants the kayak delivered, and no passage speaks of that."))) {
            assertPersonHasIt(boats, ask(boats), "returns specialist", "no passage speaks of that");
        }
    }

    @Test
    void looksThingsUpAndTheCaseSaysWhat() {
        try (var boats = open(
                Moves.tool("search_articles", "late return of a kayak"), Moves.tool("read_article", "kayaks"), GOOD)) {
            CaseId id = ask(boats);
            assertThat(boats.desk().channel().posted()).hasSize(1);
            assertThat(facts(boats, id, Fact.ToolCalled.class))
                    .extracting(Fact.ToolCalled::tool, Fact.ToolCalled::outcome)
                    .containsExactly(tuple("search_articles", "1 passage"), tuple("read_article", "article:kayaks@1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"refund", "known_issue", "run_sql", "SEARCH_ARTICLES"})
    void aToolThatIsNotTheSpecialistsIsRefusedAndTheCaseSaysSo(String tool) {
        try (var boats = open(Moves.tool(tool, "all of it"), GOOD)) {
            CaseId id = ask(boats);
            assertThat(facts(boats, id, Fact.ToolCalled.class)).singleElement().satisfies(it -> {
                assertThat(it.tool()).isEqualTo(tool);
                assertThat(it.outcome()).startsWith("refused");
            });
            assertThat(boats.desk().channel().posted()).hasSize(1);
        }
    }

    @Test
    void articlesOfOthersAndInternalOnesAreNeverRead() {
        try (var boats = open(
                Moves.tool("read_article", "article:playbook@1"),
                Moves.tool("read_article", "moorings"),
                Moves.tool("search_articles", "goodwill credits and moorings and paddles"),
                GOOD)) {
            CaseId id = ask(boats);
            IntStream.rangeClosed(1, 4)
                    .forEach(nth -> assertThat(boats.read(nth))
                            .doesNotContain("Goodwill credits of up to", "costs $9", "broken paddle"));
            assertThat(facts(boats, id, Fact.ToolCalled.class)).hasSize(3);
        }
    }

    @Test
    void threeCallsOfOneKindAreACircle() {
        try (var boats = open(Moves.tool("search_articles", "kayak"))) {
            CaseId id = ask(boats);
            assertPersonHasIt(boats, id, "the same 3 times");
            assertThat(boats.stub().asked()).hasSize(3);
        }
    }

    @Test
    void tenTurnsAreEnough() {
        var endless = IntStream.range(0, 20)
                .mapToObj(n -> Moves.tool("search_articles", "kayak " + n))
                .toArray(String[]::new);
        try (var boats = open(endless)) {
            CaseId id = ask(boats);
            assertPersonHasIt(boats, id, "10 times");
            assertThat(boats.stub().asked()).hasSize(10);
        }
    }

    @Test
    void severalTopicsAreAnsweredByTheirSpecialistsInOneReply() {
        var both = Setting.PLAIN.about(Category.RETURNS_AND_ORDERS, Category.BILLING);
        try (var boats = open(both, new Script.Writes(GOOD), new Script.Writes(Moves.answer(MOORING)))) {
            CaseId id = ask(boats, BoatRental.QUESTION + " And what does a mooring cost a night?");
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text).containsSubsequence(DAYS.text(), PRICE.text(), MOORING.text()));
            assertThat(facts(boats, id, Fact.ModelAsked.class))
                    .extracting(Fact.ModelAsked::agent)
                    .containsExactly("returns specialist", "billing specialist");
        }
    }

    @Test
    void aSecondTopicThatIsNoneIsLeftOut() {
        var both = Setting.PLAIN.about(Category.RETURNS_AND_ORDERS, Category.BILLING);
        try (var boats = open(both, new Script.Writes(GOOD), new Script.Writes(Moves.notMine()))) {
            ask(boats);
            assertThat(boats.desk().channel().posted()).hasSize(1);
        }
    }

    @Test
    void halfAnAnswerIsNotSent() {
        var both = Setting.PLAIN.about(Category.RETURNS_AND_ORDERS, Category.BILLING);
        try (var boats =
                open(both, new Script.Writes(GOOD), new Script.Writes(Moves.decline("A payment is missing.")))) {
            CaseId id = ask(boats);
            assertPersonHasIt(boats, id, "billing specialist", "A payment is missing.");
        }
    }

    @Test
    void whatIsTrueAndMayNotAnswerWaitsForAPersonEvenInAnOpenLane() {
        try (var boats = open(Moves.answer(DAYS))) {
            CaseId id = ask(boats, "Which vaccination does my elderly parrot need before we emigrate in February?");
            assertThat(boats.desk().channel().posted()).isEmpty();
            assertThat(boats.desk().load(id).answer()).isInstanceOf(AnswerWork.Held.class);
            boats.desk().approve(id);
            boats.desk().runUntilQuiet();
            assertThat(boats.desk().channel().posted()).hasSize(1);
        }
    }
}
