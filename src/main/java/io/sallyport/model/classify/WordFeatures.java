package io.sallyport.model.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * N-grams of a text: words and pairs of words, and runs of three to five letters within a word, each weighed by
 * (1 + log count) × inverse document frequency, words and letters each at unit length. N-grams seen in fewer examples
 * than a floor are left out: they say nothing of other texts.
 */
final class WordFeatures {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+|[?!€$£%]");
    private static final int SHORTEST_RUN = 3;
    private static final int LONGEST_RUN = 5;
    private static final int WORD_FLOOR = 2;
    private static final int LETTER_FLOOR = 3;

    private final Map<String, Integer> words;
    private final Map<String, Integer> letters;
    private final float[] rarity;

    private WordFeatures(Map<String, Integer> words, Map<String, Integer> letters, float[] rarity) {
        this.words = words;
        this.letters = letters;
        this.rarity = rarity;
    }

    /**
     * The n-grams of one text with their counts, in a fixed order, so that sums come out the same every time. Costs more
     * than weighing them, so it is done once for a text that several heads learn from.
     */
    record Grams(Map<String, Integer> words, Map<String, Integer> letters) {
        static Grams of(String text) {
            var split = split(text);
            return new Grams(wordsOf(split), lettersOf(split));
        }
    }

    static WordFeatures of(List<Grams> texts) {
        var wordCounts = frequent(texts.stream().map(Grams::words).toList(), WORD_FLOOR);
        var letterCounts = frequent(texts.stream().map(Grams::letters).toList(), LETTER_FLOOR);
        var rarity = new float[wordCounts.size() + letterCounts.size()];
        var words = numbered(wordCounts, 0, rarity, texts.size());
        return new WordFeatures(words, numbered(letterCounts, words.size(), rarity, texts.size()), rarity);
    }

    /** In how many texts each n-gram is, where that is at least the floor. */
    private static Map<String, Integer> frequent(List<Map<String, Integer>> texts, int floor) {
        var counts = new HashMap<String, Integer>();
        texts.forEach(text -> text.keySet().forEach(gram -> counts.merge(gram, 1, Integer::sum)));
        counts.values().removeIf(count -> count < floor);
        return new TreeMap<>(counts);
    }

    private static Map<String, Integer> numbered(Map<String, Integer> counts, int first, float[] rarity, int texts) {
        var numbers = HashMap.<String, Integer>newHashMap(counts.size());
        counts.forEach((gram, count) -> {
            var number = first + numbers.size();
            numbers.put(gram, number);
            rarity[number] = (float) (1 + Math.log((1.0 + texts) / (1.0 + count)));
        });
        return numbers;
    }

    void write(DataOutputStream out) throws IOException {
        Numbers.write(out, words);
        Numbers.write(out, letters);
        Numbers.write(out, rarity);
    }

    static WordFeatures read(DataInputStream in) throws IOException {
        return new WordFeatures(Numbers.numbered(in), Numbers.numbered(in), Numbers.floats(in));
    }

    int count() {
        return rarity.length;
    }

    Features of(Grams grams) {
        var at = new ArrayList<Integer>();
        var value = new ArrayList<Float>();
        weigh(grams.words(), words, at, value);
        weigh(grams.letters(), letters, at, value);
        var features = new Features(new int[at.size()], new float[at.size()]);
        for (var i = 0; i < at.size(); i++) {
            features.at()[i] = at.get(i);
            features.value()[i] = value.get(i);
        }
        return features;
    }

    private void weigh(Map<String, Integer> grams, Map<String, Integer> known, List<Integer> at, List<Float> value) {
        var from = value.size();
        var square = 0.0;
        for (var gram : grams.entrySet()) {
            var number = known.get(gram.getKey());
            if (number != null) {
                var weight = (float) ((1 + Math.log(gram.getValue())) * rarity[number]);
                at.add(number);
                value.add(weight);
                square += weight * weight;
            }
        }
        var length = (float) Math.sqrt(square);
        value.subList(from, value.size()).replaceAll(weight -> weight / length);
    }

    private static Map<String, Integer> wordsOf(List<String> words) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        var before = "";
        for (var word : words) {
            counts.merge(word, 1, Integer::sum);
            if (!before.isEmpty()) {
                counts.merge(before + " " + word, 1, Integer::sum);
            }
            before = word;
        }
        return counts;
    }

    private static Map<String, Integer> lettersOf(List<String> words) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (var word : words) {
            var framed = " " + word + " ";
            for (var length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
                for (var from = 0; from + length <= framed.length(); from++) {
                    counts.merge(framed.substring(from, from + length), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static List<String> split(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''))
                .results()
                .map(found -> found.group())
                .toList();
    }
}
