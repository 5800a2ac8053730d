package io.sallyport.cli;

import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.connector.sandbox.Sandbox;
import io.sallyport.evaluation.PipelineEvaluation;
import io.sallyport.evaluation.PipelineEvaluation.Compared;
import io.sallyport.evaluation.Replay;
import io.sallyport.evaluation.ReplayInput;
import io.sallyport.evaluation.SampleCompany;
import io.sallyport.evaluation.ScratchDatabase;
import io.sallyport.gate.LaneModes;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.triage.Lessons;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "pipeline",
        description = {
            "Runs labelled messages through the whole desk in shadow and compares outcomes and cited articles with the labels.",
            "Without --kb the sample company's articles are used, their review dates moved to today, and its customers' records stand in"
                    + " the sandbox; a --kb is taken as reviewed today."
        })
final class EvalPipelineCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSONL: text, outcome, articles, and perhaps id, subject, from, channel.")
    private List<Path> data = List.of();

    @Option(names = "--kb", paramLabel = "DIR", description = "The articles to answer from.")
    private Optional<Path> articles = Optional.empty();

    @Option(names = "--wrong", description = "Lists each message that became something else than its label.")
    private boolean listWrong;

    @Option(names = "--replies", description = "Prints each reply as the customer would read it.")
    private boolean printReplies;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var lines = ReplayInput.read(data);
        PipelineEvaluation.check(lines);
        Path var = OpenDesk.var();
        Replay.Result result;
        try (var scratch = ScratchDatabase.openFresh(var, "eval pipeline", data.toString())) {
            try (ConfigurableApplicationContext desk = OpenDesk.toWork(settings(scratch))) {
                desk.getBean(LaneModes.class).set(Lane.ANSWER, LaneMode.SHADOW, "eval");
                desk.getBean(LaneModes.class).set(Lane.ACTION, LaneMode.SHADOW, "eval");
                importArticles(desk, var);
                if (articles.isEmpty()) {
                    loadRecords(desk);
                }
                result = run(desk, lines);
                report(lines, result);
            } finally {
                scratch.drop();
            }
        }
        result.lost().forEach(one -> System.err.println("sallyport: lost " + one));
        return result.lost().isEmpty() ? 0 : Sallyport.EXIT_FAILED;
    }

    private Map<String, Object> settings(ScratchDatabase scratch) {
        var settings = new HashMap<String, Object>(scratch.settings());
        if (articles.isEmpty()) {
            settings.putAll(SampleCompany.find().settings());
        }
        return settings;
    }

    private void importArticles(ConfigurableApplicationContext desk, Path var) throws IOException {
        var now = desk.getBean(InstantSource.class).instant();
        var articlesOf = desk.getBean(KnowledgeBase.class);
        if (articles.isPresent()) {
            var report = articlesOf.importDirectory(
                    articles.get(), ImportOptions.assumeReviewed(now, "eval"), Progresses.onOneLine());
            KbText.rejected(report, articles.get()).forEach(System.err::println);
        } else {
            Path moved = SampleCompany.find()
                    .articlesAsOf(LocalDate.ofInstant(now, ZoneOffset.UTC), var.resolve("eval-articles"));
            articlesOf.importDirectory(moved, ImportOptions.NONE, Progresses.onOneLine());
        }
    }

    /** The sample company's accounts, orders, invoices and subscriptions, as old today as they were on their day. */
    private static void loadRecords(ConfigurableApplicationContext desk) throws IOException {
        long days = SampleCompany.daysUntil(
                LocalDate.ofInstant(desk.getBean(InstantSource.class).instant(), ZoneOffset.UTC));
        for (Path file : SampleCompany.find().records()) {
            var report = desk.getBean(Sandbox.class).load(file, days);
            if (!report.problems().isEmpty()) {
                throw new IllegalStateException(file + ": " + report.problems());
            }
        }
    }

    private static Replay.Result run(ConfigurableApplicationContext desk, List<ReplayInput.Line> lines)
            throws InterruptedException {
        Lessons.await();
        return new Replay(
                        desk.getBean(IntakeWatcher.class),
                        desk.getBean(CaseStore.class),
                        desk.getBean(InstantSource.class))
                .run("eval", lines, _ -> {});
    }

    private void report(List<ReplayInput.Line> lines, Replay.Result result) {
        var compared = PipelineEvaluation.compare(lines, result);
        if (listWrong) {
            compared.stream()
                    .filter(one -> !one.isSame())
                    .forEach(one -> System.out.println(one.id() + " " + one.outcome() + " became "
                            + one.desk().outcome() + ": " + flat(one.text()) + "\n    " + one.cited() + " for "
                            + one.articles() + "; " + one.desk().because()));
        }
        if (printReplies) {
            compared.stream().filter(one -> !one.desk().reply().isEmpty()).forEach(EvalPipelineCommand::printReply);
        }
        output.print(PipelineEvaluation.figures(compared, result.lost().size()));
    }

    private static void printReply(Compared one) {
        System.out.println(
                "=== " + one.id() + " (" + one.outcome() + ", " + one.desk().outcome() + ", " + one.cited()
                        + " for " + one.articles() + ")\n" + one.text() + "\n--- reply\n"
                        + one.desk().reply() + "\n");
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
