package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Verdict;
import io.sallyport.model.Embedder;
import io.sallyport.text.SentenceSplitter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Composes without a language model: whole sentences of the evidence, word for word and each with its source, between
 * courtesies from a list. Declines when it is not sure that they answer the question.
 */
public final class ExtractiveComposer implements Composer {

    private final Embedder embedder;
    private final ReplyWriter writer;

    public ExtractiveComposer(Embedder embedder) {
        this.embedder = embedder;
        this.writer = new ReplyWriter(Frames.shipped());
    }

    @Override
    public Composition compose(CaseRecord record, Evidence evidence, List<Verdict.Flag> stopped) {
        Question question = QuestionReader.read(record);
        if (question.isEmpty()) {
            return new Composition.Declined("there is no question in the message");
        }
        Set<String> banned = stopped.stream()
                .map(flag -> SentenceSplitter.flat(flag.sentence()))
                .collect(Collectors.toSet());
        var ranked = rank(question, evidence);
        if (ranked.isEmpty()) {
            return new Composition.Declined("no article was found for: " + question.need());
        }
        Ranked best = ranked.getFirst();
        if (best.confidence() < LEAST_CONFIDENCE) {
            return new Composition.Declined("no article surely answers: " + question.need());
        }
        if (!best.passage().isCitable()) {
            return new Composition.Declined("the fitting article cannot be quoted: " + name(best.passage()) + " ("
                    + best.passage().notCitable().orElseThrow() + ")");
        }
        var picked = SentencePicker.pick(
                best.passage(), banned, ReplyWriter.room(record.ticket().channel()));
        if (picked.isEmpty()) {
            return new Composition.Declined("nothing is left to quote from " + name(best.passage()));
        }
        return new Composition.Written(writer.answer(record, picked), best.confidence(), "quoted from one passage");
    }

    private record Ranked(Passage passage, double confidence) {}

    private List<Ranked> rank(Question question, Evidence evidence) {
        float[] wanted = embedder.embed(question.text());
        return evidence.passages().stream()
                .map(passage -> new Ranked(passage, confidence(wanted, passage)))
                .sorted(Comparator.comparingDouble(Ranked::confidence).reversed())
                .toList();
    }

    private double confidence(float[] wanted, Passage passage) {
        double cosine = Embedder.similarity(wanted, embedder.embed(passage.heading() + "\n" + passage.text()));
        return 1 / (1 + Math.exp(-30 * (cosine - 0.78)));
    }

    /** The article's name without its kind: {@code api-v1-retirement}. */
    private static String name(Passage passage) {
        String id = passage.source().id();
        return id.substring(id.indexOf(':') + 1);
    }
}
