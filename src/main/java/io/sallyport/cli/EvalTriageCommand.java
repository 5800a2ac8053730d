package io.sallyport.cli;

import io.sallyport.casefile.CaseStore;
import io.sallyport.evaluation.ScratchDatabase;
import io.sallyport.evaluation.triage.DeskFigures;
import io.sallyport.evaluation.triage.DeskOutcome;
import io.sallyport.evaluation.triage.DeskTriage;
import io.sallyport.evaluation.triage.LabelFigures;
import io.sallyport.evaluation.triage.LabelFigures.Guess;
import io.sallyport.evaluation.triage.LabelledMessages;
import io.sallyport.evaluation.triage.Missed;
import io.sallyport.intake.IntakeWatcher;
import io.sallyport.intake.Screener;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.TwoPoolEmbedder;
import io.sallyport.model.classify.LabelledText;
import io.sallyport.model.classify.TextClassifier;
import io.sallyport.routing.Router;
import io.sallyport.triage.CategoryModel;
import io.sallyport.triage.TriageAgent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "triage",
        description = {
            "How well messages are told apart: learns from --train, measures on --data.",
            "Without --train the desk learns as it does when it serves: from sallyport.triage.examples, else from the"
                    + " examples that ship with it.",
            "Data in the sample company's format run through the desk's own screening, triage and routing.",
            "Figures that the data cannot give are null: out-of-scope figures need rows whose label is null, p1_recall"
                    + " messages labelled P1."
        })
final class EvalTriageCommand implements Callable<Integer> {

    private static final String EXAMPLES = "sallyport.triage.examples";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--train",
            paramLabel = "FILE",
            description = "JSONL to learn from: {\"text\", \"label\"} or the sample company's format (default: what the"
                    + " desk learns from; only for --data in the sample company's format).")
    private Optional<Path> train = Optional.empty();

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSONL to measure on, in the same format.")
    private List<Path> data = List.of();

    @Mixin
    private ServedCompany company = new ServedCompany();

    @Option(names = "--missed", description = "Lists the desk's wrong categories, priorities and triggers.")
    private boolean listMissed;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException {
        var messages = read(data);
        var examples = read(train.stream().toList());
        var all = Stream.of(examples, messages).flatMap(List::stream).toList();
        if (all.stream().filter(LabelledMessages::isCompanyFormat).count() == all.size()) {
            messages.forEach(LabelledMessages::checkLabels);
            runDesk(messages);
        } else {
            runClassifier(examples.stream().findFirst().orElseThrow(this::noTrain), messages);
        }
        return 0;
    }

    private static List<LabelledMessages> read(List<Path> files) throws IOException {
        var read = new ArrayList<LabelledMessages>();
        for (var file : files) {
            read.add(LabelledMessages.read(file));
        }
        return read;
    }

    private ParameterException noTrain() {
        return Usage.wrong(
                spec, "--data with other labels than the desk's own needs --train, examples with the same labels");
    }

    private void runClassifier(LabelledMessages examples, List<LabelledMessages> messages) {
        try (var network = BgeSmall.load()) {
            System.out.println(
                    "learning from " + examples.rows().size() + " texts; measured without a desk, by labels alone");
            var classifier = TextClassifier.train(new TwoPoolEmbedder(network), examples.texts());
            var guesses = messages.stream()
                    .flatMap(file -> file.texts().stream())
                    .map(text -> guess(classifier, text))
                    .toList();
            output.print(figures(LabelFigures.of(guesses)));
        }
    }

    /** Through intake, screening, triage and routing of a desk that has learned, on a scratch database. */
    private void runDesk(List<LabelledMessages> messages) throws IOException {
        try (var scratch = ScratchDatabase.openFresh(OpenDesk.var(), "eval triage")) {
            var settings = new HashMap<String, Object>(scratch.settings());
            settings.put("sallyport.worker.enabled", false);
            train.ifPresent(file -> settings.put(EXAMPLES, file.toUri().toString()));
            try (var desk = OpenDesk.toWork(settings)) {
                System.out.println("learning from "
                        + Optional.ofNullable(desk.getEnvironment().getProperty(EXAMPLES))
                                .orElse("the examples that ship with the program"));
                company.moveInto(desk);
                output.print(deskFigures(decide(desk, messages)));
            }
            scratch.drop();
        }
    }

    private List<DeskOutcome> decide(ConfigurableApplicationContext desk, List<LabelledMessages> messages) {
        var agents = new DeskTriage.Agents(
                desk.getBean(Screener.class),
                desk.getBean(TriageAgent.class),
                desk.getBean(Router.class),
                desk.getBean(CategoryModel.class));
        var triage = new DeskTriage(
                desk.getBean(IntakeWatcher.class),
                desk.getBean(CaseStore.class),
                agents,
                desk.getBean(InstantSource.class));
        var outcomes = new ArrayList<DeskOutcome>();
        for (var file : messages) {
            for (var row : file.rows()) {
                var outcome = triage.decide(row, outcomes.size() + 1);
                outcomes.add(outcome);
                if (listMissed) {
                    Missed.of(row, outcome).forEach(System.out::println);
                }
            }
        }
        return outcomes;
    }

    private static Map<String, @Nullable Object> deskFigures(List<DeskOutcome> outcomes) {
        var named = figures(LabelFigures.of(outcomes.stream()
                .filter(outcome -> !outcome.wanted().isJunk())
                .map(DeskOutcome::category)
                .toList()));
        var found = DeskFigures.of(outcomes);
        named.put("p1_recall", found.p1Recall().orElse(null));
        named.put("p1_precision", found.p1Precision().orElse(null));
        named.put("priority_accuracy", found.priorityAccuracy().orElse(null));
        named.put("trigger_recall", found.triggerRecall().orElse(null));
        named.put("triggers", found.triggers());
        named.put("false_trigger_rate", found.falseTriggerRate().orElse(null));
        named.put("escalated_without_trigger", found.escalatedWithoutTrigger().orElse(null));
        named.put("taken_for_junk", found.takenForJunk());
        return named;
    }

    private static Guess guess(TextClassifier classifier, LabelledText message) {
        var found = classifier.classify(message.text());
        return new Guess(message.label(), found.label(), found.confidence(), found.familiarity());
    }

    private static Map<String, @Nullable Object> figures(LabelFigures found) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("n", found.n());
        figures.put("accuracy", found.accuracy().orElse(null));
        figures.put("macro_f1", found.macroF1().orElse(null));
        figures.put("ece", found.ece().orElse(null));
        figures.put("p1_recall", null);
        figures.put("oos_recall_at_5pct", found.outOfScope().recallAt5().orElse(null));
        figures.put("oos_recall_at_10pct", found.outOfScope().recallAt10().orElse(null));
        figures.put("oos_auroc", found.outOfScope().auroc().orElse(null));
        return figures;
    }
}
