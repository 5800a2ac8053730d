package io.sallyport.triage;

import io.sallyport.model.Embedder;
import io.sallyport.model.classify.Likeness;
import io.sallyport.model.classify.Studied;
import io.sallyport.text.phrases.PlainWords;
import io.sallyport.triage.GraveExamples.Example;
import io.sallyport.triage.Taught.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * For each kind of message that a person must see, who tells it: the shipped network where it is to be heard, what is like examples
 * elsewhere. Each threshold lies where so small a share of plain messages, unseen, would be taken for the kind.
 */
record Readers(Map<Kind, Reader> byKind) {

    /** Plain messages that the shipped network is tried on, some milliseconds each. */
    private static final int TRIED = 200;

    /** Kinds that there are examples of. */
    private static final Map<Kind, Told> TOLD_BY_EXAMPLES = Map.of(
            Kind.DANGER, new Told(Example::isDanger, 0.005),
            Kind.SECURITY, new Told(Example::isSecurity, 0.02),
            Kind.ELSEWHERE, new Told(Example::isElsewhere, 0.02),
            Kind.P1, new Told(Example::isP1, 0.06));

    /** @param mistaken share of the company's plain messages that may be taken for the kind */
    private record Told(Predicate<Example> by, double mistaken) {}

    /** A message, read once for all that is asked about it. */
    record Read(String text, Studied studied) {

        /** The signs are of gravity; what does not belong has none. */
        private Studied studiedFor(Kind kind) {
            return kind == Kind.ELSEWHERE ? studied.withoutSigns() : studied;
        }
    }

    /** One of the two, or neither. */
    record Reader(Optional<Likeness> examples, Optional<Taught> network) {}

    /** Whether the network, where it is to be heard, takes it for anything but that. */
    boolean doubt(Kind kind, Read message) {
        return Objects.requireNonNull(byKind.get(kind))
                .network()
                .filter(taught -> taught.isNothingLike(kind, message.text()))
                .isPresent();
    }

    boolean see(Kind kind, Read message) {
        var reader = Objects.requireNonNull(byKind.get(kind));
        return reader.network()
                .map(taught -> taught.is(kind, message.text()))
                .orElseGet(() -> reader.examples()
                        .filter(like -> like.isLike(message.studiedFor(kind)))
                        .isPresent());
    }

    static Readers learn(Embedder embedder, Taught taught, Criteria criteria, List<Example> examples) {
        var texts = Studied.all(
                embedder, examples.stream().map(Example::text).toList(), text -> criteria.signsIn(PlainWords.of(text)));
        var plain = examples.stream()
                .filter(example -> example.isPlain() && example.isOwn())
                .map(Example::text)
                .limit(TRIED)
                .toList();
        return new Readers(Arrays.stream(Kind.values())
                .collect(Collectors.toMap(
                        kind -> kind,
                        kind -> taught.isToBeHeard(kind, plain)
                                ? new Reader(Optional.empty(), Optional.of(taught))
                                : new Reader(
                                        Optional.ofNullable(TOLD_BY_EXAMPLES.get(kind))
                                                .map(told -> likeness(kind, told, texts, examples)),
                                        Optional.empty()))));
    }

    private static Likeness likeness(Kind kind, Told told, List<Studied> texts, List<Example> examples) {
        return Likeness.learn(
                kind == Kind.ELSEWHERE
                        ? texts.stream().map(Studied::withoutSigns).toList()
                        : texts,
                at -> told.by().test(examples.get(at)),
                at -> examples.get(at).isPlain(),
                told.mistaken());
    }
}
