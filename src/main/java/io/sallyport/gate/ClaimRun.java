package io.sallyport.gate;

import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Verdict.Flag;
import io.sallyport.gate.Proofs.Proof;
import io.sallyport.gate.claim.LeadIns;
import io.sallyport.gate.judge.ClaimJudge.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The claims of one reply in their order. A sentence can be true where it stands in its source and false in another
 * place: "It is free." after another subject, an entry of a list of what is not covered without the line above it, a
 * promise without the "However, …" behind it.
 */
final class ClaimRun {

    private final LivingSources sources;
    private final Set<String> written;
    private final Map<SourceRef, SourceOutline> outlines = new HashMap<>();
    private final Set<String> said = new HashSet<>();
    private Optional<Proof.Proven> last = Optional.empty();
    private int lastList;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Taken> taken = new ArrayList<>();

    /** A claim, and the sentence of the source that takes something back of it. */
    private record Taken(String claim, String back) {}

    /** @param written the stems of what the customer wrote */
    ClaimRun(LivingSources sources, Set<String> written) {
        this.sources = sources;
        this.written = Set.copyOf(written);
    }

    /** Those taken in, in their order. */
    List<Claim> claims() {
        return claims;
    }

    /** Those that the source takes back in its next sentence, once all are taken in. */
    List<Flag> whyIncomplete() {
        return taken.stream()
                .filter(one -> !said.contains(one.back()))
                .map(one -> new Flag(
                        one.claim(), "the source goes on with '" + one.back() + "', which the reply leaves out"))
                .toList();
    }

    /** Takes in the next claim and says why it may not stand here, if so. */
    Optional<String> whyOutOfPlace(Statement statement, Proof.Proven proof) {
        return whyOutOfPlace(statement, proof, statement.text());
    }

    /** @param shown the claim as the customer will read it, which the statement may be a translation of */
    Optional<String> whyOutOfPlace(Statement statement, Proof.Proven proof, String shown) {
        Optional<String> why = whyNotHere(statement, proof).or(() -> whyNotWithout(proof));
        claims.add(claim(statement, proof));
        said.add(proof.sentence());
        last = Optional.of(proof);
        lastList = statement.list();
        outline(proof).findTakingBack(proof.sentence()).ifPresent(back -> taken.add(new Taken(shown, back)));
        return why;
    }

    private Optional<String> whyNotHere(Statement statement, Proof.Proven proof) {
        if (last.isEmpty()) {
            return new Pointer(outline(proof), written).whyNotMeant(statement.text(), proof.sentence());
        }
        // "If they are late, parcels …" may become "Parcels … if they are late", and the other way round.
        boolean isLeaning = LeadIns.leans(proof.sentence());
        boolean leans = isLeaning || LeadIns.leans(statement.text());
        Proof.Proven before = last.get();
        boolean sameSource = before.source().equals(proof.source());
        if (leans && !sameSource) {
            return Optional.of("it points back at a sentence of another source");
        }
        boolean follows = sameSource && outline(proof).follows(before.sentence(), proof.sentence());
        boolean goesOn = follows || (!isLeaning && isToldInTwo(proof) && !Topic.isOneOfSeveral(proof.sentence()));
        if (leans && !goesOn) {
            return Optional.of("it points back at another sentence than the one it follows in the source");
        }
        if (before.sentence().endsWith(":") && !follows) {
            return Optional.of("the sentence before leads in something else in the source");
        }
        boolean sameList = statement.list() > 0 && statement.list() == lastList;
        return sameSource && sameList && before.at() > proof.at()
                ? Optional.of("the steps stand in another order than in the source")
                : Optional.empty();
    }

    /** "The Pro plan costs $24. It includes 100 sensors." may be one sentence of the source. */
    private boolean isToldInTwo(Proof.Proven proof) {
        return last.filter(before -> before.source().equals(proof.source()))
                .filter(before -> before.sentence().equals(proof.sentence()))
                .isPresent();
    }

    /** Of whom "It" is said only the sentence before tells. */
    private Claim claim(Statement statement, Proof.Proven proof) {
        return isToldInTwo(proof) && LeadIns.leans(statement.text())
                ? new Claim(statement.text(), proof.sentence(), claims.getLast().inPlace())
                : new Claim(statement.text(), proof.sentence());
    }

    private Optional<String> whyNotWithout(Proof.Proven proof) {
        return outline(proof)
                .findRestriction(proof.sentence())
                .filter(line -> !said.contains(line))
                .map(line -> "it is an entry under '" + line + "', which the reply leaves out");
    }

    private SourceOutline outline(Proof.Proven proof) {
        return outlines.computeIfAbsent(
                proof.source(),
                source -> SourceOutline.of(sources.findText(source).orElse("")));
    }
}
