package io.sallyport.triage;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage.Urgency;
import io.sallyport.model.Embedder;
import io.sallyport.triage.GraveExamples.Example;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What the criteria may have missed for want of a word: messages like examples of grave ones. It can only raise a
 * priority. Each threshold lies where so small a share of the company's plain messages, unseen, would be taken for grave.
 */
final class SecondOpinion {

    static final String LIKE_DANGER = "like-danger-to-people";
    static final String LIKE_SECURITY = "like-security";
    static final String LIKE_P1 = "like-grave-examples";

    private static final double MISTAKEN_DANGER = 0.005;
    private static final double MISTAKEN_SECURITY = 0.01;
    private static final double MISTAKEN_P1 = 0.03;

    private static final int FOLDS = 4;

    private final Embedder embedder;
    private final FutureTask<Judges> learning;

    private record Judge(Likeness likeness, double threshold) {
        boolean isLike(float[] vector) {
            return likeness.of(vector) > threshold;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, and stays in this class
    private record Judges(float[] centre, Judge danger, Judge security, Judge grave) {

        Optional<Urgency> on(float[] vector) {
            if (danger.isLike(vector)) {
                return Optional.of(new Urgency(Priority.P1, LIKE_DANGER, List.of()));
            }
            boolean isSecurity = security.isLike(vector);
            if (grave.isLike(vector)) {
                return Optional.of(new Urgency(Priority.P1, isSecurity ? LIKE_SECURITY : LIKE_P1, List.of()));
            }
            return isSecurity ? Optional.of(new Urgency(Priority.P2, LIKE_SECURITY, List.of())) : Optional.empty();
        }
    }

    private SecondOpinion(Embedder embedder, List<Example> examples) {
        this.embedder = embedder;
        this.learning = new FutureTask<>(() -> learn(embedder, examples));
    }

    /** Learns on a thread of its own; the first message that needs the opinion waits for it. */
    static SecondOpinion soon(Embedder embedder, List<Example> examples) {
        var opinion = new SecondOpinion(embedder, examples);
        Thread.ofPlatform().name("second-opinion").daemon().start(opinion.learning);
        return opinion;
    }

    /** @return the first opinion, or a graver one */
    Urgency on(String text, Urgency first) {
        if (first.priority() == Priority.P1) {
            return first;
        }
        Judges judges = judges();
        return judges.on(centred(embedder.embed(text), judges.centre()))
                .filter(other -> other.priority() == Priority.P1 || first.priority() != Priority.P2)
                .orElse(first);
    }

    private Judges judges() {
        try {
            return learning.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the second opinion could not be learned", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the second opinion", stopped);
        }
    }

    private static Judges learn(Embedder embedder, List<Example> examples) {
        List<float[]> vectors =
                embedder.embedAll(examples.stream().map(Example::text).toList());
        float[] centre = centre(vectors);
        List<float[]> centred =
                vectors.stream().map(vector -> centred(vector, centre)).toList();
        return new Judges(
                centre,
                judge(examples, centred, Example::isDanger, MISTAKEN_DANGER),
                judge(examples, centred, Example::isSecurity, MISTAKEN_SECURITY),
                judge(examples, centred, Example::isP1, MISTAKEN_P1));
    }

    private static Judge judge(
            List<Example> examples, List<float[]> vectors, Predicate<Example> claim, double mistaken) {
        var scores = new double[examples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int now = fold;
            Likeness unseen = fit(examples, vectors, claim, at -> at % FOLDS != now);
            for (int at = now; at < scores.length; at += FOLDS) {
                scores[at] = unseen.of(vectors.get(at));
            }
        }
        double[] plain = IntStream.range(0, scores.length)
                .filter(at -> examples.get(at).isPlain())
                .mapToDouble(at -> scores[at])
                .sorted()
                .toArray();
        double threshold = plain.length == 0 ? 0 : plain[(int) Math.floor((1 - mistaken) * (plain.length - 1))];
        return new Judge(fit(examples, vectors, claim, _ -> true), threshold);
    }

    private static Likeness fit(
            List<Example> examples, List<float[]> vectors, Predicate<Example> claim, IntPredicate isTaken) {
        int[] taken = IntStream.range(0, examples.size()).filter(isTaken).toArray();
        var answers = new boolean[taken.length];
        for (int i = 0; i < taken.length; i++) {
            answers[i] = claim.test(examples.get(taken[i]));
        }
        return Likeness.fit(Arrays.stream(taken).mapToObj(vectors::get).toList(), answers);
    }

    private static float[] centre(List<float[]> vectors) {
        var centre = new float[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int i = 0; i < centre.length; i++) {
                centre[i] += vector[i] / vectors.size();
            }
        }
        return centre;
    }

    private static float[] centred(float[] vector, float[] centre) {
        var row = vector.clone();
        for (int i = 0; i < row.length; i++) {
            row[i] -= centre[i];
        }
        return row;
    }
}
