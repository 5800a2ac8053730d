package io.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.evaluation.ReplayRun;
import io.sallyport.testkit.KnownLessons;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promise 9, with a real process and a real {@code kill -9}. */
@Tag("database")
@Tag("slow")
class KilledReplayTest {

    private static final int MESSAGES = 150;

    /** The replay says so once for every hundred cases that came to rest. */
    private static final String IN_THE_MIDDLE = "100 of " + MESSAGES;

    private static final Path ARTICLES = Path.of("samples", "harbourlight", "articles");
    private static final List<String> ASKED = List.of(
            "How do I pair a second sensor?",
            "The hub blinks red and nothing works.",
            "I want to talk to a person.",
            "Where is my order?",
            "Can I get my money back?",
            "Do you sell ladders?");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void goesOnWhereItWasKilledAndLosesAndRepeatsNothing() throws Exception {
        Path messages = folder.resolve("messages.jsonl");
        Path out = folder.resolve("out.jsonl");
        Files.write(
                messages,
                IntStream.range(0, MESSAGES).mapToObj(KilledReplayTest::message).toList());
        String[] replay = {"replay", messages.toString(), "--kb", ARTICLES.toString(), "--out", out.toString(), "--json"
        };

        KnownLessons.into(folder.resolve("var"));
        Process killed = start(replay);
        assertThat(readUntil(killed, IN_THE_MIDDLE)).last().asString().contains(IN_THE_MIDDLE);
        killed.destroyForcibly().waitFor();
        KnownLessons.keep(folder.resolve("var"));
        assertThat(out).doesNotExist();
        assertThat(casesLeftBehind(messages)).containsExactly(MESSAGES, MESSAGES);

        Process again = start(replay);
        List<String> said = readUntil(again, "no line says this");
        assertThat(again.waitFor()).isZero();
        assertThat(said).anyMatch(line -> line.startsWith("going on with scratch database"));
        JsonNode figures = JsonMapper.shared().readTree(said.getLast());
        assertThat(figures.get("lost").asInt()).isZero();
        assertThat(figures.get("cases").asInt()).isEqualTo(MESSAGES);
        assertThat(figures.get("resumed").asInt()).isEqualTo(MESSAGES);
        assertThat(Files.readAllLines(out))
                .extracting(line -> JsonMapper.shared().readTree(line).get("id").asString())
                .containsExactlyElementsOf(
                        IntStream.range(0, MESSAGES).mapToObj(i -> "m" + i).toList());
    }

    private static String message(int number) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "id",
                        "m" + number,
                        "from",
                        "customer" + number + "@replay.example",
                        "text",
                        ASKED.get(number % ASKED.size()) + " This is letter " + number + "."));
    }

    /** Cases, and messages that led to one. */
    private List<Integer> casesLeftBehind(Path messages) throws IOException {
        try (var scratch = new ReplayRun(messages, ARTICLES).open(folder.resolve("var"))) {
            Map<String, Object> settings = scratch.settings();
            var jdbc = JdbcClient.create(new DriverManagerDataSource(
                    String.valueOf(settings.get("sallyport.database.url")),
                    String.valueOf(settings.get("sallyport.database.user")),
                    String.valueOf(settings.get("sallyport.database.password"))));
            int cases = jdbc.sql("SELECT count(*) FROM case_head")
                    .query(Integer.class)
                    .single();
            int opened = jdbc.sql("SELECT count(DISTINCT external_id) FROM intake_arrival")
                    .query(Integer.class)
                    .single();
            return List.of(cases, opened);
        }
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<String>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Sallyport.class.getName()));
        command.addAll(List.of(arguments));
        var builder =
                new ProcessBuilder(command).redirectError(folder.resolve("log").toFile());
        builder.environment().put("SALLYPORT_VAR", folder.resolve("var").toString());
        return builder.start();
    }

    /** What it says until a line holds this, or it ends. */
    private static List<String> readUntil(Process process, String wanted) throws IOException {
        List<String> said = new ArrayList<>();
        var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.add(line);
            if (line.contains(wanted)) {
                break;
            }
        }
        return said;
    }
}
