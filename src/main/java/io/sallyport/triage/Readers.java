package io.sallyport.triage;

import io.sallyport.model.Embedder;
import io.sallyport.model.classify.Likeness;
import io.sallyport.model.classify.Studied;
import io.sallyport.text.phrases.PlainWords;
import io.sallyport.triage.GraveExamples.Example;
import io.sallyport.triage.KeptLessons.Lesson;
import io.sallyport.triage.Taught.Kind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * For each kind of message that a person must see, two who need not agree: what examples say, and the shipped network where it
 * is to be heard. Each threshold lies where so small a share of plain messages, unseen, would be taken for the kind.
 */
record Readers(Map<Kind, Reader> byKind) {

    /** Plain messages that the shipped network is tried on, some milliseconds each. */
    private static final int TRIED = 200;

    /** Kinds that there are examples of, for the others the network speaks alone. */
    private static final Map<Kind, Told> TOLD_BY_EXAMPLES = Map.of(
            Kind.DANGER, new Told(Example::isDanger, 0.005, 0.002),
            Kind.SECURITY, new Told(Example::isSecurity, 0.02, 0.005),
            // Likeness to few examples of strangers' matters takes every rare question of our own for one: never
            // beside.
            Kind.ELSEWHERE, new Told(Example::isElsewhere, 0.02, 0),
            Kind.P1, new Told(Example::isP1, 0.06, 0.03));

    /**
     * @param alone share of the company's plain messages that the examples may mistake
     * @param beside the same where the network is heard, too
     */
    private record Told(Predicate<Example> by, double alone, double beside) {}

    /**
     * A message, read once for all that is asked about it.
     *
     * @param language ISO 639-1
     * @param isShutOut whether the customer says that they cannot get into their account
     */
    record Read(String text, Studied studied, String language, boolean isShutOut) {

        /** All examples are English, and nearly all that the network was taught. */
        boolean isEnglish() {
            return language.equals("en");
        }

        /** The signs are of gravity; what does not belong has none. */
        private Studied studiedFor(Kind kind) {
            return kind == Kind.ELSEWHERE ? studied.withoutSigns() : studied;
        }
    }

    /** @param doubter the network where it is heard and trusted to know what is not of the kind */
    record Reader(Optional<Likeness> examples, Optional<Taught> network, Optional<Taught> doubter) {
        void write(DataOutputStream out) throws IOException {
            out.writeBoolean(network.isPresent());
            out.writeBoolean(doubter.isPresent());
            out.writeBoolean(examples.isPresent());
            if (examples.isPresent()) {
                examples.get().write(out);
            }
        }

        static Reader read(DataInputStream in, Taught taught) throws IOException {
            Optional<Taught> network = in.readBoolean() ? Optional.of(taught) : Optional.empty();
            Optional<Taught> doubter = in.readBoolean() ? Optional.of(taught) : Optional.empty();
            return new Reader(
                    in.readBoolean() ? Optional.of(Likeness.read(in)) : Optional.empty(), network, doubter);
        }
    }

    /** Whether the network, where it is trusted, takes it for anything but that; of other languages it knows too little. */
    boolean doubt(Kind kind, Read message) {
        return message.isEnglish()
                && Objects.requireNonNull(byKind.get(kind))
                        .doubter()
                        .filter(taught -> taught.isNothingLike(kind, message.text()))
                        .isPresent();
    }

    boolean see(Kind kind, Read message) {
        var reader = Objects.requireNonNull(byKind.get(kind));
        return reader.network()
                        .filter(taught -> message.isEnglish()
                                ? taught.is(kind, message.text())
                                : taught.isSurely(kind, message.text()))
                        .isPresent()
                || isLikeExamples(reader, kind, message);
    }

    /** Examples are heard beside the network only where it, too, has a suspicion. */
    private static boolean isLikeExamples(Reader reader, Kind kind, Read message) {
        return reader.network()
                        .filter(taught -> !message.isEnglish() || !taught.isSuspect(kind, message.text()))
                        .isEmpty()
                && reader.examples()
                        .filter(like -> like.isLike(message.studiedFor(kind)))
                        .isPresent();
    }

    /** Whether the network finds it likelier by far than it need be; without it, what examples say. */
    boolean seeSurely(Kind kind, Read message) {
        var reader = Objects.requireNonNull(byKind.get(kind));
        return reader.network()
                .map(taught -> taught.isSurely(kind, message.text()))
                .orElseGet(() -> isLikeExamples(reader, kind, message));
    }

    static Lesson<Readers> lesson(Embedder embedder, Taught taught, Criteria criteria, List<Example> examples) {
        return new Lesson<>(
                "readers",
                List.of(
                        examples.toString(),
                        Arrays.toString(embedder.embed(KeptLessons.PROBE)),
                        taught.reading(KeptLessons.PROBE)),
                () -> learn(embedder, taught, criteria, examples),
                Readers::write,
                in -> read(in, taught));
    }

    private void write(DataOutputStream out) throws IOException {
        for (Kind kind : Kind.values()) {
            Objects.requireNonNull(byKind.get(kind)).write(out);
        }
    }

    private static Readers read(DataInputStream in, Taught taught) throws IOException {
        var byKind = new EnumMap<Kind, Reader>(Kind.class);
        for (Kind kind : Kind.values()) {
            byKind.put(kind, Reader.read(in, taught));
        }
        return new Readers(byKind);
    }

    static Readers learn(Embedder embedder, Taught taught, Criteria criteria, List<Example> examples) {
        var texts = Studied.all(
                embedder, examples.stream().map(Example::text).toList(), text -> criteria.signsIn(PlainWords.of(text)));
        var plain = examples.stream()
                .filter(example -> example.isPlain() && example.isOwn())
                .map(Example::text)
                .limit(TRIED)
                .toList();
        return new Readers(Arrays.stream(Kind.values()).collect(Collectors.toMap(kind -> kind, kind -> {
            boolean isHeard = taught.isToBeHeard(kind, plain);
            return new Reader(
                    Optional.ofNullable(TOLD_BY_EXAMPLES.get(kind))
                            .filter(_ -> !isHeard || kind != Kind.ELSEWHERE)
                            .map(told -> likeness(kind, told, isHeard, texts, examples)),
                    Optional.of(taught).filter(_ -> isHeard),
                    Optional.of(taught).filter(_ -> isHeard && taught.isToBeTrustedIn(kind, own(kind, examples))));
        })));
    }

    /** The company's own messages of a kind that examples are labelled with. */
    private static List<String> own(Kind kind, List<Example> examples) {
        return Optional.ofNullable(TOLD_BY_EXAMPLES.get(kind)).stream()
                .flatMap(told -> examples.stream().filter(Example::isOwn).filter(told.by()))
                .limit(TRIED)
                .map(Example::text)
                .toList();
    }

    private static Likeness likeness(
            Kind kind, Told told, boolean isHeard, List<Studied> texts, List<Example> examples) {
        return Likeness.learn(
                kind == Kind.ELSEWHERE
                        ? texts.stream().map(Studied::withoutSigns).toList()
                        : texts,
                at -> told.by().test(examples.get(at)),
                at -> examples.get(at).isPlain(),
                isHeard ? told.beside() : told.alone());
    }
}
