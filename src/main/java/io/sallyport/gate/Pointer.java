package io.sallyport.gate;

import io.sallyport.gate.claim.LeadIns;
import io.sallyport.text.Leaning;
import io.sallyport.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A reply that begins with "It includes …" lets the customer take it for what they asked about. It may not, where the
 * source says it of another thing of that kind: of the Pro plan, when the customer wrote of the Home plan.
 */
final class Pointer {

    private static final Pattern POINTS = Pattern.compile(
            "(?:its?|they|their|he|she|this|that|these|those|both|such)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String OPENING = "it points back at '";
    private static final String WRONG = "' in the source, and the customer wrote of another of that kind";

    private final SourceOutline outline;
    private final Set<String> written;

    /** @param written the stems of what the customer wrote */
    Pointer(SourceOutline outline, Set<String> written) {
        this.outline = outline;
        this.written = written;
    }

    /**
     * Why the claim may not open a reply, if so. Of places where its sentence stands in the source one has to fit.
     *
     * @param sentence of the source, which a translation may shorten to "It …"
     */
    Optional<String> whyNotMeant(String claim, String sentence) {
        if (!points(sentence)) {
            return points(claim) && !LeadIns.leans(sentence) && isOfAnother(claim, sentence)
                    ? Optional.of(OPENING + sentence + WRONG)
                    : Optional.empty();
        }
        List<String> leadUps = outline.leadUps(sentence);
        return !leadUps.isEmpty() && leadUps.stream().allMatch(leadUp -> isOfAnother(sentence, leadUp))
                ? Optional.of(OPENING + leadUps.getFirst() + WRONG)
                : Optional.empty();
    }

    private static boolean points(String sentence) {
        String said = LeadIns.strip(sentence);
        return POINTS.matcher(said).matches() && Leaning.leans(said);
    }

    private boolean isOfAnother(String sentence, String leadUp) {
        var near = new HashSet<>(Words.content(leadUp));
        near.addAll(Words.content(sentence));
        return Topic.of(leadUp)
                .filter(topic -> outline.sentences().stream()
                        .flatMap(one -> Topic.of(one).stream())
                        .filter(other -> !near.contains(other.words().getFirst()))
                        .anyMatch(other -> other.isMeantInsteadOf(topic, written)))
                .isPresent();
    }
}
