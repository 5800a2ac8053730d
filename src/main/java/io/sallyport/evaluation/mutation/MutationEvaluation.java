package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.Sentence;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.Verdict;
import io.sallyport.evaluation.grounding.GroundingJudge;
import io.sallyport.gate.SourceText;
import io.sallyport.gate.judge.Judges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Asks the Grounding gate about clean replies, about false ones made of them, and about ones that only say the same
 * in other words. A clean reply that is stopped makes no others, so that nothing is stopped for its sake.
 */
public final class MutationEvaluation {

    /** A reply of each kind for every clean one, at most so many of a kind, spread evenly. */
    private static final int MOST_OF_A_KIND = 1_000;

    /**
     * What the gate said of one reply.
     *
     * @param kind {@code clean} when nothing was changed
     * @param sentence the changed one as it was, and as it became
     */
    public record Outcome(
            String kind, boolean isTruthful, String before, String sentence, boolean isStopped, String why) {}

    private final Material material;
    private final Instant today;
    private final Judges judges;
    private final GroundingJudge judge;
    private final long seed;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<String, Integer> made = new LinkedHashMap<>();

    private MutationEvaluation(Material material, Instant today, long seed, Judges judges) {
        this.material = material;
        this.today = today;
        this.judges = judges;
        this.judge =
                new GroundingJudge(ref -> Optional.ofNullable(material.shelf().get(ref)), today, judges);
        this.seed = seed;
    }

    /** @param seed the same one makes the same replies */
    public static List<Outcome> run(Material material, Instant today, long seed) {
        return run(material, today, seed, Judges.NONE);
    }

    /** @param judges asked about what the rules let through and is no quote, as in service */
    public static List<Outcome> run(Material material, Instant today, long seed, Judges judges) {
        var evaluation = new MutationEvaluation(material, today, seed, judges);
        var replies = new ArrayList<>(material.replies());
        Collections.shuffle(replies, new Random(seed));
        replies.forEach(evaluation::judge);
        return List.copyOf(evaluation.outcomes);
    }

    private void judge(List<Sentence> clean) {
        var verdict = judge.judge(clean);
        add("clean", true, text(clean), text(clean), verdict);
        if (!verdict.isPass()) {
            return;
        }
        var random = new Random(seed ^ text(clean).hashCode());
        for (Change change : Change.OF_TEXT) {
            if (made.getOrDefault(change.label(), 0) < MOST_OF_A_KIND) {
                judgeChanged(clean, change, random);
            }
        }
        for (SourceChange change : SourceChange.all(today)) {
            if (made.getOrDefault(change.label(), 0) < MOST_OF_A_KIND) {
                judgeCited(clean, change, random);
            }
        }
    }

    private void judgeChanged(List<Sentence> clean, Change change, Random random) {
        var places = new ArrayList<Integer>();
        for (int at = 0; at < clean.size(); at++) {
            places.add(at);
        }
        Collections.shuffle(places, random);
        for (int at : places) {
            Sentence before = clean.get(at);
            SourceRef source = before.citations().getFirst().source();
            Optional<String> changed = change.change()
                    .apply(before.text(), source, material.corpus(), random)
                    .filter(text -> !text.equals(before.text()))
                    .filter(text -> change.isTruthful() || !isSaid(source, text));
            if (changed.isPresent()) {
                var reply = new ArrayList<>(clean);
                reply.set(at, new Sentence(changed.get(), before.layout(), before.citations()));
                add(change.label(), change.isTruthful(), before.text(), changed.get(), judge.judge(reply));
                return;
            }
        }
    }

    private boolean isSaid(SourceRef source, String text) {
        return material.corpus().source(source).sentences().contains(text);
    }

    private void judgeCited(List<Sentence> clean, SourceChange change, Random random) {
        int at = random.nextInt(clean.size());
        Sentence before = clean.get(at);
        SourceRef cited = before.citations().getFirst().source();
        Map<SourceRef, SourceText> shelf = new LinkedHashMap<>(material.shelf());
        shelf.computeIfPresent(cited, (_, text) -> change.source().apply(text));
        var reply = new ArrayList<>(clean);
        reply.set(at, change.cited(before));
        var verdict = new GroundingJudge(ref -> Optional.ofNullable(shelf.get(ref)), today, judges).judge(reply);
        add(change.label(), false, before.text(), before.text(), verdict);
    }

    private void add(String kind, boolean isTruthful, String before, String after, Verdict verdict) {
        made.merge(kind, 1, Integer::sum);
        outcomes.add(new Outcome(kind, isTruthful, before, after, !verdict.isPass(), why(verdict)));
    }

    private static String why(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass _ -> "";
            case Verdict.Stop stop ->
                stop.flagged().isEmpty()
                        ? stop.reason()
                        : stop.flagged().getFirst().why();
        };
    }

    private static String text(List<Sentence> sentences) {
        return String.join(" ", sentences.stream().map(Sentence::text).toList());
    }
}
