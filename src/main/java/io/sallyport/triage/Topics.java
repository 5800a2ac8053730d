package io.sallyport.triage;

import io.sallyport.model.classify.TextClassifier.Alike;
import io.sallyport.triage.Examples.Example;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What exactly a message asks: the article that answers the examples most like it, where enough of them agree. */
record Topics(List<Optional<String>> topics) {

    /**
     * The least share of the votes. Of 0.35, 0.4, 0.5 and 0.6 the least at which about six of seven named topics are
     * among the message's articles: the sample company's labelled messages, each left out in turn.
     */
    private static final double ENOUGH = 0.4;

    Topics {
        topics = List.copyOf(topics);
    }

    /** In the order of the texts that the classifier learned from. */
    static Topics of(List<Example> own, List<Example> general) {
        return new Topics(Stream.concat(own.stream(), general.stream())
                .map(Example::topic)
                .toList());
    }

    /** An example that no article answers speaks against all topics. */
    Optional<String> among(List<Alike> alike) {
        Map<Optional<String>, Double> votes = new HashMap<>();
        alike.forEach(one -> votes.merge(topics.get(one.index()), one.weight(), Double::sum));
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> most.getValue() >= ENOUGH)
                .flatMap(Map.Entry::getKey);
    }
}
