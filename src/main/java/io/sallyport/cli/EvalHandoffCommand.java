package io.sallyport.cli;

import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.evaluation.HandoffEvaluation;
import io.sallyport.evaluation.HandoffEvaluation.Judged;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "handoff",
        description = {
            "Runs messages through the whole desk, which sends nothing, and counts how complete the packets are that people get.",
            "Without --data: the sample company's messages, both halves. Ends with 1 when a packet is not valid or a message never came to rest."
        })
final class EvalHandoffCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSONL: text, and perhaps id, subject, from, channel.")
    private List<Path> data = List.of();

    @Option(names = "--invalid", description = "Says of each packet that is not valid why.")
    private boolean listInvalid;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var company = SampleCompany.find();
        var lines = ReplayInput.read(data.isEmpty() ? List.of(company.trainMessages(), company.testMessages()) : data);
        Path var = OpenDesk.var();
        try (var scratch = ScratchDatabase.openFresh(var, "eval handoff", data.toString())) {
            var settings = new HashMap<String, Object>(scratch.settings());
            settings.putAll(company.settings());
            try (ConfigurableApplicationContext desk = OpenDesk.toWork(settings)) {
                desk.getBean(LaneModes.class).set(Lane.ANSWER, LaneMode.DRAFT, "eval");
                desk.getBean(LaneModes.class).set(Lane.ESCALATION, LaneMode.SHADOW, "eval");
                importArticles(desk, company, var);
                return run(desk, lines);
            } finally {
                scratch.drop();
            }
        }
    }

    private static void importArticles(ConfigurableApplicationContext desk, SampleCompany company, Path var)
            throws IOException {
        var today = LocalDate.ofInstant(desk.getBean(InstantSource.class).instant(), ZoneOffset.UTC);
        Path moved = company.articlesAsOf(today, var.resolve("eval-articles"));
        desk.getBean(KnowledgeBase.class).importDirectory(moved, ImportOptions.NONE, Progresses.onOneLine());
    }

    private int run(ConfigurableApplicationContext desk, List<ReplayInput.Line> lines) throws InterruptedException {
        Lessons.await();
        var cases = desk.getBean(CaseStore.class);
        Replay.Result replayed = new Replay(desk.getBean(IntakeWatcher.class), cases, desk.getBean(InstantSource.class))
                .run("eval", lines, _ -> {});
        return report(HandoffEvaluation.of(cases), replayed.lost());
    }

    private int report(List<Judged> judged, List<Replay.Lost> lost) {
        if (listInvalid) {
            judged.forEach(one -> {
                if (one instanceof Judged.Invalid(String why)) {
                    System.out.println(why);
                }
            });
        }
        var figures = new LinkedHashMap<String, @Nullable Object>(HandoffEvaluation.figures(judged));
        figures.put("lost", lost.size());
        output.print(figures);
        if (!lost.isEmpty()) {
            lost.forEach(one -> System.err.println("sallyport: lost " + one));
            return 1;
        }
        return judged.stream().anyMatch(Judged.Invalid.class::isInstance) ? 1 : 0;
    }
}
