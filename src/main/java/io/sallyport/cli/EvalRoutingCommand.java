package io.sallyport.cli;

import io.sallyport.connector.customers.BuiltInCustomers;
import io.sallyport.evaluation.ReplayInput;
import io.sallyport.evaluation.RoutingEvaluation;
import io.sallyport.evaluation.ScratchDatabase;
import io.sallyport.intake.Screener;
import io.sallyport.routing.Router;
import io.sallyport.triage.TriageAgent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "routing",
        description = "Whether priorities, moods and escalation triggers are those of labelled messages.")
final class EvalRoutingCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description =
                    "JSONL: {\"id\", \"from\", \"subject\", \"text\", \"priority\", \"mood\", \"outcome\", \"triggers\": […]}.")
    private Path data = Path.of("");

    @Option(names = "--customers", paramLabel = "FILE", description = "JSONL of the customers who wrote them.")
    private Optional<Path> customers = Optional.empty();

    @Option(names = "--mistakes", description = "Lists each message with a missed or a false trigger.")
    private boolean listMistakes;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException {
        Path var = OpenDesk.var().resolve("evaluation");
        try (var scratch = ScratchDatabase.openFresh(var, "routing")) {
            Map<String, Object> settings = new HashMap<>(scratch.settings());
            settings.putAll(Map.of("sallyport.var", var.toString(), "sallyport.worker.enabled", false));
            try (var desk = OpenDesk.toWork(settings)) {
                if (customers.isPresent()) {
                    desk.getBean(BuiltInCustomers.class)
                            .load(customers.get())
                            .problems()
                            .forEach(System.out::println);
                }
                var outcomes = new RoutingEvaluation(
                                desk.getBean(Screener.class),
                                desk.getBean(TriageAgent.class),
                                desk.getBean(Router.class),
                                desk.getBean(InstantSource.class))
                        .run(ReplayInput.read(data));
                if (listMistakes) {
                    RoutingEvaluation.mistakes(outcomes).forEach(System.out::println);
                }
                print(RoutingEvaluation.figures(outcomes));
            }
        }
        return 0;
    }

    private void print(RoutingEvaluation.Figures found) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("n", found.n());
        figures.put("p1_recall", found.p1Recall().orElse(null));
        figures.put("priority_accuracy", found.priorityAccuracy().orElse(null));
        figures.put("mood_accuracy", found.moodAccuracy().orElse(null));
        figures.put("falsely_escalated", found.falselyEscalated().orElse(null));
        figures.put("actions_to_people", found.actionsToPeople().orElse(null));
        figures.put("triggers", found.triggers());
        output.print(figures);
    }
}
