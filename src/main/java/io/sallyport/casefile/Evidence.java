package io.sallyport.casefile;

import java.util.List;

/** What the Researcher gathered for one round, best first, and what in it disagrees. */
public record Evidence(String question, List<Passage> passages, List<Contradiction> contradictions) {

    /** Two passages that cannot both hold. */
    public record Contradiction(String firstPassage, String secondPassage, String what) {}

    public Evidence {
        passages = List.copyOf(passages);
        contradictions = List.copyOf(contradictions);
    }

    public List<Passage> citable() {
        return passages.stream().filter(Passage::isCitable).toList();
    }
}
