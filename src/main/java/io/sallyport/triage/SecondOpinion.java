package io.sallyport.triage;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage.Urgency;
import io.sallyport.casefile.Trigger;
import io.sallyport.model.Embedder;
import io.sallyport.model.classify.Likeness;
import io.sallyport.model.classify.Studied;
import io.sallyport.text.phrases.PlainWords;
import io.sallyport.triage.GraveExamples.Example;
import io.sallyport.triage.Taught.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the criteria may have missed for want of a word: messages like examples of grave ones. It can only raise a
 * priority. Each threshold lies where so small a share of the company's plain messages, unseen, would be taken for grave.
 */
final class SecondOpinion {

    static final String LIKE_DANGER = "like-danger-to-people";
    static final String LIKE_SECURITY = "like-security";
    static final String LIKE_P1 = "like-grave-examples";

    /** Shares of the company's plain messages that its examples alone may mistake, and those beside the shipped network. */
    private static final Map<Kind, Mistaken> MISTAKEN = Map.of(
            Kind.DANGER, new Mistaken(0.005, 0.002),
            Kind.SECURITY, new Mistaken(0.02, 0.005),
            Kind.ELSEWHERE, new Mistaken(0.02, 0.005),
            Kind.P1, new Mistaken(0.06, 0.03));

    /** Kinds that only the shipped network tells by the whole of a message; rules find their words. */
    private static final Map<Kind, Trigger.Kind> TAUGHT_ONLY = Map.of(
            Kind.PERSON, Trigger.Kind.PERSON_ASKED,
            Kind.LEGAL, Trigger.Kind.LEGAL,
            Kind.RAGE, Trigger.Kind.SEVERE_FRUSTRATION,
            Kind.ATTEMPTS, Trigger.Kind.REPEATED_ATTEMPTS);

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
    private record Judge(Optional<Likeness> likeness, Optional<Predicate<String>> taught) {

        boolean isLike(Read message) {
            return likeness.filter(learned -> learned.isLike(message.studied())).isPresent()
                    || taught.filter(judge -> judge.test(message.text())).isPresent();
        }
    }

    private record Mistaken(double alone, double beside) {}

    private record Judges(Judge danger, Judge security, Judge grave, Judge elsewhere, Map<Kind, Judge> taughtOnly) {

        Optional<Urgency> on(Read message) {
            if (danger.isLike(message)) {
                return Optional.of(new Urgency(Priority.P1, LIKE_DANGER, List.of()));
            }
            boolean isSecurity = security.isLike(message);
            if (grave.isLike(message)) {
                return Optional.of(new Urgency(Priority.P1, isSecurity ? LIKE_SECURITY : LIKE_P1, List.of()));
            }
            return isSecurity ? Optional.of(new Urgency(Priority.P2, LIKE_SECURITY, List.of())) : Optional.empty();
        }

        List<Trigger.Kind> impressions(Read message) {
            var found = EnumSet.noneOf(Trigger.Kind.class);
            if (danger.isLike(message)) {
                found.add(Trigger.Kind.SAFETY);
            }
            if (security.isLike(message)) {
                found.add(Trigger.Kind.SECURITY);
            }
            taughtOnly.forEach((kind, judge) -> {
                if (judge.isLike(message)) {
                    found.add(Objects.requireNonNull(TAUGHT_ONLY.get(kind)));
                }
            });
            return List.copyOf(found);
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

    /** What the message as a whole, and perhaps no word of it, gives a reason to bring a person in for. */
    List<Trigger.Kind> impressions(Read message) {
        return judges().impressions(message);
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
                .filter(example -> example.isPlain() && example.isOwn())
                .map(Example::text)
                .limit(ASKED)
                .toList();
        var heard = Arrays.stream(Kind.values())
                .filter(kind -> taught.isToBeHeard(kind, plain))
                .collect(Collectors.toMap(kind -> kind, kind -> (Predicate<String>) text -> taught.is(kind, text)));
        var taughtOnly = TAUGHT_ONLY.keySet().stream()
                .collect(Collectors.toMap(
                        kind -> kind, kind -> new Judge(Optional.empty(), Optional.ofNullable(heard.get(kind)))));
        return new Judges(
                judge(texts, examples, Example::isDanger, Kind.DANGER, heard),
                judge(texts, examples, Example::isSecurity, Kind.SECURITY, heard),
                judge(texts, examples, Example::isP1, Kind.P1, heard),
                judge(unmarked, examples, Example::isElsewhere, Kind.ELSEWHERE, heard),
                taughtOnly);
    }

    private static Judge judge(
            List<Studied> texts,
            List<Example> examples,
            Predicate<Example> isKind,
            Kind kind,
            Map<Kind, Predicate<String>> heard) {
        var mistaken = Objects.requireNonNull(MISTAKEN.get(kind));
        var likeness = Likeness.learn(
                texts,
                at -> isKind.test(examples.get(at)),
                at -> examples.get(at).isPlain(),
                heard.containsKey(kind) ? mistaken.beside() : mistaken.alone());
        return new Judge(Optional.of(likeness), Optional.ofNullable(heard.get(kind)));
    }
}
