package io.sallyport.gate.judge;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Opinion;
import io.sallyport.casefile.Opinion.Finding;
import io.sallyport.casefile.Verdict;
import io.sallyport.casefile.Verdict.Flag;
import io.sallyport.model.language.Material;
import io.sallyport.model.language.Prompt;
import io.sallyport.model.language.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks one thing about a reply as a whole: its tone, or what nobody but a model can read. Only a clear yes passes. */
public final class ReplyJudge {

    private static final Shape<Ruling> SHAPE = Shape.of(Ruling.class);
    private static final int LONGEST_ANSWER = 400;

    enum Fit {
        FITS,
        DOES_NOT_FIT,
        CANNOT_TELL
    }

    record AtFault(
            @JsonPropertyDescription("the sentence's number")
            int sentence,

            @JsonPropertyDescription("what is wrong with it, in at most twenty words")
            String because) {}

    record Ruling(
            Fit answer,

            @JsonPropertyDescription("the sentences at fault, none when it fits")
            List<AtFault> sentences,

            @JsonPropertyDescription("the reason for the answer, in at most twenty words")
            String because) {}

    private final Verifier verifier;
    private final Prompt prompt;

    /** @param agent whose prompt asks it: {@code tone judge} */
    ReplyJudge(Verifier verifier, String agent) {
        this.verifier = verifier;
        this.prompt = Prompt.shipped("gate", agent);
    }

    /**
     * @param about what else it has to know, by what it is
     * @param sentences the reply as the customer will read it
     */
    public Verdict judge(String gate, CaseRecord record, Map<String, String> about, List<String> sentences) {
        return switch (verifier.hear(record, question(about, sentences))) {
            case Hearing.Missing(String why) -> Verdict.stop(gate, "the judge gave no usable answer: " + why);
            case Hearing.Given(Opinion opinion) -> verdict(gate, opinion);
        };
    }

    private static Verdict verdict(String gate, Opinion opinion) {
        var against = opinion.findings().stream()
                .filter(finding -> !finding.answer().equals(Words.label(Fit.FITS)))
                .toList();
        if (against.isEmpty()) {
            return new Verdict.Pass(gate, List.of("the judge finds nothing against it"), List.of(opinion));
        }
        var flags = against.stream()
                .filter(finding -> !finding.sentence().isEmpty())
                .map(finding -> new Flag(finding.sentence(), "the judge: " + finding.why()))
                .toList();
        var first = against.getFirst();
        return new Verdict.Stop(
                gate, "the judge says '" + first.answer() + "': " + first.why(), flags, List.of(opinion));
    }

    private Question<Ruling> question(Map<String, String> about, List<String> sentences) {
        var material = new Material();
        about.forEach(material::add);
        for (int at = 0; at < sentences.size(); at++) {
            material.add("sentence", Integer.toString(at + 1), sentences.get(at));
        }
        return new Question<>(prompt, SHAPE, material.text(), LONGEST_ANSWER, answer -> findings(sentences, answer));
    }

    /** None when the answer names a sentence that is not there, or faults what it says fits. */
    private static Optional<List<Finding>> findings(List<String> sentences, Ruling ruling) {
        var faults = ruling.sentences();
        boolean isSound = switch (ruling.answer()) {
            case FITS, CANNOT_TELL -> faults.isEmpty();
            case DOES_NOT_FIT ->
                faults.stream().allMatch(fault -> fault.sentence() >= 1 && fault.sentence() <= sentences.size());
        };
        if (!isSound) {
            return Optional.empty();
        }
        var answer = Words.label(ruling.answer());
        var whole = new Finding("", "", answer, Words.brief(ruling.because()));
        var each = faults.stream()
                .map(fault ->
                        new Finding(sentences.get(fault.sentence() - 1), "", answer, Words.brief(fault.because())))
                .toList();
        return Optional.of(Stream.concat(Stream.of(whole), each.stream()).toList());
    }
}
