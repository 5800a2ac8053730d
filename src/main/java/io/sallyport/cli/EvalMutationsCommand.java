package io.sallyport.cli;

import io.sallyport.evaluation.SampleCompany;
import io.sallyport.evaluation.grounding.GroundedText;
import io.sallyport.evaluation.mutation.Material;
import io.sallyport.evaluation.mutation.MutationEvaluation;
import io.sallyport.evaluation.mutation.MutationEvaluation.Outcome;
import io.sallyport.evaluation.mutation.MutationFigures;
import io.sallyport.gate.judge.Judges;
import io.sallyport.knowledge.ImportOptions;
import io.sallyport.knowledge.KnowledgeBase;
import io.sallyport.model.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "mutations",
        description = "Which false replies, made of clean ones, the Grounding gate stops, and which true ones.")
final class EvalMutationsCommand implements Callable<Integer> {

    /** Articles are only listed here, never searched. */
    private static final Embedder UNSEARCHED = new Embedder() {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public float[] embed(String text) {
            return new float[] {1, 0};
        }
    };

    @Option(
            names = "--kb",
            paramLabel = "DIR",
            description = "Articles to quote, taken as reviewed today. Without it and --data: the sample company's.")
    private @Nullable Path articles;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            arity = "1..*",
            description = "JSONL of clean replies: {\"text\": \"…\", \"evidence\": [\"…\"]}; rows that say"
                    + " \"supported\": false are left out.")
    private List<Path> data = new ArrayList<>();

    @Option(names = "--seed", description = "The same seed makes the same replies.")
    private long seed = 1;

    @Option(names = "--wrong", description = "Lists what was passed or stopped wrongly.")
    private boolean listWrong;

    @Option(
            names = "--judge",
            description = "Asks the verifier's model, too, about what the rules let through and is no quote, as in"
                    + " service: one call for each such reply.")
    private boolean withJudge;

    @Mixin
    private EvalCommand.Output output = new EvalCommand.Output();

    @Override
    public Integer call() throws IOException {
        // One moment for reviewing and judging: a review may not lie ahead of its judge.
        var now = InstantSource.fixed(InstantSource.system().instant());
        if (withJudge) {
            try (var desk = OpenDesk.toLookAt()) {
                return run(now, desk.getBean(Judges.class));
            }
        }
        return run(now, Judges.NONE);
    }

    private int run(InstantSource now, Judges judges) throws IOException {
        if (withJudge && judges.claims().isEmpty()) {
            System.err.println("--judge: no model plays the verifier; name one in sallyport.models.verifier"
                    + " (SALLYPORT_MODELS_VERIFIER), or set ANTHROPIC_API_KEY");
            return Sallyport.EXIT_FAILED;
        }
        var outcomes = MutationEvaluation.run(material(now), now.instant(), seed, judges);
        if (listWrong) {
            outcomes.stream().filter(one -> one.isStopped() == one.isTruthful()).forEach(EvalMutationsCommand::print);
        }
        output.print(MutationFigures.of(outcomes));
        if (outcomes.isEmpty()) {
            System.err.println("sallyport: there is no clean reply to change: "
                    + (data.isEmpty()
                            ? "the articles hold no sentence that can be cited"
                            : "no row of --data is supported and quotes its evidence in every sentence"));
            return Sallyport.EXIT_FAILED;
        }
        return 0;
    }

    private Material material(InstantSource clock) throws IOException {
        if (!data.isEmpty()) {
            return Material.ofRows(GroundedText.readClean(data), clock.instant());
        }
        Path folder = articles;
        if (folder != null) {
            return material(folder, ImportOptions.assumeReviewed(clock.instant(), "Evaluation Clerk"), clock);
        }
        Path copy = Files.createTempDirectory("sallyport-articles-");
        try {
            var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            return material(SampleCompany.find().articlesAsOf(day, copy), ImportOptions.NONE, clock);
        } finally {
            try (var files = Files.list(copy)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(copy);
        }
    }

    private static Material material(Path folder, ImportOptions options, InstantSource clock) throws IOException {
        try (var desk = KnowledgeBase.inMemory(UNSEARCHED, clock)) {
            var report = desk.importDirectory(folder, options, Progresses.onOneLine());
            KbText.rejected(report, folder).forEach(System.err::println);
            return Material.ofArticles(desk);
        }
    }

    private static void print(Outcome one) {
        System.out.printf(
                "%s %s: %s%n    was: %s%n%s",
                one.isStopped() ? "stopped" : "passed",
                one.kind(),
                one.sentence(),
                one.before(),
                one.why().isEmpty() ? "" : "    why: " + one.why() + "\n");
    }
}
