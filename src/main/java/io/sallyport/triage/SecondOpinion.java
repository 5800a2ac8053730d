package io.sallyport.triage;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage.Urgency;
import io.sallyport.model.Embedder;
import io.sallyport.model.classify.Likeness;
import io.sallyport.model.classify.Studied;
import io.sallyport.text.phrases.PlainWords;
import io.sallyport.triage.GraveExamples.Example;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;

/**
 * What the criteria may have missed for want of a word: messages like examples of grave ones. It can only raise a
 * priority. Each threshold lies where so small a share of the company's plain messages, unseen, would be taken for grave.
 */
final class SecondOpinion {

    static final String LIKE_DANGER = "like-danger-to-people";
    static final String LIKE_SECURITY = "like-security";
    static final String LIKE_P1 = "like-grave-examples";

    private static final double MISTAKEN_DANGER = 0.005;
    private static final double MISTAKEN_SECURITY = 0.02;
    private static final double MISTAKEN_ELSEWHERE = 0.02;
    private static final double MISTAKEN_P1 = 0.06;

    private final Embedder embedder;
    private final Criteria criteria;
    private final FutureTask<Judges> learning;

    private record Judges(Likeness danger, Likeness security, Likeness grave, Likeness elsewhere) {

        Optional<Urgency> on(Studied text) {
            if (danger.isLike(text)) {
                return Optional.of(new Urgency(Priority.P1, LIKE_DANGER, List.of()));
            }
            boolean isSecurity = security.isLike(text);
            if (grave.isLike(text)) {
                return Optional.of(new Urgency(Priority.P1, isSecurity ? LIKE_SECURITY : LIKE_P1, List.of()));
            }
            return isSecurity ? Optional.of(new Urgency(Priority.P2, LIKE_SECURITY, List.of())) : Optional.empty();
        }
    }

    private SecondOpinion(Embedder embedder, Criteria criteria, List<Example> examples) {
        this.embedder = embedder;
        this.criteria = criteria;
        this.learning = new FutureTask<>(() -> learn(embedder, criteria, examples));
    }

    /** Learns beside; the first message that needs the opinion waits for it. */
    static SecondOpinion soon(Embedder embedder, Criteria criteria, List<Example> examples) {
        var opinion = new SecondOpinion(embedder, criteria, examples);
        LearningThread.take(opinion.learning);
        return opinion;
    }

    /** Reads a message once for all that is asked about it here. */
    Studied study(String text, PlainWords words) {
        return Studied.of(embedder, text, criteria.signsIn(words));
    }

    /** Whether it has nothing to do with what this desk serves. */
    boolean isElsewhere(Studied text) {
        return judges().elsewhere().isLike(text.withoutSigns());
    }

    /** @return the first opinion, or a graver one */
    Urgency on(Studied text, Urgency first) {
        if (first.priority() == Priority.P1) {
            return first;
        }
        return judges().on(text)
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

    private static Judges learn(Embedder embedder, Criteria criteria, List<Example> examples) {
        var texts = Studied.all(
                embedder, examples.stream().map(Example::text).toList(), text -> criteria.signsIn(PlainWords.of(text)));
        return new Judges(
                judge(texts, examples, Example::isDanger, MISTAKEN_DANGER),
                judge(texts, examples, Example::isSecurity, MISTAKEN_SECURITY),
                judge(texts, examples, Example::isP1, MISTAKEN_P1),
                judge(
                        texts.stream().map(Studied::withoutSigns).toList(),
                        examples,
                        Example::isElsewhere,
                        MISTAKEN_ELSEWHERE));
    }

    private static Likeness judge(
            List<Studied> texts, List<Example> examples, Predicate<Example> isKind, double mistaken) {
        return Likeness.learn(
                texts,
                at -> isKind.test(examples.get(at)),
                at -> examples.get(at).isPlain(),
                mistaken);
    }
}
