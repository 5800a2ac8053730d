package io.sallyport.cli;

import io.sallyport.answer.AnsweringFit;
import io.sallyport.answer.AnsweringFit.Example;
import io.sallyport.answer.Composer;
import io.sallyport.answer.KnowledgeEvidence;
import io.sallyport.answer.Precedents;
import io.sallyport.evaluation.AnsweringExamples;
import io.sallyport.evaluation.Conversation;
import io.sallyport.evaluation.ReplayInput;
import io.sallyport.evaluation.SampleCompany;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.BgeSmall;
import io.sallyport.model.Embedder;
import io.sallyport.model.OnnxEmbedder;
import io.sallyport.model.RememberingEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.core.io.FileSystemResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "learn",
        description = {
            "Learns anew how the answer lane ranks passages and when it is sure enough, from the sample company's labelled"
                    + " messages and from conversations with passages, and says how well that does on examples kept out.",
            "Writes ranking.txt or confidence.txt for src/main/resources/answer; without --out it only measures."
        })
final class LearnCommand implements Callable<Integer> {

    /** What is learned; confidence is learned over the ranking that the program holds, so learn ranking first. */
    enum What {
        RANKING,
        CONFIDENCE
    }

    private static final int REMEMBERED_TEXTS = 65_536;

    @Option(names = "--what", required = true, description = "${COMPLETION-CANDIDATES}")
    private What what = What.CONFIDENCE;

    @Option(names = "--conversations", paramLabel = "FILE", description = "JSONL: conversation, passages, label.")
    private Optional<Path> conversations = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the learned rows go.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        SampleCompany company = SampleCompany.find();
        try (var network = BgeSmall.load()) {
            var embedder = new RememberingEmbedder(new OnnxEmbedder(network), REMEMBERED_TEXTS);
            try (var articles = KnowledgeBase.inMemory(embedder, InstantSource.system())) {
                articles.importDirectory(company.articles(), ImportOptions.NONE, Progresses.onOneLine());
                var source = new KnowledgeEvidence(articles);
                var messages = AnsweringExamples.messages(ReplayInput.read(company.trainMessages()), source);
                var fit = new AnsweringFit(
                        embedder, Precedents.read(new FileSystemResource(company.trainMessages()), embedder));
                learn(fit, messages, source, embedder);
            }
        }
        return 0;
    }

    private void learn(AnsweringFit fit, List<Example> messages, KnowledgeEvidence source, Embedder embedder)
            throws IOException {
        String rows = switch (what) {
            case RANKING -> fit.ranking(messages);
            case CONFIDENCE -> {
                var examples = new ArrayList<>(messages);
                examples.addAll(AnsweringExamples.strangers(source));
                if (conversations.isPresent()) {
                    examples.addAll(AnsweringExamples.conversations(Conversation.read(conversations.get()), embedder));
                }
                print(fit.crossValidate(examples));
                yield fit.confidence(examples);
            }
        };
        System.out.print(rows);
        if (out.isPresent()) {
            Files.writeString(
                    out.get(), "# signal | mean | deviation | weight; learned by: ./sallyport learn\n" + rows);
        }
    }

    private static void print(List<AnsweringFit.Judged> judged) {
        Map<String, List<AnsweringFit.Judged>> byKind = judged.stream()
                .collect(Collectors.groupingBy(one -> one.example().kind(), TreeMap::new, Collectors.toList()));
        System.out.println("share sure enough, cross-validated: right, wrong");
        byKind.forEach((kind, all) -> System.out.printf(
                Locale.ROOT, "%-34s n %4d   %.3f  %.3f%n", kind, all.size(), share(all, true), share(all, false)));
    }

    private static double share(List<AnsweringFit.Judged> all, boolean right) {
        long sure = all.stream()
                .filter(one -> one.isRight() == right && one.confidence() >= Composer.LEAST_CONFIDENCE)
                .count();
        return (double) sure / all.size();
    }
}
