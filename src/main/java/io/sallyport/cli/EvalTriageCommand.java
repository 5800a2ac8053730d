package io.sallyport.cli;

import io.sallyport.evaluation.triage.LabelFigures;
import io.sallyport.evaluation.triage.LabelFigures.Guess;
import io.sallyport.evaluation.triage.LabelledMessages;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.TwoPoolEmbedder;
import io.sallyport.model.classify.LabelledText;
import io.sallyport.model.classify.TextClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "triage",
        description = {
            "How well messages are told apart: learns from --train, measures on --data.",
            "Figures that the data cannot give are null: out-of-scope figures need rows whose label is null."
        })
final class EvalTriageCommand implements Callable<Integer> {

    @Option(
            names = "--train",
            required = true,
            paramLabel = "FILE",
            description = "JSONL to learn from: {\"text\", \"label\"} or the sample company's format.")
    private Path train = Path.of("");

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSONL to measure on, in the same format.")
    private List<Path> data = List.of();

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException {
        var examples = LabelledMessages.read(train);
        var messages = new ArrayList<LabelledText>();
        for (var file : data) {
            messages.addAll(LabelledMessages.read(file).texts());
        }
        try (var network = BgeSmall.load()) {
            System.out.println("learning from " + examples.rows().size() + " messages");
            var classifier = TextClassifier.train(new TwoPoolEmbedder(network), examples.texts());
            System.out.println("measuring on " + messages.size());
            var guesses =
                    messages.stream().map(message -> guess(classifier, message)).toList();
            output.print(figures(LabelFigures.of(guesses)));
        }
        return 0;
    }

    private static Guess guess(TextClassifier classifier, LabelledText message) {
        var found = classifier.classify(message.text());
        return new Guess(message.label(), found.label(), found.confidence(), found.familiarity());
    }

    private static Map<String, @Nullable Object> figures(LabelFigures found) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("n", found.n());
        figures.put("accuracy", found.accuracy());
        figures.put("macro_f1", found.macroF1());
        figures.put("ece", found.ece());
        figures.put("p1_recall", null);
        figures.put("oos_recall_at_5pct", found.outOfScope().recallAt5().orElse(null));
        figures.put("oos_recall_at_10pct", found.outOfScope().recallAt10().orElse(null));
        figures.put("oos_auroc", found.outOfScope().auroc().orElse(null));
        return figures;
    }
}
