package io.sallyport.triage;

import io.sallyport.casefile.Category;
import io.sallyport.model.Embedder;
import io.sallyport.model.classify.LabelledText;
import io.sallyport.model.classify.TextClassifier;
import io.sallyport.triage.Examples.Example;
import java.util.List;

/** Categories by a text classifier that learned from the company's labelled messages. */
final class LearnedCategories implements CategoryModel {

    /** A second category with at least this share of the first's is worth naming. */
    private static final double NEARLY = 0.35;

    private final List<Example> examples;
    private final TextClassifier classifier;

    LearnedCategories(Embedder embedder, List<Example> examples) {
        this.examples = List.copyOf(examples);
        this.classifier = TextClassifier.train(
                embedder, examples.stream().map(LearnedCategories::labelled).toList());
    }

    private static LabelledText labelled(Example example) {
        return example.isOurs()
                ? LabelledText.of(example.text(), example.category().label())
                : LabelledText.unlabelled(example.text());
    }

    @Override
    public Guess guess(String text) {
        var found = classifier.classify(text);
        var second = found.ranked().stream()
                .skip(1)
                .findFirst()
                .filter(next -> next.share() > NEARLY * found.confidence())
                .map(next -> Category.ofLabel(next.label()));
        return new Guess(
                Category.ofLabel(found.label()),
                second,
                found.confidence(),
                !found.isFamiliar(),
                examples.get(found.nearest()).id());
    }
}
