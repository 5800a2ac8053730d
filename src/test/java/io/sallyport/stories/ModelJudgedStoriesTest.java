package io.sallyport.stories;

import static io.sallyport.testkit.BoatRental.DAYS;
import static io.sallyport.testkit.BoatRental.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.casefile.Opinion;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import io.sallyport.testkit.BoatRental;
import io.sallyport.testkit.BoatRental.Setting;
import io.sallyport.testkit.JudgeKit;
import io.sallyport.testkit.Moves;
import io.sallyport.testkit.Moves.Said;
import io.sallyport.testkit.Script;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model writes, a model judges, both over HTTP: what the customer and the person on shift see. */
@Tag("database")
class ModelJudgedStoriesTest {

    /** Other words than the article's, so that a judge is asked. */
    private static final Said SHORT = new Said("In short, " + DAYS.text(), DAYS.source(), 1, DAYS.quote());

    private static final Said PRICED = new Said("In short, " + PRICE.text(), PRICE.source(), 1, PRICE.quote());

    private static final Setting JUDGED =
            Setting.PLAIN.with(Map.of("specialist", "anthropic:first, openai:second", "verifier", "anthropic:judge"));

    private static final String UNANSWERABLE =
            "Which vaccination does my elderly parrot need before we emigrate in February?";

    /** Each model plays its own part, whoever is asked when. */
    private static BoatRental open(Setting setting, Map<String, Function<String, Script>> parts) {
        var boats = BoatRental.inAuto(
                setting,
                new Script.Chooses(body -> parts.entrySet().stream()
                        .filter(part -> body.contains("\"model\":\"" + part.getKey() + "\""))
                        .findFirst()
                        .orElseThrow()
                        .getValue()
                        .apply(body)));
        boats.desk().mode(Lane.ESCALATION, LaneMode.AUTO);
        return boats;
    }

    private static BoatRental open(Function<String, Script> writer, Function<String, Script> judge) {
        return open(JUDGED, Map.of("first", writer, "judge", judge));
    }

    private static Function<String, Script> writing(String... drafts) {
        Deque<String> next = new ArrayDeque<>(List.of(drafts));
        return _ -> new Script.Writes(next.size() > 1 ? next.poll() : next.element());
    }

    private static Function<String, Script> always(Script script) {
        return _ -> script;
    }

    /** Says this of every claim that holds the words, and yes to everything else. */
    private static Function<String, Script> judging(String words, String answer) {
        return body -> JudgeKit.form(body).equals("rulings") && body.contains(words)
                ? new Script.Writes(JudgeKit.rulings(
                        body.split("what=\\\\\"claim, name").length > 2
                                ? new String[] {answer, "SUPPORTED"}
                                : new String[] {answer}))
                : JudgeKit.yesMan();
    }

    private static List<Opinion> opinions(BoatRental boats, CaseId id) {
        return boats.facts(id, Fact.ReplyJudged.class).getLast().verdicts().stream()
                .flatMap(verdict -> verdict.opinions().stream())
                .toList();
    }

    private static List<Reply> drafts(BoatRental boats, CaseId id) {
        return boats.facts(id, Fact.ReplyComposed.class).stream()
                .map(Fact.ReplyComposed::reply)
                .toList();
    }

    /** One message has left: who has the case and by when they will answer. */
    private static void assertTheCustomerHasATime(BoatRental boats) {
        assertThat(boats.desk().channel().posted())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("is with our technical team.", "by Monday, 2 March 2026, 11:00")
                        .doesNotContain(DAYS.text(), PRICE.text()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheWriterProvedAndTheJudgeSupportsIsSent(boolean crashing) {
        var parts = Map.of("first", writing(Moves.answer(SHORT, PRICED)), "judge", always(JudgeKit.yesMan()));
        try (var boats = open(JUDGED.crashing(crashing), parts)) {
            CaseId id = boats.ask();
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains(SHORT.text(), PRICED.text()));
            assertThat(opinions(boats, id))
                    .isNotEmpty()
                    .allSatisfy(opinion -> assertThat(opinion.model()).isEqualTo("anthropic:judge"));
            assertThat(boats.desk().load(id).standing()).isInstanceOf(Standing.AwaitingCustomer.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_SUPPORTED", "CANNOT_TELL"})
    void aSentenceThatTheJudgeDoesNotSupportIsNamedToTheWriterOnce(String answer) {
        try (var boats =
                open(writing(Moves.answer(SHORT, PRICED), Moves.answer(PRICED)), judging(DAYS.text(), answer))) {
            CaseId id = boats.ask();
            assertThat(drafts(boats, id)).hasSize(2);
            String second = boats.stub().asked().stream()
                    .map(asked -> asked.body().toString())
                    .filter(body -> body.contains("\"model\":\"first\""))
                    .toList()
                    .getLast();
            assertThat(second).contains("check stopped", SHORT.text(), "stopped because");
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains(PRICED.text()).doesNotContain(DAYS.text()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stoppedTwiceAPersonSeesTheSentenceAndTheCustomerHasATime(boolean crashing) {
        var parts = Map.of("first", writing(Moves.answer(SHORT)), "judge", judging(DAYS.text(), "NOT_SUPPORTED"));
        try (var boats = open(JUDGED.crashing(crashing), parts)) {
            CaseId id = boats.ask();
            assertThat(boats.people(id).flags())
                    .extracting(Verdict.Flag::sentence)
                    .containsOnly(SHORT.text());
            assertThat(drafts(boats, id)).hasSize(2);
            assertTheCustomerHasATime(boats);
        }
    }

    @ParameterizedTest
    @MethodSource("io.sallyport.testkit.JudgeKit#faults")
    void whateverBefallsTheJudgeNothingOfItIsSentAndTheCustomerHasATime(Script fault) {
        try (var boats = open(writing(Moves.answer(SHORT)), always(fault))) {
            CaseId id = boats.ask();
            assertTheCustomerHasATime(boats);
            assertThat(boats.people(id).why()).isNotBlank();
        }
    }

    @Test
    void aJudgeThatSaysYesToEverythingOpensNothingThatTheRulesStop() {
        var invented = new Said("A rented kayak may be kept for nine days.", DAYS.source(), 1, DAYS.quote());
        try (var boats = open(writing(Moves.answer(invented)), always(JudgeKit.yesMan()))) {
            CaseId id = boats.ask();
            assertThat(boats.people(id).flags())
                    .extracting(Verdict.Flag::sentence)
                    .containsOnly(invented.text());
            assertTheCustomerHasATime(boats);
        }
    }

    @Test
    void whenTheFirstModelIsDownTheSecondWritesAndIsJudged() {
        var parts = Map.<String, Function<String, Script>>of(
                "first", always(new Script.Answers(500)),
                "second", writing(Moves.answer(SHORT)),
                "judge", always(JudgeKit.yesMan()));
        try (var boats = open(JUDGED, parts)) {
            CaseId id = boats.ask();
            assertThat(boats.desk().channel().posted()).hasSize(1);
            assertThat(boats.facts(id, Fact.ReplyComposed.class).getLast().frame())
                    .contains("written by openai:second");
            assertThat(opinions(boats, id)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("outages")
    void whenBothAreDownTheEmbeddedEngineQuotesAndNoJudgeIsNeeded(Script outage) {
        try (var boats = open(JUDGED.within(Duration.ofSeconds(2)), outage(outage))) {
            CaseId id = boats.ask();
            assertThat(boats.desk().channel().posted())
                    .singleElement()
                    .satisfies(text -> assertThat(text).contains(DAYS.text(), PRICE.text()));
            assertThat(boats.facts(id, Fact.ReplyComposed.class).getLast().frame())
                    .contains("quoted from", "no language model");
            assertThat(opinions(boats, id)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("outages")
    void whatCannotBeQuotedEitherIsAPersonsAndTheCustomerHasATime(Script outage) {
        try (var boats = open(JUDGED.within(Duration.ofSeconds(2)), outage(outage))) {
            CaseId id = boats.ask(UNANSWERABLE);
            assertThat(boats.people(id).why()).contains("no language model could be asked");
            assertTheCustomerHasATime(boats);
        }
    }

    static List<Script> outages() {
        return List.of(new Script.Answers(500), new Script.Answers(529), new Script.Hangs(), new Script.Resets());
    }

    private static Map<String, Function<String, Script>> outage(Script outage) {
        return Map.of("first", always(outage), "second", always(outage), "judge", always(outage));
    }
}
