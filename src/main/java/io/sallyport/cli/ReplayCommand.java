package io.sallyport.cli;

import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.evaluation.Replay;
import io.sallyport.evaluation.ReplayInput;
import io.sallyport.evaluation.ReplayRun;
import io.sallyport.evaluation.ReplayedCase;
import io.sallyport.gate.LaneModes;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.platform.PeakMemory;
import io.sallyport.triage.Lessons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "replay",
        description = {
            "Runs real messages through the whole desk in shadow, on a scratch database, and reports what would have been"
                    + " sent, asked, handed over or stopped, and why.",
            "The articles of --kb are taken as reviewed today. A replay that was killed goes on where it was, unless the"
                    + " messages, the articles or the program have changed since; after a change of settings give --fresh.",
            "Ends with status 1 when messages were lost, and keeps its scratch database then."
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "JSONL: text, and perhaps id, subject, from, channel.")
    private Path file = Path.of("");

    @Option(names = "--kb", paramLabel = "DIR", required = true, description = "The articles to answer from.")
    private Path articles = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Writes one JSON line a message.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "Makes the last line one JSON object with every figure.")
    private boolean json;

    @Option(names = "--answered", description = "Lists every message that would have been answered.")
    private boolean listAnswered;

    @Option(names = "--fresh", description = "Begins anew, whatever a killed replay of the same left.")
    private boolean fresh;

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<ReplayInput.Line> lines = ReplayInput.read(file);
        var run = new ReplayRun(file, articles);
        Path var = OpenDesk.var();
        try (var scratch = fresh ? run.openFresh(var) : run.open(var)) {
            System.out.println((scratch.isResumed() ? "going on with" : "on") + " scratch database " + scratch.name());
            try (ConfigurableApplicationContext desk = OpenDesk.toWork(scratch.settings())) {
                desk.getBean(LaneModes.class).set(Lane.ANSWER, LaneMode.SHADOW, "replay");
                importArticles(desk);
                System.out.println("learning from the labelled messages");
                Lessons.await();
                Replay.Result result = run(desk, run.source(), lines);
                report(result, lines);
                if (!result.lost().isEmpty()) {
                    System.err.println("sallyport: lost " + result.lost().size() + " of " + lines.size()
                            + " messages; the scratch database " + scratch.name() + " stays in "
                            + var.resolve("postgres")
                            + ": the same command goes on with it, --fresh begins anew");
                    return Sallyport.EXIT_FAILED;
                }
            }
            scratch.drop();
        }
        return 0;
    }

    private void importArticles(ConfigurableApplicationContext desk) throws IOException {
        var clock = desk.getBean(InstantSource.class);
        var options = ImportOptions.assumeReviewed(clock.instant(), "replay");
        var report = desk.getBean(KnowledgeBase.class).importDirectory(articles, options, Progresses.onOneLine());
        KbText.rejected(report, articles).forEach(System.err::println);
        System.out.printf(
                "%d articles, taken as reviewed today; %d files skipped%n",
                report.taken().size(), report.countRejected());
    }

    private Replay.Result run(ConfigurableApplicationContext desk, String source, List<ReplayInput.Line> lines) {
        var replay = new Replay(
                desk.getBean(IntakeWatcher.class), desk.getBean(CaseStore.class), desk.getBean(InstantSource.class));
        int[] done = {0};
        return replay.run(source, lines, _ -> {
            if (++done[0] % 100 == 0) {
                System.out.println("  " + done[0] + " of " + lines.size());
            }
        });
    }

    private void report(Replay.Result result, List<ReplayInput.Line> lines) throws IOException {
        if (out.isPresent()) {
            writeLines(result, lines, out.get());
        }
        if (listAnswered) {
            Map<String, String> texts = new LinkedHashMap<>();
            lines.forEach(line -> texts.put(line.id(), line.text()));
            result.cases().stream()
                    .filter(one -> one.outcome().equals("answer"))
                    .forEach(one ->
                            System.out.println("answered " + one.id() + ": " + texts.get(one.id()) + "\n    from "
                                    + one.citations().stream()
                                            .map(ReplayedCase.Quoted::article)
                                            .distinct()
                                            .toList()));
        }
        Map<String, @Nullable Object> figures = figures(result, lines.size());
        figures.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-12s %s%n", name, value));
        result.lost().forEach(one -> System.out.println("LOST " + one));
        if (json) {
            System.out.println(JSON.writeValueAsString(figures));
        }
    }

    private static Map<String, @Nullable Object> figures(Replay.Result result, int messages) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("cases", messages);
        for (String outcome : List.of("answer", "ask", "action", "escalate", "stop", "junk")) {
            figures.put(outcome, result.count(outcome));
        }
        figures.put("lost", result.lost().size());
        figures.put("resumed", result.resumed());
        figures.put("seconds", Math.round(result.took().toMillis() / 100.0) / 10.0);
        figures.put(
                "cases_per_s",
                result.findCasesPerSecond()
                        .map(speed -> Math.round(speed * 10) / 10.0)
                        .orElse(null));
        figures.put("peak_rss_mb", PeakMemory.megabytes());
        return figures;
    }

    private static void writeLines(Replay.Result result, List<ReplayInput.Line> lines, Path file) throws IOException {
        Map<String, Integer> order = new LinkedHashMap<>();
        lines.forEach(line -> order.put(line.id(), order.size()));
        List<ReplayedCase> sorted = new ArrayList<>(result.cases());
        sorted.sort(Comparator.comparing(one -> order.get(one.id())));
        Files.write(file, sorted.stream().map(JSON::writeValueAsString).toList());
    }
}
