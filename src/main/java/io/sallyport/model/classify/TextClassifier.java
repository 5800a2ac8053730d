package io.sallyport.model.classify;

import io.sallyport.model.Embedder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
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
    private final Pool pool;
    private final Familiarity familiarity;
    private final double familiar;

    private TextClassifier(Embedder embedder, List<String> labels, int[] positions, Heads heads, Learned learned) {
        this.embedder = embedder;
        this.labels = labels;
        this.positions = positions;
        this.heads = heads;
        this.pool = learned.pool();
        this.familiarity = learned.familiarity();
        this.familiar = learned.familiar();
    }

    private record Learned(Pool pool, Familiarity familiarity, double familiar) {}

    /** @param share calibrated share of such guesses that are right, 0 to 1 */
    public record Ranked(String label, double share) {}

    /**
     * @param ranked every label, the likeliest first; shares add up to 1
     * @param familiarity 0 for a text like the examples, well below 0 for one unlike all of them
     * @param isFamiliar whether fewer than 2 % of texts like the examples are as unfamiliar
     * @param nearest index, in the list that was learned from, of the example most like the text
     */
    public record Classification(List<Ranked> ranked, double familiarity, boolean isFamiliar, int nearest) {
        public Classification {
            ranked = List.copyOf(ranked);
        }

        public String label() {
            return ranked.getFirst().label();
        }

        public double confidence() {
            return ranked.getFirst().share();
        }
    }

    /** @throws IllegalArgumentException when there are fewer than two labels, or a label has fewer than two examples */
    public static TextClassifier train(Embedder embedder, List<LabelledText> texts) {
        var positions = IntStream.range(0, texts.size())
                .filter(at -> texts.get(at).label().isPresent())
                .toArray();
        var known = Arrays.stream(positions).mapToObj(texts::get).toList();
        var labels = List.copyOf(new TreeSet<>(
                known.stream().map(text -> text.label().orElseThrow()).toList()));
        var examples = new ArrayList<Heads.Example>();
        for (var text : known) {
            examples.add(new Heads.Example(
                    text.text(),
                    embedder.embed(text.text()),
                    labels.indexOf(text.label().orElseThrow())));
        }
        refuseTooFew(labels, examples);
        var learned = learn(examples, labels.size());
        return new TextClassifier(embedder, labels, positions, Heads.train(examples, labels.size()), learned);
    }

    private static void refuseTooFew(List<String> labels, List<Heads.Example> examples) {
        if (labels.size() < 2) {
            throw new IllegalArgumentException(
                    "a classifier needs examples of at least two labels, there are " + labels);
        }
        for (var label = 0; label < labels.size(); label++) {
            var wanted = label;
            if (examples.stream().filter(example -> example.answer() == wanted).count() < 2) {
                throw new IllegalArgumentException(
                        "label '" + labels.get(label) + "' has one example; a classifier needs at least two of each");
            }
        }
    }

    private static Learned learn(List<Heads.Example> examples, int labels) {
        var unseen = Heads.askUnseen(examples, labels, examples.size() < FEW ? 10 : 3);
        var answers = examples.stream().mapToInt(Heads.Example::answer).toArray();
        var pool = Pool.fit(unseen.stream().map(Heads.Opinion::logs).toList(), answers);
        var familiarity = Familiarity.of(unseen);
        var scores = unseen.stream().mapToDouble(familiarity::score).sorted().toArray();
        return new Learned(pool, familiarity, scores[(int) (REJECTED * scores.length)]);
    }

    public Classification classify(String text) {
        var opinion = heads.ask(text, embedder.embed(text));
        var logs = pool.of(opinion.logs());
        var ranked = IntStream.range(0, labels.size())
                .mapToObj(label -> new Ranked(labels.get(label), Math.exp(logs[label])))
                .sorted(Comparator.comparingDouble(Ranked::share).reversed())
                .toList();
        var score = familiarity.score(opinion);
        return new Classification(ranked, score, score >= familiar, positions[opinion.nearest()]);
    }

    /** How far each head is trusted: vectors, words, neighbours. */
    public List<Double> headWeights() {
        return Arrays.stream(pool.weights()).boxed().toList();
    }
}
