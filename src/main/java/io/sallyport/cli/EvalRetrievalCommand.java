package io.sallyport.cli;

import io.sallyport.evaluation.RetrievalEvaluation;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.ImportReport;
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
import java.util.stream.Collectors;
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
            var report = desk.importDirectory(articles, ImportOptions.NONE, Progresses.onOneLine());
            KbText.rejected(report, articles).forEach(System.err::println);
            check(questions, report);
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

    /** A slug that no article has would read as one that is not found. */
    private void check(List<RetrievalEvaluation.Question> questions, ImportReport report) {
        var slugs = report.taken().stream().map(one -> one.article().slug()).collect(Collectors.toSet());
        for (var question : questions) {
            question.relevant().stream()
                    .filter(slug -> !slugs.contains(slug))
                    .findFirst()
                    .ifPresent(slug -> {
                        throw new IllegalArgumentException(question.place() + ": " + articles + " has no article '"
                                + slug + "'; a slug is the file's path below --kb without its ending");
                    });
        }
    }
}
