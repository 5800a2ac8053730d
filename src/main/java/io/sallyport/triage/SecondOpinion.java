package io.sallyport.triage;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage.Urgency;
import io.sallyport.casefile.Trigger;
import io.sallyport.model.Embedder;
import io.sallyport.model.classify.Studied;
import io.sallyport.text.phrases.PlainWords;
import io.sallyport.triage.GraveExamples.Example;
import io.sallyport.triage.Readers.Read;
import io.sallyport.triage.Taught.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What the criteria may have missed for want of a word: what a message is like as a whole; and what its words alone would have it be, but it is not. */
final class SecondOpinion {

    static final String LIKE_DANGER = "like-danger-to-people";
    static final String LIKE_SECURITY = "like-security";
    static final String LIKE_P1 = "like-grave-examples";
    static final String LIKE_P2 = "like-urgent-examples";

    private static final Map<Kind, Trigger.Kind> IMPRESSIONS = Map.of(
            Kind.DANGER, Trigger.Kind.SAFETY,
            Kind.SECURITY, Trigger.Kind.SECURITY,
            Kind.PERSON, Trigger.Kind.PERSON_ASKED,
            Kind.LEGAL, Trigger.Kind.LEGAL,
            Kind.RAGE, Trigger.Kind.SEVERE_FRUSTRATION,
            Kind.ATTEMPTS, Trigger.Kind.REPEATED_ATTEMPTS,
            Kind.BEYOND, Trigger.Kind.ACTION_NEEDS_PERSON);

    private final Embedder embedder;
    private final Criteria criteria;
    private final FutureTask<Readers> learning;

    private SecondOpinion(Embedder embedder, Criteria criteria, Callable<Readers> learning) {
        this.embedder = embedder;
        this.criteria = criteria;
        this.learning = new FutureTask<>(learning);
    }

    /** Learns beside; the first message that needs the opinion waits for it. */
    static SecondOpinion soon(Embedder embedder, Taught taught, Criteria criteria, List<Example> examples) {
        return soon(embedder, criteria, () -> Readers.learn(embedder, taught, criteria, examples));
    }

    static SecondOpinion soon(Embedder embedder, Criteria criteria, Callable<Readers> learning) {
        var opinion = new SecondOpinion(embedder, criteria, learning);
        Lessons.take(opinion.learning);
        return opinion;
    }

    /** Kinds of which words may tell what the message as a whole is nothing like. Never doubted: danger, security, law, a person asked for. */
    private static final Map<Kind, Trigger.Kind> DOUBTABLE = Map.of(
            Kind.P1, Trigger.Kind.P1,
            Kind.ELSEWHERE, Trigger.Kind.OUT_OF_SCOPE,
            Kind.RAGE, Trigger.Kind.SEVERE_FRUSTRATION,
            Kind.ATTEMPTS, Trigger.Kind.REPEATED_ATTEMPTS,
            Kind.BEYOND, Trigger.Kind.ACTION_NEEDS_PERSON);

    /** Reads a message once for all that is asked about it here. */
    Read read(String text, PlainWords words, String language) {
        Set<String> signs = criteria.signsIn(words);
        return new Read(text, Studied.of(embedder, text, signs), language, signs.contains(Criteria.SHUT_OUT));
    }

    /** Whether it has nothing to do with what this desk serves. */
    boolean isElsewhere(Read message) {
        return readers().see(Kind.ELSEWHERE, message);
    }

    /** The same, by far. */
    boolean isSurelyElsewhere(Read message) {
        return readers().seeSurely(Kind.ELSEWHERE, message);
    }

    /** What the message as a whole, and perhaps no word of it, gives a reason to bring a person in for. */
    List<Trigger.Kind> impressions(Read message) {
        return IMPRESSIONS.entrySet().stream()
                .filter(impression -> readers().see(impression.getKey(), message))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /** What no word of the message is to be taken for. */
    List<Trigger.Kind> doubts(Read message) {
        return DOUBTABLE.entrySet().stream()
                .filter(doubtable -> readers().doubt(doubtable.getKey(), message))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    /** What its words say and the whole does not belie, or more where it is like something graver. */
    Urgency urgency(Read message, PlainWords words) {
        List<Urgency> met = criteria.met(words).toList();
        List<Urgency> belied =
                met.stream().filter(one -> isBelied(one, message)).toList();
        Urgency first =
                met.stream().filter(one -> !belied.contains(one)).findFirst().orElseThrow();
        return on(message, first)
                .settingAside(belied.stream()
                        .map(one -> new Trigger(Trigger.Kind.P1, one.told()))
                        .toList());
    }

    /** Words of a break-in are of security, too. */
    private boolean isBelied(Urgency met, Read message) {
        return met.priority() == Priority.P1
                && !met.because().equals(Criteria.DANGER)
                && readers().doubt(Kind.P1, message)
                && readers().doubt(Kind.SECURITY, message);
    }

    /** @return the first opinion, or a graver one */
    Urgency on(Read message, Urgency first) {
        if (first.priority() == Priority.P1) {
            return first;
        }
        return graver(message)
                .filter(other -> other.priority() == Priority.P1 || first.priority() != Priority.P2)
                .orElse(first);
    }

    private Optional<Urgency> graver(Read message) {
        if (readers().see(Kind.DANGER, message)) {
            return Optional.of(new Urgency(Priority.P1, LIKE_DANGER, List.of()));
        }
        boolean isSecurity = readers().see(Kind.SECURITY, message);
        if (isLikeP1(message)) {
            return Optional.of(new Urgency(Priority.P1, isSecurity ? LIKE_SECURITY : LIKE_P1, List.of()));
        }
        if (isSecurity || readers().see(Kind.URGENT, message)) {
            return Optional.of(new Urgency(Priority.P2, isSecurity ? LIKE_SECURITY : LIKE_P2, List.of()));
        }
        return Optional.empty();
    }

    /** Whoever is shut out sees nothing any more, which sounds like an outage: there a mere likeness is not enough. */
    private boolean isLikeP1(Read message) {
        return message.isShutOut()
                ? readers().seeSurely(Kind.P1, message)
                : readers().see(Kind.P1, message);
    }

    private Readers readers() {
        try {
            return learning.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the second opinion could not be learned", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the second opinion", stopped);
        }
    }
}
