package io.sallyport.answer;

import io.sallyport.answer.Move.Line;
import io.sallyport.casefile.Sentence;
import io.sallyport.model.language.Answer.Fault;
import java.util.List;

/** What one specialist brings to a reply. */
sealed interface Contribution {

    /**
     * @param sentences with the citations that hold; a sentence without one is a claim without proof
     * @param model which one wrote them
     * @param unfound how many citations were not found word for word in the revision they name
     */
    record Wrote(List<Sentence> sentences, String model, int unfound) implements Contribution {
        public Wrote {
            sentences = List.copyOf(sentences);
        }
    }

    record Asks(String question, String model) implements Contribution {}

    /** @param why in the model's words, for a person */
    record Declines(String why) implements Contribution {}

    /** Nothing in the message is for this specialist. */
    record NotTheirs() implements Contribution {}

    /** It went round in circles. */
    record Circles(String why) implements Contribution {}

    record Broken(Fault fault, String why) implements Contribution {}

    static Wrote wrote(List<Line> lines, Citations citations, String model) {
        var sentences = lines.stream()
                .map(line -> new Sentence(line.text().strip(), line.layout(), citations.of(line.citations())))
                .toList();
        var claimed = lines.stream().mapToInt(line -> line.citations().size()).sum();
        var found = sentences.stream().mapToInt(one -> one.citations().size()).sum();
        return new Wrote(sentences, model, Math.max(0, claimed - found));
    }
}
