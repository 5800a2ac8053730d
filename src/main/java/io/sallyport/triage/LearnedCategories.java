package io.sallyport.triage;

import io.sallyport.casefile.Category;
import io.sallyport.model.Embedder;
import io.sallyport.model.classify.LabelledText;
import io.sallyport.model.classify.TextClassifier;
import io.sallyport.triage.Examples.Example;
import java.util.List;
import java.util.Optional;

/** Categories by a text classifier that learned from the company's labelled messages and from the general examples. */
final class LearnedCategories implements CategoryModel {

    /** A second category with at least this share of the first's is worth naming. */
    private static final double NEARLY = 0.35;

    private final Topics topics;
    private final TextClassifier classifier;

    /** @param general what each category means anywhere, beside the company's own examples */
    LearnedCategories(Embedder embedder, List<Example> own, List<Example> general) {
        this.topics = Topics.of(own, general);
        this.classifier = TextClassifier.train(embedder, labelled(own), labelled(general));
    }

    private static List<LabelledText> labelled(List<Example> examples) {
        return examples.stream()
                .map(example ->
                        new LabelledText(example.text(), example.category().map(Category::label)))
                .toList();
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
                found.familiarity(),
                found.isFamiliar() ? topics.among(found.alike()) : Optional.empty());
    }
}
