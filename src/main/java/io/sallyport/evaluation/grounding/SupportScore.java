package io.sallyport.evaluation.grounding;

import io.sallyport.gate.claim.ClaimCheck;
import io.sallyport.text.Markers;
import io.sallyport.text.Markers.Marker;
import io.sallyport.text.Names;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Values;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well evidence carries a free text, for ranking only. Shared words alone rank a summary no better than chance, as
 * true rewordings lose as many as false ones; what counts is what speaks against it: names and figures that the evidence
 * does not have, denials that it does not make, and opposites of its words. Each weighs the same.
 */
final class SupportScore {

    private static final Set<Marker> DENIALS =
            EnumSet.of(Marker.NOT, Marker.NEVER, Marker.NONE, Marker.NO_LONGER, Marker.WITHOUT);

    /** Breaks draws between texts that nothing speaks against. */
    private static final double MISSING_WORDS = 0.1;

    /** A fact is often told in two sentences. */
    private static final int WINDOW = 2;

    private final List<String> sentences;
    private final Set<String> words;
    private final Set<String> stems;
    private final Set<String> values;

    private SupportScore(List<String> evidence) {
        this.sentences = evidence.stream()
                .flatMap(one -> SentenceSplitter.split(one).stream())
                .toList();
        String all = String.join("\n", evidence);
        this.words = new HashSet<>(Words.of(all));
        this.stems = new HashSet<>(words.stream().map(Words::stem).toList());
        this.values = Values.normalsIn(all);
    }

    /** 0 to 1; one half and more only when every sentence is supported as the gate understands it. */
    static double of(GroundedText text) {
        var score = new SupportScore(text.evidence());
        List<String> claims = SentenceSplitter.split(text.text());
        if (claims.isEmpty()) {
            return 0;
        }
        boolean supported = claims.stream()
                .allMatch(claim -> ClaimCheck.judge(claim, score.sentences).isSupported());
        double against = claims.stream().mapToDouble(score::against).sum()
                + MISSING_WORDS
                        * claims.stream().mapToDouble(score::missing).average().orElse(1);
        return (supported ? 1 : 0.49) / (1 + (supported ? 0 : against));
    }

    private double against(String claim) {
        String nearest = nearest(claim);
        var near = new HashSet<>(Words.of(nearest));
        long names = Names.wordsIn(claim).stream()
                .filter(word -> !stems.contains(Words.stem(word)))
                .count();
        long figures = Values.normalsIn(claim).stream()
                .filter(value -> !values.contains(value))
                .count();
        long denials = denies(claim) && !denies(nearest) ? 1 : 0;
        long opposites = Words.of(claim).stream()
                .filter(word -> !stems.contains(Words.stem(word)) && hasOpposite(word, words))
                .count();
        long oppositesNearby = Words.of(claim).stream()
                .filter(word -> !near.contains(word) && hasOpposite(word, near))
                .count();
        return names + figures + denials + opposites + oppositesNearby;
    }

    private static boolean hasOpposite(String word, Set<String> among) {
        return among.stream().anyMatch(other -> Markers.areOpposites(word, other));
    }

    private static boolean denies(String text) {
        return Markers.kindsIn(text).stream().anyMatch(DENIALS::contains);
    }

    private double missing(String claim) {
        List<String> content = Words.content(claim);
        return content.stream()
                .mapToInt(word -> stems.contains(word) ? 0 : 1)
                .average()
                .orElse(1);
    }

    /** The neighbouring sentences that share most of the claim's words. */
    private String nearest(String claim) {
        var content = new HashSet<>(Words.content(claim));
        var windows = new ArrayList<String>();
        for (int from = 0; from < sentences.size(); from++) {
            windows.add(String.join(" ", sentences.subList(from, Math.min(from + WINDOW, sentences.size()))));
        }
        return windows.stream()
                .max(Comparator.comparingLong(window -> Words.content(window).stream()
                        .distinct()
                        .filter(content::contains)
                        .count()))
                .orElse("");
    }
}
