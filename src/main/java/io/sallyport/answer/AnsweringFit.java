package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Triage;
import io.sallyport.model.Embedder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Learns from labelled examples how passages are ranked and when the best of them is sure enough. What it returns is the text of
 * the resources that {@link Researcher} and {@link ExtractiveComposer} read.
 */
public final class AnsweringFit {

    /** Examples of one group never stand on both sides of a fold. */
    private static final int FOLDS = 10;

    private static final int RANK_STEPS = 400;
    private static final double RANK_RATE = 0.5;
    private static final double RANK_RIDGE = 0.02;

    /**
     * @param articles sources that answer it, such as {@code article:warranty}; empty when none does
     * @param group what belongs together, such as one conversation
     * @param weight how much it counts beside the others
     */
    public record Example(
            CaseRecord record, EvidenceSource source, Set<String> articles, String kind, String group, double weight) {
        public Example {
            articles = Set.copyOf(articles);
        }
    }

    /** @param confidence by a model that saw nothing of its group */
    public record Judged(Example example, boolean isRight, double confidence) {}

    private final Embedder embedder;
    private final Precedents precedents;

    public AnsweringFit(Embedder embedder, Precedents precedents) {
        this.embedder = embedder;
        this.precedents = precedents;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
    private record Signals(Example example, boolean isRight, double[] values) {}

    /** {@code signal | mean | deviation | weight} rows of the ranking. */
    public String ranking(List<Example> examples) {
        var lists = examples.stream()
                .map(example -> researcher(example).signalled(example.record()).stream()
                        .map(one -> new RankFit.Candidate(
                                one.signals(),
                                example.articles()
                                        .contains(one.passage().source().id())))
                        .toList())
                .filter(list -> list.stream().anyMatch(RankFit.Candidate::isRight))
                .toList();
        return RankFit.of(LinearModel.names(RankSignal.values()), lists, RANK_STEPS, RANK_RATE, RANK_RIDGE)
                .rows();
    }

    /** The signals of each example by the ranking as shipped; those for which nothing was found are left out. */
    public List<Judged> crossValidate(List<Example> examples) {
        List<Signals> all = signals(examples);
        var groups = new ArrayList<>(new HashSet<>(
                all.stream().map(one -> one.example().group()).sorted().toList()));
        groups.sort(null);
        var judged = new ArrayList<Judged>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            Predicate<Signals> isOut = one -> groups.indexOf(one.example().group()) % FOLDS == out;
            LinearModel model = model(all.stream().filter(isOut.negate()).toList());
            all.stream()
                    .filter(isOut)
                    .forEach(one ->
                            judged.add(new Judged(one.example(), one.isRight(), model.probability(one.values()))));
        }
        return List.copyOf(judged);
    }

    /** {@code signal | mean | deviation | weight} rows of the decision. */
    public String confidence(List<Example> examples) {
        return model(signals(examples)).rows();
    }

    private static LinearModel model(List<Signals> all) {
        return LogisticFit.of(
                LinearModel.names(AnswerSignal.values()),
                all.stream()
                        .map(one -> new LogisticFit.Row(
                                one.values(), one.isRight(), one.example().weight()))
                        .toList());
    }

    private List<Signals> signals(List<Example> examples) {
        var all = new ArrayList<Signals>();
        for (Example example : examples) {
            Evidence evidence = researcher(example).gather(example.record());
            if (!evidence.passages().isEmpty()) {
                double[] values = AnswerSignal.of(
                        QuestionReader.read(example.record()),
                        evidence.passages(),
                        example.record().findings().triage().map(Triage::category),
                        embedder,
                        precedents);
                String best = evidence.passages().getFirst().source().id();
                all.add(new Signals(example, example.articles().contains(best), values));
            }
        }
        return List.copyOf(all);
    }

    private Researcher researcher(Example example) {
        return new Researcher(example.source(), embedder, precedents);
    }
}
