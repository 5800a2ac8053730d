package io.sallyport.model.classify;

import io.sallyport.model.Embedder;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells which label fits a text, how sure that is, and how familiar the text is, learned from labelled texts. The same
 * examples always give the same classifier. Safe to share between threads.
 */
public final class TextClassifier {

    /** Share of texts like the examples that may be taken for unfamiliar. */
    private static final double REJECTED = 0.02;

    /** Few examples: leave out little at a time, or the heads that are measured know much less than the final ones. */
    private static final int FEW = 2_000;

    private final Embedder embedder;
    private final List<String> labels;
    private final int[] positions;
    private final Heads heads;
    private final Learned learned;

    private TextClassifier(
            Embedder embedder, List<String> labels, int[] positions, Heads heads, Learned learned) {
        this.embedder = embedder;
        this.labels = List.copyOf(labels);
        this.positions = positions;
        this.heads = heads;
        this.learned = learned;
    }

    /** @param familiar the least familiarity that counts as such */
    private record Learned(Pool pool, Familiarity familiarity, double familiar) {
        void write(DataOutputStream out) throws IOException {
            pool.write(out);
            familiarity.write(out);
            out.writeDouble(familiar);
        }

        static Learned read(DataInputStream in) throws IOException {
            return new Learned(Pool.read(in), Familiarity.read(in), in.readDouble());
        }
    }

    /** @param share calibrated share of such guesses that are right, 0 to 1 */
    public record Ranked(String label, double share) {}

    /**
     * @param index of the example, in the texts learned from followed by the background
     * @param weight the likelier the text is about the same, the larger; of all ten together 1
     */
    public record Alike(int index, double weight) {}

    /**
     * @param ranked every label, the likeliest first; shares add up to 1
     * @param familiarity 0 for a text like the examples, well below 0 for one unlike all of them
     * @param isFamiliar whether fewer than 2 % of texts like the examples are as unfamiliar
     * @param alike the ten examples most like the text, the nearest first
     */
    public record Classification(List<Ranked> ranked, double familiarity, boolean isFamiliar, List<Alike> alike) {
        public Classification {
            ranked = List.copyOf(ranked);
            alike = List.copyOf(alike);
        }

        public String label() {
            return ranked.getFirst().label();
        }

        public double confidence() {
            return ranked.getFirst().share();
        }
    }

    public static TextClassifier train(Embedder embedder, List<LabelledText> texts) {
        return train(embedder, texts, List.of());
    }

    /**
     * @param texts to learn from; confidence is calibrated on them, each by heads that have not seen it
     * @param background more to learn from, which is not typical of the texts to be classified
     * @throws IllegalArgumentException when there are fewer than two labels, or a label has fewer than two examples
     */
    public static TextClassifier train(Embedder embedder, List<LabelledText> texts, List<LabelledText> background) {
        var training = TrainingTexts.of(embedder, texts, background);
        var heads = Heads.train(training.all(), training.labels().size());
        return new TextClassifier(
                embedder, training.labels(), training.positions(), heads, learn(training, heads));
    }

    private static Learned learn(TrainingTexts training, Heads heads) {
        var examples = training.examples();
        var unseen = Heads.askUnseen(
                examples, training.background(), training.labels().size(), examples.size() < FEW ? 5 : 3);
        var answers = examples.stream().mapToInt(Heads.Example::answer).toArray();
        var pool = Pool.fit(unseen.stream().map(Heads.Opinion::logs).toList(), answers);
        var vectors = examples.stream().map(Heads.Example::vector).toList();
        var strangers = training.strangers();
        var familiarity = Familiarity.of(
                new Familiarity.Sample(vectors, unseen),
                new Familiarity.Sample(
                        strangers.stream().map(Heads.Example::vector).toList(),
                        strangers.stream()
                                .map(stranger -> heads.ask(stranger.grams(), stranger.vector()))
                                .toList()));
        var scores = IntStream.range(0, vectors.size())
                .mapToDouble(at -> familiarity.score(vectors.get(at), unseen.get(at)))
                .sorted()
                .toArray();
        return new Learned(pool, familiarity, scores[(int) (REJECTED * scores.length)]);
    }

    public void write(DataOutputStream out) throws IOException {
        Numbers.write(out, labels);
        Numbers.write(out, positions);
        heads.write(out);
        learned.write(out);
    }

    /**
     * @param embedder the one with which it was learned
     * @throws IOException also for what {@link #write} did not write
     */
    public static TextClassifier read(DataInputStream in, Embedder embedder) throws IOException {
        return new TextClassifier(embedder, Numbers.words(in), Numbers.ints(in), Heads.read(in), Learned.read(in));
    }

    public Classification classify(String text) {
        var vector = embedder.embed(text);
        var opinion = heads.ask(WordFeatures.Grams.of(text), vector);
        var logs = learned.pool().of(opinion.logs());
        var ranked = IntStream.range(0, labels.size())
                .mapToObj(label -> new Ranked(labels.get(label), Math.exp(logs[label])))
                .sorted(Comparator.comparingDouble(Ranked::share).reversed())
                .toList();
        var score = learned.familiarity().score(vector, opinion);
        var alike = opinion.nearest().stream()
                .map(vote -> new Alike(positions[vote.example()], vote.share()))
                .toList();
        return new Classification(ranked, score, score >= learned.familiar(), alike);
    }

    /** How far each head is trusted: vectors, words, neighbours. */
    public List<Double> headWeights() {
        return Arrays.stream(learned.pool().weights()).boxed().toList();
    }
}
