package io.sallyport.answer;

import io.sallyport.casefile.Citation;
import io.sallyport.casefile.Evidence;
import io.sallyport.casefile.Evidence.Contradiction;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Reply;
import io.sallyport.text.SentenceSplitter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out whether what a reply says is contradicted elsewhere in the evidence by something that could be quoted as well. */
final class Clash {

    private Clash() {}

    /** @param quoted ids of the passages that the reply rests on */
    static Optional<Contradiction> find(Evidence evidence, Set<String> quoted) {
        Set<String> citable = evidence.citable().stream().map(Passage::id).collect(Collectors.toSet());
        return evidence.contradictions().stream()
                .filter(one -> quoted.contains(one.firstPassage()) || quoted.contains(one.secondPassage()))
                .filter(one -> citable.contains(one.firstPassage()) && citable.contains(one.secondPassage()))
                .findFirst();
    }

    static Optional<Contradiction> find(Evidence evidence, Reply reply) {
        return find(
                evidence,
                evidence.passages().stream()
                        .filter(passage -> reply.citations().stream().anyMatch(citation -> isFrom(citation, passage)))
                        .map(Passage::id)
                        .collect(Collectors.toSet()));
    }

    private static boolean isFrom(Citation citation, Passage passage) {
        return citation.source().equals(passage.source())
                && SentenceSplitter.flat(passage.text()).contains(SentenceSplitter.flat(citation.quote()));
    }
}
