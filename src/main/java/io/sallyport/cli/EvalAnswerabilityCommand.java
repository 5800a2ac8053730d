package io.sallyport.cli;

import io.sallyport.evaluation.AnswerabilityEvaluation;
import io.sallyport.evaluation.AnswerabilityEvaluation.Decided;
import io.sallyport.evaluation.Conversation;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.OnnxEmbedder;
import io.sallyport.model.RememberingEmbedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "answerability",
        description = {
            "Whether the desk answers what its passages answer, asks or declines where they do not.",
            "strangers_… are the same questions among the passages of the file's other conversations."
        })
final class EvalAnswerabilityCommand implements Callable<Integer> {

    /** Enough for every sentence of a large file, 1.5 kB each. */
    private static final int REMEMBERED_TEXTS = 65_536;

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSONL: conversation, passages, label.")
    private List<Path> data = List.of();

    @Option(names = "--decisions", description = "Lists each question with its label and what was decided.")
    private boolean listDecisions;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException {
        var conversations = new ArrayList<Conversation>();
        for (Path file : data) {
            conversations.addAll(Conversation.read(file));
        }
        try (var network = BgeSmall.load()) {
            var evaluation =
                    new AnswerabilityEvaluation(new RememberingEmbedder(new OnnxEmbedder(network), REMEMBERED_TEXTS));
            var given = evaluation.withGivenPassages(conversations);
            if (listDecisions) {
                given.forEach(EvalAnswerabilityCommand::print);
            }
            output.print(AnswerabilityEvaluation.figures(given, evaluation.amongStrangers(conversations)));
        }
        return 0;
    }

    private static void print(Decided one) {
        System.out.println(one.conversation().label() + " " + one.decision() + ": "
                + one.conversation().turns().getLast().text().strip() + "\n    " + one.why());
    }
}
