package io.sallyport.model.spending;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Priority;
import io.sallyport.model.language.Answer;
import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.Backoff;
import io.sallyport.model.language.Breakers;
import io.sallyport.model.language.Budget;
import io.sallyport.model.language.LanguageModel;
import io.sallyport.model.language.ModelSettings;
import io.sallyport.model.language.Models;
import io.sallyport.model.language.Money;
import io.sallyport.model.language.Purpose;
import io.sallyport.model.language.RateLimits;
import io.sallyport.model.language.Reply;
import io.sallyport.model.language.Request;
import io.sallyport.model.language.Role;
import io.sallyport.model.language.Safeguards;
import io.sallyport.model.language.Shape;
import io.sallyport.model.language.Usage;
import io.sallyport.testkit.ModelKit;
import io.sallyport.testkit.Script;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.StubModels;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Real calls over HTTP, their rows and their money. */
@Tag("database")
class SpendingTest {

    private static final Usage USAGE = new Usage(1000, 0, 0, 100);

    private final TestDatabase database = TestDatabase.fresh();
    private final StubModels stub = StubModels.start(new Script.Bills("Noted.", USAGE));
    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-05T09:00:00Z"));
    private final List<Set<Lane>> spent = new ArrayList<>();
    private final UsageReport report = new UsageReport(database.jdbc(), clock);

    @AfterEach
    void close() {
        stub.close();
        database.close();
    }

    /** Figures of a loop as vendors report it: the prefix is cached by the first call and read back by the others. */
    @Test
    void aToolLoopOfFourCallsCostsTheSumOfItsCallsWithCachedTokensPricedAsSuch() {
        var loop = List.of(
                new Usage(320, 0, 4_000, 85),
                new Usage(510, 4_000, 0, 120),
                new Usage(780, 4_000, 0, 64),
                new Usage(905, 4_000, 0, 240));
        stub.play(loop.stream().map(usage -> new Script.Bills("Noted.", usage)).toArray(Script[]::new));
        var model = model(Map.of());
        loop.forEach(_ -> ask(model));
        // Sonnet's prices: 2,515 in at 3, 12,000 read at 0.30, 4,000 written at 3.75, 509 out at 15 millionths each.
        var micros = 2_515 * 3 + 12_000 * 3 / 10 + 4_000 * 375 / 100 + 509 * 15;
        assertThat(micros).isEqualTo(33_780);
        assertThat(report.lines()).singleElement().satisfies(line -> {
            assertThat(line.calls()).isEqualTo(4);
            assertThat(line.usage()).isEqualTo(new Usage(2_515, 12_000, 4_000, 509));
            assertThat(line.money()).isEqualTo(new Money(micros));
            assertThat(line.cachedShare()).isEqualTo(12_000.0 / 18_515);
        });
        assertThat(budget("case:" + ModelKit.CASE)).isEqualTo(micros);
        assertThat(budget("lane:answer:2026-01-05")).isEqualTo(micros);
        assertThat(budget("day:2026-01-05")).isEqualTo(micros);
        assertThat(report.budgets()).extracting(UsageReport.Spent::scope).containsExactly("day", "lane:answer");
    }

    @Test
    void failedCallsAreRowsToo() {
        stub.play(new Script.Answers(500), new Script.Refuses(), new Script.Writes("Noted."));
        var model = model(Map.of());
        IntStream.range(0, 3).forEach(_ -> ask(model));
        assertThat(report.lines()).singleElement().satisfies(line -> {
            assertThat(line.calls()).isEqualTo(3);
            assertThat(line.failed()).isEqualTo(1);
        });
        assertThat(database.jdbc()
                        .sql(
                                "SELECT agent || ' ' || case_id || ' ' || lane || ' ' || outcome FROM model_call ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "triage SP-0123456789 answer server error",
                        "triage SP-0123456789 answer written",
                        "triage SP-0123456789 answer written");
    }

    @Test
    void aCaseOverItsBudgetIsAskedNothingMoreAndOthersAre() {
        var model = model(Map.of("budget.case", "0.02"));
        var answers = IntStream.range(0, 10).mapToObj(_ -> ask(model)).toList();
        assertThat(faults(answers)).isNotEmpty().containsOnly(Fault.BUDGET_SPENT);
        assertThat(answers.getLast())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.why()).contains("the case's budget of $0.02"));
        assertThat(budget("case:" + ModelKit.CASE)).isLessThanOrEqualTo(20_000);
        assertThat(stub.asked()).hasSize(10 - faults(answers).size());
        assertThat(faults(List.of(model.ask(question(new CaseId("SP-1111111111"))))))
                .isEmpty();
        assertThat(spent).isEmpty();
    }

    @Test
    void aDayOverItsBudgetStopsEveryLaneOnceAndTheNextDayStartsAnew() {
        var model = model(Map.of("budget.day", "0.02"));
        var answers = IntStream.range(0, 12).mapToObj(_ -> ask(model)).toList();
        assertThat(faults(answers)).isNotEmpty().containsOnly(Fault.BUDGET_SPENT);
        assertThat(spent).containsExactly(Set.of(Lane.values()));
        clock.tick(Duration.ofDays(1));
        assertThat(faults(List.of(ask(model)))).isEmpty();
        assertThat(spent).hasSize(1);
    }

    @Test
    void aLaneOverItsBudgetStopsThatLaneAlone() {
        var model = model(Map.of("budget.lane.answer", "0.02"));
        IntStream.range(0, 12).forEach(_ -> ask(model));
        assertThat(spent).containsExactly(Set.of(Lane.ANSWER));
        var other = new Purpose.OfCase("writer", ModelKit.CASE, Lane.ESCALATION, Priority.P3);
        assertThat(faults(List.of(model.ask(question(other))))).isEmpty();
    }

    @Test
    void anotherNodeKnowsThatTheAlarmWasRaised() {
        var first = model(Map.of("budget.day", "0.02"));
        IntStream.range(0, 12).forEach(_ -> ask(first));
        var second = model(Map.of("budget.day", "0.02"));
        assertThat(faults(List.of(ask(second)))).containsExactly(Fault.BUDGET_SPENT);
        assertThat(spent).hasSize(1);
    }

    /** Each call may cost $0.009 at most and costs 0.0045: without money set aside, some forty would pass the check at once. */
    @Test
    void callsSideBySideCannotOverspend() throws Exception {
        var model = model(Map.of("budget.day", "0.05", "budget.case", "unlimited"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(IntStream.range(0, 40)
                    .<Callable<Answer<String>>>mapToObj(_ -> () -> ask(model))
                    .toList())) {
                done.get();
            }
        }
        assertThat(budget("day:2026-01-05")).isBetween(20_000L, 50_000L);
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM model_budget WHERE reserved <> 0")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** A node that died settles nothing; another finds the room again once no call can be under way any more. */
    @Test
    void whatADeadNodeHadSetAsideIsGivenBackWhenItsCallsMustBeOver() {
        var settings = Map.of("budget.day", "0.02", "timeout", "60s");
        var died = budget(ModelKit.settings(stub, stub, withPrices(settings)));
        var purpose = ModelKit.purpose(Priority.P3);
        var reserved = new ArrayList<Budget.Reserved>();
        while (died.reserve("anthropic:claude-sonnet-4-6", question(purpose)) instanceof Budget.Reserved one) {
            reserved.add(one);
        }
        assertThat(reserved).isNotEmpty();
        var alive = model(settings);
        clock.tick(Duration.ofSeconds(60));
        assertThat(faults(List.of(ask(alive)))).containsExactly(Fault.BUDGET_SPENT);
        clock.tick(Duration.ofSeconds(61));
        assertThat(faults(List.of(ask(alive)))).isEmpty();
        assertThat(spent).isEmpty();
        // One of them was only slow: it is counted, and what it had set aside is not given back twice.
        died.settle(reserved.getFirst(), new Reply.Written("Noted.", Reply.End.FINISHED, USAGE));
        assertThat(budget("day:2026-01-05")).isEqualTo(2 * 4_500);
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM model_budget WHERE reserved <> 0")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aCallThatIsTooLongIsNotMade() {
        var model = model(Map.of("budget.call-tokens", "1200"));
        assertThat(faults(List.of(ask(model)))).containsExactly(Fault.BUDGET_SPENT);
        assertThat(stub.asked()).isEmpty();
    }

    @Test
    void aCallWithoutAnEndIsHeldToCostTheMost() {
        stub.play(new Script.Hangs());
        var model = model(Map.of("timeout", "300ms"));
        assertThat(faults(List.of(ask(model)))).containsExactly(Fault.TIMED_OUT);
        assertThat(budget("day:2026-01-05")).isGreaterThan(3_000);
    }

    @Test
    void aModelWithoutAPriceIsSaidToBeUnpriced() {
        var model = model(Map.of("triage", "ollama:llama3.2"));
        ask(model);
        assertThat(report.lines()).singleElement().satisfies(line -> {
            assertThat(line.unpriced()).isEqualTo(1);
            assertThat(line.money()).isEqualTo(new Money(0));
        });
    }

    private static Map<String, String> withPrices(Map<String, String> more) {
        var all = new HashMap<String, String>(Map.of(
                "triage", "anthropic:claude-sonnet-4-6",
                "prices.claude-sonnet-4-6.input", "3.00",
                "prices.claude-sonnet-4-6.output", "15.00",
                "prices.claude-sonnet-4-6.cache-read", "0.30",
                "prices.claude-sonnet-4-6.cache-write", "3.75"));
        all.putAll(more);
        return all;
    }

    private Budget budget(ModelSettings settings) {
        var jdbc = database.jdbc();
        return new PostgresBudget(
                settings,
                jdbc,
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())),
                clock,
                new SpentAlarm(jdbc, (lanes, _) -> spent.add(lanes), Runnable::run));
    }

    private LanguageModel model(Map<String, String> more) {
        var settings = ModelKit.settings(stub, stub, withPrices(more));
        var jdbc = database.jdbc();
        var guards = new Safeguards(
                budget(settings),
                RateLimits.none(),
                new Breakers(clock),
                new Backoff(1, new Random(1), _ -> {}),
                new PostgresMeter(jdbc, clock),
                settings.timeout(),
                clock);
        return new Models(settings, ModelKit.vendors(settings), guards)
                .find(Role.TRIAGE)
                .orElseThrow();
    }

    private static Answer<String> ask(LanguageModel model) {
        return model.ask(question(ModelKit.purpose(Priority.P3)));
    }

    private static Request<String> question(CaseId id) {
        return question(new Purpose.OfCase("triage", id, Lane.ANSWER, Priority.P3));
    }

    private static Request<String> question(Purpose purpose) {
        return new Request<>(purpose, "Be brief.", "Where is my invoice?", Shape.words(), 300);
    }

    private static List<Fault> faults(List<Answer<String>> answers) {
        return answers.stream()
                .filter(Failed.class::isInstance)
                .map(answer -> ((Failed<String>) answer).fault())
                .toList();
    }

    private long budget(String scope) {
        return database.jdbc()
                .sql("SELECT spent FROM model_budget WHERE scope = ?")
                .param(scope)
                .query(Long.class)
                .single();
    }
}
