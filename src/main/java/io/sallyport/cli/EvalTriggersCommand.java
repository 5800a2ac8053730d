package io.sallyport.cli;

import io.sallyport.evaluation.ScratchDatabase;
import io.sallyport.evaluation.TriggerEvaluation;
import io.sallyport.evaluation.TriggerEvaluation.Labelled;
import io.sallyport.evaluation.TriggerEvaluation.Outcome;
import io.sallyport.intake.Screener;
import io.sallyport.routing.Router;
import io.sallyport.triage.TriageAgent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "triggers",
        description = {
            "Whether a person is brought in for every reason that people labelled a message with, and for no other.",
            "Runs the desk's own screening, triage and router; no message is answered."
        })
final class EvalTriggersCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "JSONL: {\"id\", \"from\", \"channel\", \"subject\", \"text\", \"triggers\": […]}; no trigger: must not raise any.")
    private List<Path> data = List.of();

    @Mixin
    private ServedCompany company = new ServedCompany();

    @Option(names = "--mistakes", description = "Lists each trigger that was missed or raised though not labelled.")
    private boolean listMistakes;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException {
        List<Labelled> messages = TriggerEvaluation.read(data);
        Path var = OpenDesk.var().resolve("evaluation");
        try (var scratch = ScratchDatabase.openFresh(var, "triggers")) {
            Map<String, Object> settings = new HashMap<>(scratch.settings());
            settings.putAll(Map.of("sallyport.var", var.toString(), "sallyport.worker.enabled", false));
            try (var desk = OpenDesk.toWork(settings)) {
                company.moveInto(desk);
                print(TriggerEvaluation.figures(run(desk, messages)));
            }
            scratch.drop();
        }
        return 0;
    }

    private List<Outcome> run(ConfigurableApplicationContext desk, List<Labelled> messages) {
        var evaluation = new TriggerEvaluation(
                desk.getBean(Screener.class),
                desk.getBean(TriageAgent.class),
                desk.getBean(Router.class),
                desk.getBean(InstantSource.class));
        var outcomes = new ArrayList<Outcome>();
        for (Labelled message : messages) {
            Outcome outcome = evaluation.run(message);
            outcomes.add(outcome);
            if (listMistakes) {
                TriggerEvaluation.mistakes(outcome).forEach(System.out::println);
            }
        }
        return outcomes;
    }

    private void print(TriggerEvaluation.Figures found) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("n", found.n());
        figures.put("recall", rows(found.recall()));
        figures.put("false_trigger_rate", found.falseTriggerRate().orElse(null));
        figures.put("false_by_trigger", found.falseByTrigger());
        figures.put("must_not_trigger", found.mustNotTrigger());
        output.print(figures);
    }

    private static Map<String, Map<String, Integer>> rows(Map<String, TriggerEvaluation.Recall> recall) {
        var rows = new LinkedHashMap<String, Map<String, Integer>>();
        recall.forEach((label, row) -> {
            var cells = new LinkedHashMap<String, Integer>();
            cells.put("n", row.n());
            cells.put("hit", row.hit());
            rows.put(label, cells);
        });
        return rows;
    }
}
