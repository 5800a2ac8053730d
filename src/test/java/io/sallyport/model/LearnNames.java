package io.sallyport.model;

import io.sallyport.model.NameSentences.Sentence;
import io.sallyport.text.TextSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns the weights of {@link NameHead} and writes them. Learns from sentences of ours with names filled in, and from the
 * sample company's messages and articles, where whatever is in no list of names is nobody's. Prints how it does on templates
 * it did not learn from, then learns from all. Arguments: the file to write, the sample company's folder.
 */
final class LearnNames {

    private static final long SEED = 20_261_121;
    private static final int FILLED = 14;
    private static final int PASSES = 12;
    private static final double STEP = 0.15;
    private static final double PENALTY = 1e-5;

    private static final class Row {

        private final float[] features;
        private final boolean isName;
        private final boolean isLarge;

        Row(float[] features, boolean isName, boolean isLarge) {
            this.features = features.clone();
            this.isName = isName;
            this.isLarge = isLarge;
        }
    }

    private LearnNames() {}

    public static void main(String[] arguments) throws IOException {
        var lists = new NameLists();
        System.out.println(lists.countries() + " countries, " + lists.allWords().size() + " names, "
                + lists.cities.size() + " cities");
        var random = new SplittableRandom(SEED);
        var sentences = new NameSentences(lists, random);
        var templates = NameSentences.templates();
        try (var network = BgeSmall.load()) {
            var reader = new NameFeatures(network);
            var learned = new ArrayList<Row>();
            var held = new ArrayList<Row>();
            for (int i = 0; i < templates.size(); i++) {
                for (int n = 0; n < FILLED; n++) {
                    (i % 5 == 4 ? held : learned).addAll(rows(reader, sentences.fill(templates.get(i))));
                }
            }
            var plain = plain(reader, Path.of(arguments[1]), lists.allWords());
            for (int i = 0; i < plain.size(); i++) {
                (i % 10 == 4 ? held : learned).add(plain.get(i));
            }
            System.out.println(learned.size() + " words to learn from, " + held.size() + " held back");
            report(learn(learned), held);
            learned.addAll(held);
            write(learn(learned), Path.of(arguments[0]));
        }
    }

    private static List<Row> rows(NameFeatures reader, Sentence sentence) {
        var words = NameWord.in(sentence.text());
        var features = reader.of(words);
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).isWord() && !isIn(sentence.open(), words.get(i)))
                .mapToObj(i -> new Row(
                        features.get(i),
                        isIn(sentence.names(), words.get(i)),
                        words.get(i).isLarge()))
                .toList();
    }

    private static boolean isIn(List<TextSpan> spans, NameWord word) {
        return spans.stream().anyMatch(span -> span.overlaps(word.span()));
    }

    /** Words of real messages and articles that no list knows as a name: small ones seldom, large ones all. */
    private static List<Row> plain(NameFeatures reader, Path company, Set<String> names) throws IOException {
        var texts = new ArrayList<String>();
        for (var line : Files.readAllLines(company.resolve("messages/train.jsonl"))) {
            texts.add(JsonMapper.shared().readTree(line).path("text").asString(""));
        }
        try (var files = Files.list(company.resolve("articles"))) {
            for (var file : files.sorted(Comparator.comparing(Path::toString)).toList()) {
                texts.add(Files.readString(file));
            }
        }
        var rows = new ArrayList<Row>();
        for (var text : texts) {
            var words = NameWord.in(text);
            var signature = Math.max(0, words.size() - 8);
            var features = reader.of(words);
            for (int i = 0; i < words.size(); i++) {
                var word = words.get(i);
                boolean isNobody = word.isWord() && !names.contains(word.text().toLowerCase(Locale.ROOT));
                boolean isWanted = word.isLarge() ? i < signature : i % 5 == 0;
                if (isNobody && isWanted) {
                    rows.add(new Row(features.get(i), false, word.isLarge()));
                }
            }
        }
        return rows;
    }

    /** Logistic regression by gradient descent with a step of its own for each weight, averaged over the second half. */
    private static NameHead learn(List<Row> rows) {
        var random = new SplittableRandom(SEED);
        var weights = new float[NameFeatures.WIDTH];
        var squares = new float[NameFeatures.WIDTH];
        var mean = new double[NameFeatures.WIDTH];
        var order = new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
        int counted = 0;
        for (int pass = 0; pass < PASSES; pass++) {
            Collections.shuffle(order, new Random(random.nextLong()));
            for (int at : order) {
                step(rows.get(at), weights, squares);
            }
            if (pass >= PASSES / 2) {
                counted++;
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += weights[i];
                }
            }
        }
        for (int i = 0; i < mean.length; i++) {
            weights[i] = (float) (mean[i] / counted);
        }
        return new NameHead(weights);
    }

    private static void step(Row row, float[] weights, float[] squares) {
        double score = new NameHead(weights).score(row.features);
        double error = 1 / (1 + Math.exp(-score)) - (row.isName ? 1 : 0);
        for (int i = 0; i < weights.length; i++) {
            double slope = error * row.features[i] + PENALTY * weights[i];
            squares[i] += (float) (slope * slope);
            weights[i] -= (float) (STEP * slope / Math.sqrt(squares[i] + 1e-8));
        }
    }

    private static void report(NameHead head, List<Row> held) {
        for (boolean isLarge : new boolean[] {true, false}) {
            for (double threshold : new double[] {-2, -1.5, -1, -0.7, -0.4, 0, 0.5, 1, 2}) {
                var counts = held.stream()
                        .filter(row -> row.isLarge == isLarge)
                        .collect(Collectors.groupingBy(
                                row -> row.isName + " " + (head.score(row.features) > threshold),
                                Collectors.counting()));
                System.out.println((isLarge ? "large " : "small ") + threshold + " recall " + share(counts, "true")
                        + ", taken for names " + share(counts, "false"));
            }
        }
    }

    private static String share(Map<String, Long> counts, String label) {
        long yes = counts.getOrDefault(label + " true", 0L);
        long no = counts.getOrDefault(label + " false", 0L);
        return String.format(Locale.ROOT, "%.3f of %d", yes / (double) (yes + no), yes + no);
    }

    private static void write(NameHead head, Path file) throws IOException {
        var text = new StringBuilder(
                "# Weights of the head that knows names of persons, learned by LearnNames; see docs/privacy.md.\n");
        for (int i = 0; i < head.weights().length; i++) {
            text.append(String.format(Locale.ROOT, "%.4f", head.weights()[i])).append(i % 12 == 11 ? "\n" : " ");
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.append('\n'));
    }
}
