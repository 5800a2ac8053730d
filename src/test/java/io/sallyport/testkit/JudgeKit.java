package io.sallyport.testkit;

import io.sallyport.model.language.Models;
import io.sallyport.model.language.Safeguards;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Every role but QA played by a stub of the Messages API, asked through the vendor's own client library. */
public final class JudgeKit implements AutoCloseable {

    /** Long enough for a first call, which loads the vendor's library with it. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final Duration SOON = Duration.ofMillis(700);

    private static final Pattern CLAIM = Pattern.compile("what=\"claim, name \\d+\"");

    private final StubModels stub = StubModels.start();
    private final Models patient = models(TIMEOUT);

    /** With a time-out that scripts which never end do not wear out. */
    public Models models() {
        return patient;
    }

    /** For scripts that hang. */
    public Models hastyModels() {
        return models(SOON);
    }

    private Models models(Duration timeout) {
        var settings = ModelKit.settings(
                stub,
                stub,
                Map.of(
                        "triage", "anthropic:sorter",
                        "specialist", "anthropic:specialist",
                        "verifier", "anthropic:judge",
                        "escalation", "anthropic:writer",
                        "analyst", "anthropic:analyst"));
        return new Models(settings, ModelKit.vendors(settings), Safeguards.only(_ -> {}, timeout));
    }

    public void play(Script... scripts) {
        stub.play(scripts);
    }

    public void play(String answer) {
        stub.play(new Script.Writes(answer));
    }

    /** What the models were shown, instructions apart. */
    public List<String> questions() {
        return stub.asked().stream().map(StubModels.Asked::words).toList();
    }

    /** Claim by claim, in their order. */
    public static String rulings(String... answers) {
        return IntStream.range(0, answers.length)
                .mapToObj(at ->
                        "{\"claim\":%d,\"answer\":\"%s\",\"because\":\"as scripted\"}".formatted(at + 1, answers[at]))
                .collect(Collectors.joining(",", "{\"rulings\":[", "]}"));
    }

    /** A judge that says yes to everything. */
    public static Script yesMan() {
        return new Script.Reads(body -> switch (form(body)) {
            case "rulings" -> {
                var claims = CLAIM.matcher(asked(body).words()).results().count();
                yield rulings(Stream.generate(() -> "SUPPORTED").limit(claims).toArray(String[]::new));
            }
            case "answer" -> tone("FITS");
            default -> "{}";
        });
    }

    /** Every judge says yes, and translates so; the sentences in their order. */
    public static Script yesManWho(String... translations) {
        var yes = (Script.Reads) yesMan();
        return new Script.Reads(body -> form(body).equals("translations")
                ? translated(translations)
                : yes.writes().apply(body));
    }

    /** The first property that an answer has to have tells who was asked. */
    public static String form(String body) {
        return asked(body)
                .body()
                .at("/output_config/format/schema/properties")
                .propertyNames()
                .iterator()
                .next();
    }

    private static StubModels.Asked asked(String body) {
        return new StubModels.Asked("", "", new JsonMapper().readTree(body));
    }

    public static String translated(String... sentences) {
        return IntStream.range(0, sentences.length)
                .mapToObj(at -> "{\"sentence\":%d,\"english\":%s}"
                        .formatted(at + 1, new JsonMapper().writeValueAsString(sentences[at])))
                .collect(Collectors.joining(",", "{\"translations\":[", "]}"));
    }

    public static String tone(String answer, int... sentences) {
        String faults = Arrays.stream(sentences)
                .mapToObj("{\"sentence\":%d,\"because\":\"as scripted\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"answer\":\"%s\",\"sentences\":%s,\"because\":\"as scripted\"}".formatted(answer, faults);
    }

    public static String triage(String category, String priority, String... triggers) {
        return new JsonMapper()
                .writeValueAsString(Map.of(
                        "category", category,
                        "secondary", category,
                        "priority", priority,
                        "triggers", List.of(triggers),
                        "reasons", List.of("as scripted")));
    }

    /** Everything short of a good answer that comes back at once. */
    public static Stream<Script> faults() {
        String looksGood = rulings("SUPPORTED");
        return Stream.of(
                new Script.Writes("{\"verdict\":\"supported\"}"),
                new Script.Writes("supported"),
                new Script.Writes("Sure! " + looksGood),
                new Script.IsCutOff(looksGood),
                new Script.Refuses(),
                new Script.WantsATool(),
                new Script.Garbles("<html>"),
                new Script.Answers(429),
                new Script.Answers(529),
                new Script.Answers(500),
                new Script.Answers(401),
                new Script.Resets(),
                new Script.BreaksOff(looksGood));
    }

    @Override
    public void close() {
        stub.close();
    }
}
