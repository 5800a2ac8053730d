package io.sallyport.model.classify;

import io.sallyport.model.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Labelled texts made ready to learn from.
 *
 * @param labels in the order of the alphabet; an example's answer is an index into it
 * @param examples typical texts with a label
 * @param background other texts with a label
 * @param strangers texts without one, of either list
 * @param positions for each of {@link #all}, where it stood in the lists given, one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this package
record TrainingTexts(
        List<String> labels,
        List<Heads.Example> examples,
        List<Heads.Example> background,
        List<Heads.Example> strangers,
        int[] positions) {

    static TrainingTexts of(Embedder embedder, List<LabelledText> texts, List<LabelledText> background) {
        var all = new ArrayList<>(texts);
        all.addAll(background);
        var labels = new TreeSet<String>();
        all.forEach(text -> text.label().ifPresent(labels::add));
        var vectors = embedder.embedAll(all.stream().map(LabelledText::text).toList());
        var training = new TrainingTexts(
                List.copyOf(labels), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new int[0]);
        var known = new ArrayList<Integer>();
        for (var at = 0; at < all.size(); at++) {
            var text = all.get(at);
            var answer = text.label().map(training.labels::indexOf).orElse(-1);
            var example = new Heads.Example(WordFeatures.Grams.of(text.text()), vectors.get(at), answer);
            if (answer < 0) {
                training.strangers.add(example);
            } else {
                (at < texts.size() ? training.examples : training.background).add(example);
                known.add(at);
            }
        }
        training.refuseTooFew();
        return new TrainingTexts(
                training.labels,
                training.examples,
                training.background,
                training.strangers,
                known.stream().mapToInt(at -> at).toArray());
    }

    List<Heads.Example> all() {
        var all = new ArrayList<>(examples);
        all.addAll(background);
        return all;
    }

    private void refuseTooFew() {
        if (labels.size() < 2) {
            throw new IllegalArgumentException(
                    "a classifier needs examples of at least two labels, there are " + labels);
        }
        for (var label = 0; label < labels.size(); label++) {
            var wanted = label;
            if (all().stream().filter(example -> example.answer() == wanted).count() < 2) {
                throw new IllegalArgumentException(
                        "label '" + labels.get(label) + "' has one example; a classifier needs at least two of each");
            }
        }
    }
}
