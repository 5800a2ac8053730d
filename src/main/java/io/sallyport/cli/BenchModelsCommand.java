package io.sallyport.cli;

import io.sallyport.casefile.Lane;
import io.sallyport.casefile.LaneMode;
import io.sallyport.evaluation.ReplayInput;
import io.sallyport.evaluation.SampleCompany;
import io.sallyport.evaluation.ScratchDatabase;
import io.sallyport.evaluation.load.LoadRun;
import io.sallyport.evaluation.load.Usage;
import io.sallyport.evaluation.load.VendorProcess;
import io.sallyport.gate.LaneModes;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.platform.PeakMemory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "models",
        description = {
            "Runs messages of the sample company through the whole desk, every role on a model that takes its time: a stub of the"
                    + " Messages API in a process of its own, on a scratch database.",
            "docs/performance.md says what the figures mean."
        })
final class BenchModelsCommand implements Callable<Integer> {

    @Option(names = "--cases", defaultValue = "2000", description = "Cases at once; ${DEFAULT-VALUE} unless told.")
    private int cases;

    @Option(
            names = "--latency",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = Spans.class,
            description = "What the stub takes for each answer, such as 1s or 250ms; ${DEFAULT-VALUE} unless told.")
    private Duration latency = Duration.ofSeconds(1);

    @Option(
            names = "--warm-up",
            defaultValue = "400",
            description = "Cases before those that are measured, for the compiler; ${DEFAULT-VALUE} unless told.")
    private int warmUp;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A setting of the desk, to compare with.")
    private Map<String, String> more = Map.of();

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path var = OpenDesk.var();
        var company = SampleCompany.find();
        try (var scratch = ScratchDatabase.openFresh(var, "bench models");
                var vendor = VendorProcess.start(latency, company.trainMessages())) {
            try (var desk = OpenDesk.toWork(settings(scratch, vendor, company))) {
                desk.getBean(LaneModes.class).set(Lane.ANSWER, LaneMode.AUTO, "bench");
                importArticles(desk, company, var);
                output.print(measured(desk, vendor, ReplayInput.read(company.trainMessages())));
            } finally {
                scratch.drop();
            }
        }
        return 0;
    }

    private Map<String, Object> settings(ScratchDatabase scratch, VendorProcess vendor, SampleCompany company) {
        var settings = new HashMap<String, Object>(scratch.settings());
        settings.putAll(company.settings());
        settings.put("sallyport.models.anthropic.api-key", "bench");
        settings.put("sallyport.models.anthropic.base-url", vendor.address());
        // A day's money is set aside for what 2,000 calls could cost at most, which is more than a day's budget by
        // default.
        settings.put("sallyport.models.budget.day", "100000");
        settings.putAll(more);
        return settings;
    }

    private static void importArticles(ConfigurableApplicationContext desk, SampleCompany company, Path var)
            throws IOException {
        var today = LocalDate.ofInstant(desk.getBean(InstantSource.class).instant(), ZoneOffset.UTC);
        desk.getBean(KnowledgeBase.class)
                .importDirectory(
                        company.articlesAsOf(today, var.resolve("bench-articles")),
                        ImportOptions.NONE,
                        Progresses.onOneLine());
    }

    private Map<String, Object> measured(
            ConfigurableApplicationContext desk, VendorProcess vendor, List<ReplayInput.Line> lines)
            throws IOException, InterruptedException {
        var run = new LoadRun(desk);
        var usage = new Usage(vendor.handle(), desk.getBean(DataSource.class));
        System.out.println("warming up with " + warmUp + " cases");
        run.run("warm-up", lines.reversed(), warmUp);
        run.waitUntilIdle(usage);
        vendor.seen();
        System.out.println("taking in " + cases + " cases, then starting the worker");
        var before = new HashMap<String, Duration>();
        var result = run.run("bench", lines, cases, () -> {
            Usage.forgetPeaks();
            before.putAll(usage.processorTime());
        });
        var used = usage.processorTime();
        used.replaceAll((who, time) -> time.minus(before.get(who)));
        return figures(result, used, vendor.seen());
    }

    private Map<String, Object> figures(LoadRun.Result result, Map<String, Duration> used, VendorProcess.Seen seen) {
        int cores = Runtime.getRuntime().availableProcessors();
        double path = result.longestPath() * seconds(latency);
        double processor =
                used.values().stream().mapToDouble(BenchModelsCommand::seconds).sum();
        double ideal = Math.max(path, processor / cores);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("cases", result.cases());
        figures.put("seconds", seconds(result.took()));
        figures.put("cases_per_s", result.cases() / seconds(result.took()));
        figures.put("calls", result.calls());
        figures.put("calls_at_once", seen.mostOpen());
        figures.put("call_outcomes", result.outcomes());
        figures.put("cases_end", result.ends());
        figures.put("longest_path_calls", result.longestPath());
        figures.put("ideal_by_latency_s", path);
        figures.put("ideal_by_processor_s", processor / cores);
        figures.put("times_ideal", seconds(result.took()) / ideal);
        figures.put("times_ideal_by_latency", seconds(result.took()) / path);
        used.forEach((who, time) -> figures.put("processor_s " + who, seconds(time)));
        figures.put("cores", cores);
        figures.put("peak_heap_mb", Usage.peakHeapMegabytes());
        figures.put("most_heap_mb", Usage.mostHeapMegabytes());
        figures.put("peak_rss_mb", PeakMemory.megabytes());
        return figures;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /** {@code 1s}, {@code 250ms}. */
    static final class Spans implements picocli.CommandLine.ITypeConverter<Duration> {
        @Override
        public Duration convert(String written) {
            return org.springframework.boot.convert.DurationStyle.detectAndParse(written);
        }
    }
}
