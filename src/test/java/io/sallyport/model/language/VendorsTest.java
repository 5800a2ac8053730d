package io.sallyport.model.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Priority;
import io.sallyport.model.anthropic.AnthropicVendor;
import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.Answer.Said;
import io.sallyport.model.openai.OllamaVendor;
import io.sallyport.model.openai.OpenAiVendor;
import io.sallyport.testkit.Script;
import io.sallyport.testkit.StubModels;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One script after the other through each vendor's real client library: what is the answer, and how often was asked. */
class VendorsTest {

    enum Topic {
        BILLING,
        OTHER
    }

    record Sorted(Topic topic, List<String> words, boolean isUrgent) {}

    /** By the names of the settings. */
    enum Maker {
        ANTHROPIC,
        OPENAI,
        OLLAMA
    }

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String GOOD = "{\"topic\":\"BILLING\",\"words\":[\"invoice\"],\"isUrgent\":false}";
    private static final Usage COST = new Usage(40, 100, 0, 12);
    private static final Purpose ASKING =
            new Purpose.OfCase("triage", new CaseId("SP-0123456789"), Lane.ANSWER, Priority.P3);
    private static final Request<Sorted> QUESTION =
            new Request<>(ASKING, "Sort the message.", "Where is my invoice?", Shape.of(Sorted.class), 200);

    @ParameterizedTest
    @EnumSource
    void aGoodAnswerIsReadIntoTheRecordAndMetered(Maker maker) {
        try (var stub = StubModels.start(new Script.Writes(GOOD))) {
            var calls = new ArrayList<Meter.Call>();
            var answer = model(maker, stub, LONG, calls::add).ask(QUESTION);
            assertThat(answer)
                    .isEqualTo(new Said<>(new Sorted(Topic.BILLING, List.of("invoice"), false), COST, name(maker)));
            assertThat(calls).singleElement().satisfies(call -> {
                assertThat(call.role()).isEqualTo(Role.TRIAGE);
                assertThat(call.usage()).isEqualTo(COST);
                assertThat(call.outcome()).isEqualTo("written");
            });
        }
    }

    static Stream<Arguments> faults() {
        return Map.<Script, Fault>ofEntries(
                        Map.entry(
                                new Script.Writes("{\"topic\":\"WEATHER\",\"words\":[],\"isUrgent\":true}"),
                                Fault.WRONG_SCHEMA),
                        Map.entry(new Script.Writes("{\"topic\":\"OTHER\",\"words\":[]}"), Fault.WRONG_SCHEMA),
                        Map.entry(
                                new Script.Writes("{\"topic\":null,\"words\":[],\"isUrgent\":true}"),
                                Fault.WRONG_SCHEMA),
                        Map.entry(new Script.Writes("[" + GOOD + "]"), Fault.WRONG_SCHEMA),
                        Map.entry(new Script.Writes("Here it is: " + GOOD), Fault.EXTRA_TEXT),
                        Map.entry(new Script.Writes(GOOD + " I also sent the refund."), Fault.EXTRA_TEXT),
                        Map.entry(new Script.Writes("```json\n" + GOOD + "\n```"), Fault.EXTRA_TEXT),
                        Map.entry(new Script.Writes(GOOD + GOOD), Fault.EXTRA_TEXT),
                        Map.entry(new Script.Writes("It is about billing."), Fault.UNREADABLE),
                        Map.entry(new Script.Writes(""), Fault.UNREADABLE),
                        Map.entry(new Script.Writes(GOOD.substring(0, 20)), Fault.UNREADABLE),
                        Map.entry(new Script.IsCutOff(GOOD.substring(0, 20)), Fault.TRUNCATED),
                        Map.entry(new Script.IsCutOff(GOOD), Fault.TRUNCATED),
                        Map.entry(new Script.Refuses(), Fault.REFUSED),
                        Map.entry(new Script.WantsATool(), Fault.UNREADABLE),
                        Map.entry(new Script.Garbles("<html>gateway</html>"), Fault.UNREADABLE),
                        Map.entry(new Script.Garbles("{}"), Fault.UNREADABLE),
                        Map.entry(new Script.Answers(400), Fault.REJECTED),
                        Map.entry(new Script.Answers(401), Fault.REJECTED),
                        Map.entry(new Script.Answers(404), Fault.REJECTED),
                        Map.entry(new Script.Answers(429), Fault.RATE_LIMITED),
                        Map.entry(new Script.Answers(500), Fault.SERVER_ERROR),
                        Map.entry(new Script.Answers(529), Fault.OVERLOADED),
                        Map.entry(new Script.Resets(), Fault.UNREACHABLE),
                        Map.entry(new Script.BreaksOff(GOOD), Fault.UNREACHABLE),
                        Map.entry(new Script.Hangs(), Fault.TIMED_OUT),
                        Map.entry(new Script.Drips(), Fault.TIMED_OUT))
                .entrySet()
                .stream()
                .flatMap(row -> Stream.of(Maker.ANTHROPIC, Maker.OPENAI)
                        .map(maker -> Arguments.of(maker, row.getKey(), row.getValue())));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNamedAfterOneCall(Maker maker, Script script, Fault fault) {
        var isSlow = script instanceof Script.Hangs || script instanceof Script.Drips;
        try (var stub = StubModels.start(script)) {
            var calls = new ArrayList<Meter.Call>();
            var answer = model(maker, stub, isSlow ? SHORT : LONG, calls::add).ask(QUESTION);
            assertThat(answer).isInstanceOfSatisfying(Failed.class, failed -> {
                assertThat(failed.fault()).isEqualTo(fault);
                assertThat(failed.why()).isNotBlank().doesNotContain("invoice");
            });
            assertThat(stub.asked()).hasSize(1);
            assertThat(calls).hasSize(1);
        }
    }

    /** The connection is kept from the call before; a library that takes a dead one for a reason to try again asks twice. */
    @ParameterizedTest
    @EnumSource
    void aConnectionThatDiesBetweenCallsIsNotTriedAgainUnseen(Maker maker) {
        try (var stub = StubModels.start(new Script.Writes(GOOD), new Script.Resets())) {
            var model = model(maker, stub, LONG, _ -> {});
            assertThat(model.ask(QUESTION)).isInstanceOf(Said.class);
            assertThat(model.ask(QUESTION))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.fault()).isEqualTo(Fault.UNREACHABLE));
            assertThat(stub.asked()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theVendorsWishToBeLeftAloneIsPassedOn(Maker maker) {
        try (var stub = StubModels.start(new Script.Answers(429, Duration.ofSeconds(7)))) {
            assertThat(model(maker, stub, LONG, _ -> {}).ask(QUESTION))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.pause()).isEqualTo(Duration.ofSeconds(7)));
        }
    }

    /** Anthropic's library would take its key along to the other host. */
    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void aRedirectIsNotFollowed(int status) {
        for (var maker : Maker.values()) {
            try (var elsewhere = StubModels.start(new Script.Writes(GOOD));
                    var stub = StubModels.start(
                            new Script.AnswersWith(status, "location", elsewhere.address() + "/v1/messages"))) {
                assertThat(model(maker, stub, LONG, _ -> {}).ask(QUESTION))
                        .isInstanceOfSatisfying(Failed.class, failed -> {
                            assertThat(failed.fault()).isEqualTo(Fault.REJECTED);
                            assertThat(failed.why()).contains("redirects are not followed");
                        });
                assertThat(elsewhere.asked()).isEmpty();
                assertThat(stub.asked()).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theVendorsWishIsReadFromADateToo(Maker maker) {
        var inAWhile = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(30).atZone(ZoneOffset.UTC));
        try (var stub = StubModels.start(new Script.AnswersWith(429, "retry-after", inAWhile))) {
            assertThat(model(maker, stub, LONG, _ -> {}).ask(QUESTION))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.pause())
                                    .isBetween(Duration.ofSeconds(25), Duration.ofSeconds(31)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            soon
            -3
            Thu, 01 Jan 1970 00:00:00 GMT
            """)
    void aWishThatCannotBeMeantIsNone(String wish) {
        for (var maker : Maker.values()) {
            try (var stub = StubModels.start(new Script.AnswersWith(429, "retry-after", wish))) {
                assertThat(model(maker, stub, LONG, _ -> {}).ask(QUESTION))
                        .isInstanceOfSatisfying(
                                Failed.class,
                                failed -> assertThat(failed.pause()).isZero());
            }
        }
    }

    /** OkHttp takes this for leave to call again by itself. */
    @ParameterizedTest
    @EnumSource
    void anInvitationToRepeatAtOnceIsNotTakenUpUnseen(Maker maker) {
        try (var stub = StubModels.start(new Script.AnswersWith(503, "retry-after", "0"), new Script.Writes(GOOD))) {
            assertThat(model(maker, stub, LONG, _ -> {}).ask(QUESTION)).isInstanceOf(Failed.class);
            assertThat(stub.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTruncatedAnswerIsPaidForLikeAWholeOne(Maker maker) {
        try (var stub = StubModels.start(new Script.IsCutOff("{"))) {
            assertThat(model(maker, stub, LONG, _ -> {}).ask(QUESTION).usage()).isEqualTo(COST);
        }
    }

    /** Its shape is right, so here it is an answer; that it is not true is for the gates to find. */
    @ParameterizedTest
    @EnumSource
    void aHallucinationInTheRightShapeIsSaid(Maker maker) {
        var invented = GOOD.replace("invoice", "a refund of $900 under policy 12.4, see article KB-77");
        try (var stub = StubModels.start(new Script.Writes(invented))) {
            assertThat(model(maker, stub, LONG, _ -> {}).ask(QUESTION)).isInstanceOf(Said.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void plainWordsAreSaidAsTheyAre(Maker maker) {
        var words = new Request<>(ASKING, "Be brief.", "Where is my invoice?", Shape.words(), 200);
        try (var stub = StubModels.start(new Script.Writes("Under Billing."))) {
            assertThat(model(maker, stub, LONG, _ -> {}).ask(words))
                    .isEqualTo(new Said<>("Under Billing.", COST, name(maker)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaTheLimitAndTheInstructionsTravelAlong(Maker maker) {
        try (var stub = StubModels.start(new Script.Writes(GOOD))) {
            model(maker, stub, LONG, _ -> {}).ask(QUESTION);
            var asked = stub.asked().getFirst();
            var body = asked.body();
            var isAnthropic = maker == Maker.ANTHROPIC;
            var schema = isAnthropic
                    ? body.at("/output_config/format/schema")
                    : body.at("/response_format/json_schema/schema");
            assertThat(schema.at("/properties/topic/enum/0").asString()).isEqualTo("BILLING");
            assertThat(schema.at("/additionalProperties").asBoolean(true)).isFalse();
            assertThat(body.at("/max_tokens").asInt()).isEqualTo(200);
            assertThat(body.at("/model").asString()).isEqualTo("some-model");
            assertThat(body.at(isAnthropic ? "/system/0/text" : "/messages/0/content")
                            .asString())
                    .isEqualTo("Sort the message.");
            assertThat(asked.key()).isEqualTo(maker == Maker.OLLAMA ? "none" : "key");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVendorThatIsNotThereIsUnreachable(Maker maker) {
        var stub = StubModels.start(new Script.Writes(GOOD));
        stub.close();
        assertThat(model(maker, stub, LONG, _ -> {}).ask(QUESTION))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.fault()).isEqualTo(Fault.UNREACHABLE));
    }

    private static String name(Maker maker) {
        return maker.name().toLowerCase(Locale.ROOT) + ":some-model";
    }

    private static LanguageModel model(Maker maker, StubModels stub, Duration timeout, Meter meter) {
        var settings = new ModelSettings(
                name(maker),
                Models.EMBEDDED,
                Models.EMBEDDED,
                Models.EMBEDDED,
                Models.EMBEDDED,
                Models.EMBEDDED,
                timeout,
                new ModelSettings.Anthropic("key", stub.address()),
                new ModelSettings.OpenAi("key", stub.versionedAddress()),
                new ModelSettings.Ollama(stub.versionedAddress()),
                Map.of(),
                Map.of(),
                new Ceilings(200_000, Money.UNLIMITED, Map.of(), Money.UNLIMITED));
        var vendors =
                List.<Vendor>of(new AnthropicVendor(settings), new OpenAiVendor(settings), new OllamaVendor(settings));
        return new Models(settings, vendors, Safeguards.only(meter, timeout))
                .find(Role.TRIAGE)
                .orElseThrow();
    }
}
