package io.sallyport.cli;

import io.sallyport.evaluation.grounding.GroundedText;
import io.sallyport.evaluation.grounding.GroundingEvaluation;
import io.sallyport.evaluation.grounding.GroundingEvaluation.Outcome;
import io.sallyport.evaluation.grounding.GroundingFigures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "grounding", description = "Which texts the Grounding gate passes and stops, given their evidence.")
final class EvalGroundingCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSONL: {\"id\": \"…\", \"evidence\": [\"…\"], \"text\": \"…\", \"supported\": true,"
                    + " \"tags\": [\"…\"]}.")
    private List<Path> data = new ArrayList<>();

    @Option(names = "--accepted", description = "Lists each text that was passed and is not supported.")
    private boolean listAccepted;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException {
        var outcomes = GroundingEvaluation.run(
                GroundedText.read(data), InstantSource.system().instant());
        if (listAccepted) {
            outcomes.stream()
                    .filter(one -> one.isPassed() && !one.text().supported())
                    .map(Outcome::text)
                    .forEach(text -> System.out.println("passed " + text.id() + ": " + text.text()));
        }
        output.print(GroundingFigures.of(outcomes));
        return 0;
    }
}
