package io.sallyport.model.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sallyport.model.Embedder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextClassifierTest {

    /** Where a word's letters lie in the alphabet, as a vector: words that share letters are near. */
    private static final Embedder LETTERS = new Embedder() {
        @Override
        public int dimension() {
            return 26;
        }

        @Override
        public float[] embed(String text) {
            var vector = new float[26];
            text.chars().filter(letter -> letter >= 'a' && letter <= 'z').forEach(letter -> vector[letter - 'a']++);
            var length = Math.sqrt(Embedder.similarity(vector, vector));
            for (var i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] / Math.max(1e-9, length));
            }
            return vector;
        }
    };

    private static List<LabelledText> fruitAndTools() {
        var texts = new ArrayList<LabelledText>();
        for (var fruit :
                List.of("apple pie", "banana bread", "green apple", "ripe banana", "apple juice", "banana milk")) {
            for (var lead : List.of("i like ", "give me ", "we want ")) {
                texts.add(LabelledText.of(lead + fruit, "fruit"));
            }
        }
        for (var tool : List.of("the wrench", "strong wrench", "a screw", "rusty screws", "wrench set", "long screw")) {
            for (var lead : List.of("i turn ", "hold ", "with ")) {
                texts.add(LabelledText.of(lead + tool, "tool"));
            }
        }
        return texts;
    }

    @Test
    void tellsLabelsApartAndRanksAllOfThem() {
        var classifier = TextClassifier.train(LETTERS, fruitAndTools());

        var found = classifier.classify("a fresh banana");

        assertThat(found.label()).isEqualTo("fruit");
        assertThat(found.confidence()).isGreaterThan(0.5);
        assertThat(found.ranked()).extracting(TextClassifier.Ranked::label).containsExactly("fruit", "tool");
        assertThat(found.ranked().stream()
                        .mapToDouble(TextClassifier.Ranked::share)
                        .sum())
                .isBetween(0.999999, 1.000001);
    }

    @Test
    void saysTheSameAfterItWasWrittenAndRead() throws IOException {
        var texts = new ArrayList<>(fruitAndTools());
        for (var at = 0; at < 24; at++) {
            texts.add(new LabelledText("zyx vzzy qq " + "z".repeat(at), Optional.empty()));
        }
        var classifier = TextClassifier.train(LETTERS, texts);
        var written = new ByteArrayOutputStream();
        classifier.write(new DataOutputStream(written));

        var in = new DataInputStream(new ByteArrayInputStream(written.toByteArray()));
        var read = TextClassifier.read(in, LETTERS);

        assertThat(in.read()).isEqualTo(-1);
        assertThat(read.headWeights()).isEqualTo(classifier.headWeights());
        for (var text : List.of("a fresh banana", "apple wrench", "long screws", "qq zzz", "")) {
            assertThat(read.classify(text)).isEqualTo(classifier.classify(text));
        }
    }

    @Test
    void learnsTheSameFromTheSameExamples() {
        var one = TextClassifier.train(LETTERS, fruitAndTools());
        var other = TextClassifier.train(LETTERS, fruitAndTools());

        assertThat(one.classify("apple wrench")).isEqualTo(other.classify("apple wrench"));
        assertThat(one.headWeights()).isEqualTo(other.headWeights());
    }

    @Test
    void findsAStrangerLessFamiliarThanWhatItLearnedFrom() {
        var classifier = TextClassifier.train(LETTERS, fruitAndTools());

        var stranger = classifier.classify("xyz qqq zzy");

        assertThat(stranger.familiarity())
                .isLessThan(classifier.classify("we like apple bread").familiarity());
        assertThat(stranger.isFamiliar()).isFalse();
    }

    @Test
    void namesTheNearestExampleByItsPlaceAmongTextsAndBackground() {
        var texts = new ArrayList<>(fruitAndTools());
        texts.addFirst(LabelledText.unlabelled("zzz"));
        var background = List.of(LabelledText.of("kiwi kiwi", "fruit"), LabelledText.of("hammer", "tool"));

        var classifier = TextClassifier.train(LETTERS, texts, background);

        assertThat(classifier.classify("give me apple pie").alike().getFirst().index())
                .isEqualTo(texts.indexOf(LabelledText.of("give me apple pie", "fruit")));
        assertThat(classifier.classify("hammer").alike().getFirst().index()).isEqualTo(texts.size() + 1);
    }

    @Test
    void theNearerAnExampleTheMoreItWeighsAndAllTogetherWeighOne() {
        var weights = TextClassifier.train(LETTERS, fruitAndTools()).classify("give me apple pie").alike().stream()
                .map(TextClassifier.Alike::weight)
                .toList();

        assertThat(weights).hasSizeGreaterThan(1).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(weights.getFirst()).isGreaterThan(weights.getLast());
        assertThat(weights.stream().mapToDouble(weight -> weight).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void refusesALabelWithOneExampleAndASingleLabel() {
        var lonely = new ArrayList<>(fruitAndTools());
        lonely.add(LabelledText.of("meow", "animal"));

        assertThatThrownBy(() -> TextClassifier.train(LETTERS, lonely))
                .hasMessageContaining("'animal' has one example");
        assertThatThrownBy(() -> TextClassifier.train(LETTERS, List.of(LabelledText.of("a", "x"))))
                .hasMessageContaining("at least two labels");
    }
}
