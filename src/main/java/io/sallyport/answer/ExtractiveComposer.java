package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Evidence.Contradiction;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Verdict;
import io.sallyport.model.Embedder;
import io.sallyport.text.SentenceSplitter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Composes without a language model: whole sentences of the evidence, word for word and each with its source, between
 * courtesies from a list. Asks when a detail is missing, and declines when it is not sure that they answer the question.
 */
public final class ExtractiveComposer implements Composer {

    private final Embedder embedder;
    private final Precedents precedents;
    private final ReplyWriter writer;
    private final Fitness fitness;

    /** @param company as customers know it; empty when replies are not to name it */
    public ExtractiveComposer(Embedder embedder, Precedents precedents, String company) {
        this.embedder = embedder;
        this.precedents = precedents;
        this.writer = new ReplyWriter(Frames.shipped(), company);
        this.fitness = new Fitness(embedder, precedents);
    }

    @Override
    public Composition compose(CaseRecord record, Evidence evidence, List<Verdict.Flag> stopped) {
        Question question = QuestionReader.read(record);
        if (question.isEmpty()) {
            return Composition.Declined.noAnswer("there is no question in the message");
        }
        if (evidence.passages().isEmpty()) {
            return Composition.Declined.noAnswer("no article was found for: " + question.need());
        }
        double[] signals = fitness.signals(record, question, evidence.passages());
        double confidence = fitness.probability(signals);
        Passage best = evidence.passages().getFirst();
        var bar = Sureness.bar(question, precedents.has(best.source().id()));
        if (Vagueness.isVague(question, record, confidence, precedents.areKnown())) {
            Optional<String> missing = Clarifying.questionFor(question, record);
            if (missing.isPresent()) {
                return new Composition.Asked(
                        writer.question(record, missing.get()), 1 - confidence, "one question after a missing detail");
            }
        }
        double meaning = signals[AnswerSignal.indexOfMeaning()];
        if (confidence < bar.confidence()) {
            return Composition.Declined.unsure(String.format(
                    Locale.ROOT,
                    "no article surely answers it; the nearest is “%s” (%.0f %% sure, %.0f %% needed)",
                    title(best),
                    100 * confidence,
                    100 * bar.confidence()));
        }
        if (meaning < bar.meaning()) {
            return Composition.Declined.unsure(String.format(
                    Locale.ROOT,
                    "the nearest article, “%s”, has answered nobody yet and is not near enough (similarity %.2f, %.2f needed)",
                    title(best),
                    meaning,
                    bar.meaning()));
        }
        return best.isCitable()
                ? write(record, question, evidence, confidence, stopped)
                : Composition.Declined.noAnswer("the article that answers it cannot be quoted: “" + title(best)
                        + "” is " + asState(best.notCitable().orElseThrow()));
    }

    private Composition write(
            CaseRecord record, Question question, Evidence evidence, double confidence, List<Verdict.Flag> stopped) {
        Set<String> banned = stopped.stream()
                .map(flag -> SentenceSplitter.flat(flag.sentence()))
                .collect(Collectors.toSet());
        Channel channel = record.ticket().channel();
        var choice = new SentencePicker(embedder, banned, ReplyWriter.room(channel)).pick(question, evidence);
        var picked = choice.picked();
        if (picked.isEmpty()) {
            String how = stopped.isEmpty() ? "apart from its context" : "without the sentences that were stopped";
            return Composition.Declined.noAnswer(
                    "nothing of “" + title(evidence.passages().getFirst()) + "” can be quoted " + how);
        }
        if (choice.missed().isPresent()) {
            return Composition.Declined.unsure("what can be quoted of “"
                    + title(evidence.passages().getFirst()) + "” leaves out the sentence nearest to: "
                    + choice.missed().get());
        }
        Set<String> quoted = picked.stream().map(one -> one.passage().id()).collect(Collectors.toSet());
        Optional<Contradiction> clash = Clash.find(evidence, quoted);
        if (clash.isPresent()) {
            return Composition.Declined.noAnswer(
                    "two articles disagree: " + clash.get().what());
        }
        return new Composition.Written(
                writer.quoting(record, picked),
                confidence,
                "quoted from " + quoted.size() + (quoted.size() == 1 ? " passage" : " passages"));
    }

    /** Judges replies of others by the same measure. */
    Fitness fitness() {
        return fitness;
    }

    private static String title(Passage passage) {
        String id = passage.source().id();
        return passage.heading().isBlank()
                ? id.substring(id.indexOf(':') + 1)
                : passage.heading().split(" › ", 2)[0];
    }

    /** "internal" and "never reviewed…" read well after "is"; a review date does, too. */
    private static String asState(String why) {
        return why.equals("internal") ? "internal, not for customers" : why;
    }
}
