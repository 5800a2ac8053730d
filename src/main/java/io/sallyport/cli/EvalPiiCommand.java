package io.sallyport.cli;

import io.sallyport.evaluation.PersonalDataEvaluation;
import io.sallyport.evaluation.PersonalDataEvaluation.Outcome;
import io.sallyport.evaluation.PersonalDataEvaluation.Sample;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.NameTagger;
import io.sallyport.privacy.PersonalData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "pii", description = "How much personal data the masking finds, and how much else it masks.")
final class EvalPiiCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSONL: {\"text\": \"…\", \"spans\": [{\"start\": 0, \"end\": 4, \"type\": \"PERSON\"}, …]}.")
    private List<Path> data = List.of();

    @Option(names = "--leaked", description = "Lists each text in which something stayed readable, and what.")
    private boolean listLeaked;

    @Option(names = "--masked", description = "Lists what was masked in each text.")
    private boolean listMasked;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path file : data) {
            samples.addAll(PersonalDataEvaluation.read(file));
        }
        try (var network = BgeSmall.load()) {
            var outcomes = PersonalDataEvaluation.run(PersonalData.with(List.of(NameTagger.shipped(network))), samples);
            outcomes.forEach(this::list);
            output.print(PersonalDataEvaluation.figures(outcomes));
        }
        return 0;
    }

    private void list(Outcome one) {
        var text = one.sample().text();
        if (listLeaked) {
            one.leaked()
                    .forEach(label -> System.out.println("leaked: " + label.type() + ": "
                            + label.span().in(text).replaceAll("\\s+", " ") + ": " + text.replaceAll("\\s+", " ")));
        }
        if (listMasked) {
            one.findings()
                    .forEach(finding -> System.out.println("masked: " + finding.kind() + ": "
                            + finding.span().in(text).replaceAll("\\s+", " ")));
        }
    }
}
