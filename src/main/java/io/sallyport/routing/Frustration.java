package io.sallyport.routing;

import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.PhraseHit;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells rage from annoyance: insults count double, harsh words, threats to leave or to go public and shouting once each. */
final class Frustration {

    private static final int SEVERE = 2;

    private final Phrasebook book = Phrasebook.load(Concerns.COMMON, "/routing/frustration.txt");

    /** @param raw the same words as written, for capitals */
    Optional<String> find(PlainWords words, String raw) {
        List<PhraseHit> hits = distinct(book.find(words));
        int weight = hits.stream()
                .mapToInt(hit -> hit.section().equals("insult") ? 2 : 1)
                .sum();
        var said = new ArrayList<>(hits.stream().map(PhraseHit::words).toList());
        if (Shouting.isIn(raw)) {
            weight++;
            said.add("in capitals");
        }
        return weight >= SEVERE && !hits.isEmpty()
                ? Optional.of(String.join("; ", said.stream().limit(5).toList()))
                : Optional.empty();
    }

    /** Of phrases that share words, the first. */
    private static List<PhraseHit> distinct(List<PhraseHit> hits) {
        var kept = new ArrayList<PhraseHit>();
        for (PhraseHit hit : hits) {
            if (kept.stream().noneMatch(other -> other.from() < hit.to() && hit.from() < other.to())) {
                kept.add(hit);
            }
        }
        return kept;
    }
}
