package io.sallyport.triage;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage.Urgency;
import io.sallyport.model.Embedder;
import io.sallyport.model.classify.Likeness;
import io.sallyport.model.classify.Studied;
import io.sallyport.text.phrases.PlainWords;
import io.sallyport.triage.GraveExamples.Example;
import io.sallyport.triage.Taught.Kind;
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

    /** Plain messages that the shipped network is tried on, some milliseconds each. */
    private static final int ASKED = 200;

    private final Embedder embedder;
    private final Criteria criteria;
    private final FutureTask<Judges> learning;

    /** A message, read once for all that is asked about it here. */
    record Read(String text, Studied studied) {

        Read withoutSigns() {
            return new Read(text, studied.withoutSigns());
        }
    }

    /** Two who need not agree: what the company's examples say, and the shipped network where it is to be heard. */
    private record Judge(Likeness likeness, Optional<Predicate<String>> taught) {

        boolean isLike(Read message) {
            return likeness.isLike(message.studied())
                    || taught.filter(judge -> judge.test(message.text())).isPresent();
        }
    }

    private record Judges(Judge danger, Judge security, Judge grave, Judge elsewhere) {

        Optional<Urgency> on(Read text) {
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

    private SecondOpinion(Embedder embedder, Taught taught, Criteria criteria, List<Example> examples) {
        this.embedder = embedder;
        this.criteria = criteria;
        this.learning = new FutureTask<>(() -> learn(embedder, taught, criteria, examples));
    }

    /** Learns beside; the first message that needs the opinion waits for it. */
    static SecondOpinion soon(Embedder embedder, Taught taught, Criteria criteria, List<Example> examples) {
        var opinion = new SecondOpinion(embedder, taught, criteria, examples);
        LearningThread.take(opinion.learning);
        return opinion;
    }

    Read read(String text, PlainWords words) {
        return new Read(text, Studied.of(embedder, text, criteria.signsIn(words)));
    }

    /** Whether it has nothing to do with what this desk serves. */
    boolean isElsewhere(Read text) {
        return judges().elsewhere().isLike(text.withoutSigns());
    }

    /** @return the first opinion, or a graver one */
    Urgency on(Read text, Urgency first) {
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

    private static Judges learn(Embedder embedder, Taught taught, Criteria criteria, List<Example> examples) {
        var texts = Studied.all(
                embedder, examples.stream().map(Example::text).toList(), text -> criteria.signsIn(PlainWords.of(text)));
        var unmarked = texts.stream().map(Studied::withoutSigns).toList();
        var plain = examples.stream()
                .filter(Example::isPlain)
                .map(Example::text)
                .limit(ASKED)
                .toList();
        return new Judges(
                judge(likeness(texts, examples, Example::isDanger, MISTAKEN_DANGER), taught, Kind.DANGER, plain),
                judge(likeness(texts, examples, Example::isSecurity, MISTAKEN_SECURITY), taught, Kind.SECURITY, plain),
                judge(likeness(texts, examples, Example::isP1, MISTAKEN_P1), taught, Kind.P1, plain),
                judge(
                        likeness(unmarked, examples, Example::isElsewhere, MISTAKEN_ELSEWHERE),
                        taught,
                        Kind.ELSEWHERE,
                        plain));
    }

    private static Judge judge(Likeness likeness, Taught taught, Kind kind, List<String> plain) {
        return new Judge(
                likeness,
                taught.isToBeHeard(kind, plain) ? Optional.of(text -> taught.is(kind, text)) : Optional.empty());
    }

    private static Likeness likeness(
            List<Studied> texts, List<Example> examples, Predicate<Example> isKind, double mistaken) {
        return Likeness.learn(
                texts,
                at -> isKind.test(examples.get(at)),
                at -> examples.get(at).isPlain(),
                mistaken);
    }
}
