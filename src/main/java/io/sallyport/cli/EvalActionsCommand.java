package io.sallyport.cli;

import io.sallyport.evaluation.actions.ActionsEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "actions",
        description = "How well policies tell right from wrong changes of an airline's or a shop's records.")
final class EvalActionsCommand implements Callable<Integer> {

    @Option(
            names = "--world",
            required = true,
            paramLabel = "airline|retail",
            converter = WorldName.class,
            description = "Whose records and policies.")
    private ActionsEvaluation.Name world = ActionsEvaluation.Name.AIRLINE;

    @Option(
            names = "--writes",
            required = true,
            paramLabel = "FILE",
            description =
                    "JSONL: {\"call\": \"…\", \"arguments\": {…}, \"label\": \"…\"}, with \"source\", \"task_id\" and \"trial\" to tell conversations apart.")
    private Path writes = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The world's records; by default beside FILE, else in ../shared/data/actions/WORLD.")
    private @Nullable Path data;

    @Option(
            names = "--policies",
            paramLabel = "DIR",
            description = "Cedar policies and their schema; by default samples/policies/WORLD.")
    private @Nullable Path policies;

    @Option(names = "--list", description = "Lists each call, what became of it and which policies spoke.")
    private boolean isListed;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    /** Worlds are named in lower case. */
    static final class WorldName implements picocli.CommandLine.ITypeConverter<ActionsEvaluation.Name> {
        @Override
        public ActionsEvaluation.Name convert(String text) {
            for (ActionsEvaluation.Name name : ActionsEvaluation.Name.values()) {
                if (name.folder().equals(text)) {
                    return name;
                }
            }
            throw new picocli.CommandLine.TypeConversionException("'" + text + "' is neither airline nor retail");
        }
    }

    @Override
    public Integer call() throws IOException {
        ActionsEvaluation evaluation = ActionsEvaluation.load(world, records(), rules());
        var outcomes = evaluation.run(writes);
        if (isListed) {
            outcomes.forEach(outcome -> System.out.println(outcome.call().place() + ": "
                    + (outcome.allowed() ? "allowed " : "stopped ")
                    + outcome.call().label() + " " + outcome.call().name() + " " + outcome.because()));
        }
        var labels = new LinkedHashMap<String, Object>();
        ActionsEvaluation.byLabel(outcomes).forEach((label, count) -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("n", count.n());
            row.put("allowed", count.allowed());
            labels.put(label, row);
        });
        var figures = new LinkedHashMap<String, Object>();
        figures.put("world", world.folder());
        figures.put("by_label", labels);
        var latency = evaluation.latency(writes);
        figures.put("p50_micros", latency.p50());
        figures.put("p99_micros", latency.p99());
        figures.put("p99_processor_micros", latency.p99Processor());
        output.print(figures);
        return 0;
    }

    private Path records() {
        if (data != null) {
            return data;
        }
        Path beside = writes.toAbsolutePath().getParent();
        String file = world == ActionsEvaluation.Name.AIRLINE ? "reservations.json" : "db.json";
        return beside != null && Files.exists(beside.resolve(file))
                ? beside
                : home().resolve("../shared/data/actions")
                        .resolve(world.folder())
                        .normalize();
    }

    private Path rules() {
        return policies != null ? policies : home().resolve("samples/policies").resolve(world.folder());
    }

    private static Path home() {
        return Path.of(System.getProperty("sallyport.home", ""));
    }
}
