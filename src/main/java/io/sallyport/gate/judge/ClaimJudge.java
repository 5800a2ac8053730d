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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks whether the evidence of each claim says what the claim says. Only a clear yes for every one of them passes. */
public final class ClaimJudge {

    private static final Prompt PROMPT = Prompt.shipped("gate", "grounding judge");
    private static final Shape<Rulings> SHAPE = Shape.of(Rulings.class);

    /** More at once and models begin to skip some; replies rarely have as many. */
    private static final int CLAIMS_PER_CALL = 12;

    private static final int TOKENS_PER_CLAIM = 120;

    /**
     * A claim as the customer would read it.
     *
     * @param evidence the one sentence that the hard checks bound it to
     * @param before the sentence of the reply that it points back at and whose evidence is the same, or empty
     */
    public record Claim(String text, String evidence, String before) {

        public Claim(String text, String evidence) {
            this(text, evidence, "");
        }

        /** With what it points back at. */
        public String inPlace() {
            return before.isEmpty() ? text : before + " " + text;
        }
    }

    enum Support {
        SUPPORTED,
        NOT_SUPPORTED,
        CANNOT_TELL
    }

    record Ruling(
            @JsonPropertyDescription("the claim's number") int claim,

            Support answer,

            @JsonPropertyDescription("the reason, in at most twenty words")
            String because) {}

    record Rulings(
            @JsonPropertyDescription("one for each claim, in their order")
            List<Ruling> rulings) {}

    private final Verifier verifier;

    ClaimJudge(Verifier verifier) {
        this.verifier = verifier;
    }

    /** @param gate in whose name it is asked */
    public Verdict judge(String gate, CaseRecord record, List<Claim> claims) {
        var opinions = new ArrayList<Opinion>();
        for (int from = 0; from < claims.size(); from += CLAIMS_PER_CALL) {
            var some = claims.subList(from, Math.min(claims.size(), from + CLAIMS_PER_CALL));
            switch (verifier.hear(record, question(some))) {
                case Hearing.Given(Opinion opinion) -> opinions.add(opinion);
                case Hearing.Missing(String why) -> {
                    return new Verdict.Stop(gate, "the judge gave no usable answer: " + why, List.of(), opinions);
                }
            }
        }
        return verdict(gate, opinions);
    }

    private static Verdict verdict(String gate, List<Opinion> opinions) {
        var findings = opinions.stream()
                .flatMap(opinion -> opinion.findings().stream())
                .toList();
        var flags = findings.stream()
                .filter(finding -> !finding.answer().equals(Words.label(Support.SUPPORTED)))
                .map(finding ->
                        new Flag(finding.sentence(), "the judge says '" + finding.answer() + "': " + finding.why()))
                .toList();
        return flags.isEmpty()
                ? new Verdict.Pass(gate, List.of("the judge supports " + findings.size() + " claims"), opinions)
                : new Verdict.Stop(
                        gate,
                        flags.size() == 1
                                ? "the judge does not support a sentence"
                                : "the judge does not support " + flags.size() + " sentences",
                        flags,
                        opinions);
    }

    private static Question<Rulings> question(List<Claim> claims) {
        var material = new Material();
        for (int at = 0; at < claims.size(); at++) {
            material.add("claim", Integer.toString(at + 1), claims.get(at).inPlace());
            material.add("evidence", Integer.toString(at + 1), claims.get(at).evidence());
        }
        return new Question<>(
                PROMPT,
                SHAPE,
                material.text(),
                TOKENS_PER_CLAIM * (claims.size() + 1),
                answer -> findings(claims, answer.rulings()));
    }

    /** None when a claim is left out, named twice or made up. */
    private static Optional<List<Finding>> findings(List<Claim> claims, List<Ruling> rulings) {
        if (rulings.size() != claims.size()) {
            return Optional.empty();
        }
        var findings = new ArrayList<Finding>();
        for (int at = 0; at < claims.size(); at++) {
            var ruling = rulings.get(at);
            if (ruling.claim() != at + 1) {
                return Optional.empty();
            }
            var claim = claims.get(at);
            findings.add(new Finding(
                    claim.text(), claim.evidence(), Words.label(ruling.answer()), Words.brief(ruling.because())));
        }
        return Optional.of(findings);
    }
}
