package io.sallyport.triage;

import io.sallyport.casefile.Category;
import io.sallyport.model.Embedder;
import io.sallyport.model.classify.LabelledText;
import io.sallyport.model.classify.TextClassifier;
import io.sallyport.triage.Examples.Example;
import io.sallyport.triage.KeptLessons.Lesson;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Categories by a text classifier that learned from the company's labelled messages and from the general examples. */
final class LearnedCategories implements CategoryModel {

    /** A second category with at least this share of the first's is worth naming. */
    private static final double NEARLY = 0.35;

    /** How far the shipped network and the company's own examples are trusted: fitted on a writer neither had learned from. */
    private static final double TAUGHT = 0.74;

    private static final double LEARNED = 0.40;

    /** Of a category that one of the two knows nothing of. */
    private static final double LEAST = 1e-4;

    private final Topics topics;
    private final TextClassifier classifier;
    private final Taught taught;

    LearnedCategories(TextClassifier classifier, Taught taught, Topics topics) {
        this.classifier = classifier;
        this.taught = taught;
        this.topics = topics;
    }

    /** @param general what each category means anywhere, beside the company's own examples */
    static Lesson<TextClassifier> lesson(Embedder embedder, List<Example> own, List<Example> general) {
        return new Lesson<>(
                "categories",
                List.of(own.toString(), general.toString(), Arrays.toString(embedder.embed(KeptLessons.PROBE))),
                () -> TextClassifier.train(embedder, labelled(own), labelled(general)),
                TextClassifier::write,
                in -> TextClassifier.read(in, embedder));
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
        List<Share> shares = pooled(text, found);
        Share first = shares.getFirst();
        var second = shares.stream()
                .skip(1)
                .findFirst()
                .filter(next -> next.of() > NEARLY * first.of())
                .map(Share::category);
        return new Guess(
                first.category(),
                second,
                first.of(),
                found.familiarity(),
                found.isFamiliar() ? topics.among(found.alike()) : Optional.empty());
    }

    private record Share(Category category, double of) {}

    /** A weighted product of both opinions, the likeliest category first. */
    private List<Share> pooled(String text, TextClassifier.Classification found) {
        Map<String, Double> learned = found.ranked().stream()
                .collect(Collectors.toMap(TextClassifier.Ranked::label, TextClassifier.Ranked::share));
        List<Share> products = Arrays.stream(Category.values())
                .map(category -> new Share(
                        category,
                        Math.pow(Math.max(taught.share(text, category), LEAST), TAUGHT)
                                * Math.pow(Math.max(learned.getOrDefault(category.label(), 0.0), LEAST), LEARNED)))
                .toList();
        double all = products.stream().mapToDouble(Share::of).sum();
        return products.stream()
                .map(share -> new Share(share.category(), share.of() / all))
                .sorted(Comparator.comparingDouble(Share::of).reversed())
                .toList();
    }
}
