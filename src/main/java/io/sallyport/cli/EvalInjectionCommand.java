package io.sallyport.cli;

import io.sallyport.evaluation.InjectionEvaluation;
import io.sallyport.evaluation.InjectionEvaluation.Outcome;
import io.sallyport.evaluation.InjectionEvaluation.Sample;
import io.sallyport.intake.IntakeSettings;
import io.sallyport.intake.Screener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "injection", description = "How well the screening knows attempts to instruct the desk.")
final class EvalInjectionCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSONL: {\"text\": \"…\", \"attack\": true, \"source\": \"…\"}.")
    private List<Path> data = List.of();

    @Option(names = "--wrong", description = "Lists each text that was judged wrongly.")
    private boolean listWrong;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path file : data) {
            samples.addAll(InjectionEvaluation.read(file));
        }
        var outcomes = InjectionEvaluation.run(Screener.of(IntakeSettings.defaults()), samples);
        if (listWrong) {
            outcomes.stream().filter(one -> !one.isRight()).forEach(EvalInjectionCommand::say);
        }
        output.print(InjectionEvaluation.figures(outcomes));
        return 0;
    }

    private static void say(Outcome one) {
        System.out.println((one.isMarked() ? "false alarm: " : "missed: ")
                + one.sample().source() + ": " + one.sample().text().replaceAll("\\s+", " "));
    }
}
