package io.sallyport.cli;

import io.sallyport.evaluation.RetrievalEvaluation;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.OnnxEmbedder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "retrieval", description = "How well questions find the articles that answer them.")
final class EvalRetrievalCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSONL: {\"query\": \"…\", \"relevant\": [\"slug\", …]}.")
    private List<Path> data = List.of();

    @Option(names = "--kb", required = true, paramLabel = "DIR", description = "The articles to search.")
    private Path articles = Path.of("");

    @Option(names = "--missed", description = "Lists each question whose article was not among the first five.")
    private boolean listMissed;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException {
        var questions = new ArrayList<RetrievalEvaluation.Question>();
        for (Path file : data) {
            questions.addAll(RetrievalEvaluation.read(file));
        }
        try (var network = BgeSmall.load();
                var desk = KnowledgeBase.inMemory(new OnnxEmbedder(network), InstantSource.system())) {
            desk.importDirectory(articles, ImportOptions.NONE, Progresses.onOneLine());
            var outcomes = RetrievalEvaluation.run(desk, questions);
            if (listMissed) {
                outcomes.stream()
                        .filter(outcome -> outcome.rank() == 0 || outcome.rank() > 5)
                        .forEach(outcome -> System.out.println("missed: "
                                + outcome.question().query() + "\n    wanted "
                                + outcome.question().relevant() + ", found "
                                + outcome.found().stream().limit(5).toList()));
            }
            var found = RetrievalEvaluation.figures(outcomes);
            var figures = new LinkedHashMap<String, @Nullable Object>();
            figures.put("n", found.n());
            figures.put("hit_at_1", found.hitAt1().orElse(null));
            figures.put("hit_at_5", found.hitAt5().orElse(null));
            figures.put("recall_at_10", found.recallAt10().orElse(null));
            figures.put("mrr", found.mrr().orElse(null));
            output.print(figures);
        }
        return 0;
    }
}
