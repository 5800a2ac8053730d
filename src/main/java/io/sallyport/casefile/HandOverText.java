package io.sallyport.casefile;

import io.sallyport.casefile.Sentence.Layout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a case says for certain of its hand-over to people: what was done already, who has it and by when they answer. In the
 * customer's language where it has reviewed words, else in English; receipts are written in English and quoted there alone. It is both the only source that a bridge reply may cite and the reviewed
 * reply itself, filled from the record and from nothing else.
 */
public final class HandOverText {

    /** Of the source's id: {@code case:SP-0123456789}. */
    private static final String KIND = "case:";

    private static final int MOST_QUESTIONS = 2;

    private final CaseRecord record;
    private final HandOverWords words;
    private final String queue;
    private final Expectation expectation;

    private HandOverText(CaseRecord record, HandOverWords words, String queue, Expectation expectation) {
        this.record = record;
        this.words = words;
        this.queue = queue;
        this.expectation = expectation;
    }

    /** Empty while people do not have the case, or nobody knows by when they answer. */
    public static Optional<HandOverText> of(CaseRecord record) {
        return record.standing() instanceof Standing.WithPeople people
                ? record.bridge()
                        .findExpectation()
                        .map(expectation -> new HandOverText(
                                record, HandOverWords.in(languageFor(record)), people.queue(), expectation))
                : Optional.empty();
    }

    /** The language that this customer is told in. */
    public static String languageFor(CaseRecord record) {
        String theirs = record.findings().screening().map(Screening::language).orElse(HandOverWords.ENGLISH);
        return HandOverWords.LANGUAGES.contains(theirs) ? theirs : HandOverWords.ENGLISH;
    }

    /** Whether this names what a case says of its hand-over, of this case or another. */
    public static boolean isNamedBy(SourceRef source) {
        return source.id().startsWith(KIND);
    }

    /** What gets a part of a packet from a customer, in English. */
    public static String question(PacketPart part) {
        return HandOverWords.in(HandOverWords.ENGLISH).question(part);
    }

    /** Somebody may be in danger: then nothing but the reviewed words for that may be said. */
    public static boolean isAboutSafety(CaseRecord record) {
        Stream<Trigger> routed = record.findings().route().map(Route::triggers).orElse(List.of()).stream();
        Stream<Trigger> handed =
                record.standing() instanceof Standing.WithPeople people ? people.triggers().stream() : Stream.empty();
        return Stream.concat(routed, handed).anyMatch(trigger -> trigger.kind() == Trigger.Kind.SAFETY);
    }

    public String language() {
        return words.language();
    }

    public Expectation expectation() {
        return expectation;
    }

    /** A later estimate is another revision: what cites an earlier one cites what no longer holds. */
    public SourceRef source() {
        return new SourceRef(
                KIND + record.id().value(), Math.max(1, record.bridge().attempt()));
    }

    /** Who has the case. */
    public String team() {
        return words.with(matter(), queue);
    }

    /** By when they answer. */
    public String time() {
        return words.hear(expectation);
    }

    /** Everything that may be cited. */
    public String facts() {
        return isStillWaiting() ? still() + "\n" + team() + "\n" + time() : team() + "\n" + time();
    }

    /** Nobody has an answer, and they were told before who has their case. */
    private boolean isStillWaiting() {
        return record.bridge().findRound().stream()
                .anyMatch(round -> round.occasion() == BridgeWork.Occasion.STILL_WAITING);
    }

    private String still() {
        return words.line("still");
    }

    /** The reviewed reply. */
    public Reply reply() {
        var sentences = new ArrayList<Sentence>();
        if (isAboutSafety(record)) {
            words.safety().forEach(line -> sentences.add(Sentence.plain(line, Layout.PARAGRAPH)));
            sentences.add(fact(time(), Layout.PARAGRAPH));
        } else {
            sentences.add(Sentence.plain(words.line("hello"), Layout.PARAGRAPH));
            if (!isStillWaiting()) {
                sentences.add(Sentence.plain(words.line("thanks"), Layout.PARAGRAPH));
            }
            if (isUpset(record)) {
                sentences.add(Sentence.plain(words.line("sorry"), isStillWaiting() ? Layout.PARAGRAPH : Layout.RUN_ON));
            }
            sentences.addAll(done());
            if (isStillWaiting()) {
                sentences.add(fact(still(), Layout.PARAGRAPH));
            }
            sentences.add(fact(team(), isStillWaiting() ? Layout.RUN_ON : Layout.PARAGRAPH));
            sentences.add(fact(time(), Layout.RUN_ON));
            sentences.addAll(questions());
            sentences.add(Sentence.plain(words.line("add"), Layout.PARAGRAPH));
        }
        sentences.add(Sentence.plain(words.line("automated"), Layout.PARAGRAPH));
        return new Reply(Reply.Kind.BRIDGE, record.ticket().customer(), subject(record), language(), sentences);
    }

    /**
     * What people cannot do without and the customer can say, with a line before it; nothing where nothing is missing, and in
     * what follows the first word on a hand-over. Who may be in danger is asked nothing.
     */
    public List<Sentence> questions() {
        boolean isFirst = record.bridge()
                .findRound()
                .filter(round -> round.occasion() == BridgeWork.Occasion.HAND_OVER)
                .isPresent();
        List<PacketPart> lacking = isFirst && !isAboutSafety(record) ? lacking() : List.of();
        List<Sentence> asked = lacking.stream()
                // Whoever tells the steps is asked in the same breath where they should lead.
                .filter(part -> part != PacketPart.EXPECTED || !lacking.contains(PacketPart.STEPS))
                .limit(MOST_QUESTIONS)
                .map(part -> Sentence.plain(words.question(part), Layout.RUN_ON))
                .toList();
        return asked.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(Sentence.plain(words.line("ask"), Layout.PARAGRAPH)), asked.stream())
                        .toList();
    }

    private List<PacketPart> lacking() {
        return record.handOver().packet().map(Packet::missing).orElse(List.of()).stream()
                .filter(part -> !part.question().isBlank())
                .flatMap(part -> PacketPart.find(part.part()).stream())
                .toList();
    }

    /** The parts of a packet that the customer has been asked for in this message of ours. */
    public static Set<PacketPart> askedIn(CaseRecord record, Message message) {
        var words = HandOverWords.in(languageFor(record));
        var asked = EnumSet.noneOf(PacketPart.class);
        if (message.author() == Message.Author.BRIDGE) {
            Arrays.stream(PacketPart.values())
                    .filter(part -> message.written().contains(words.question(part)))
                    .forEach(asked::add);
            if (asked.contains(PacketPart.STEPS)) {
                asked.add(PacketPart.EXPECTED);
            }
        }
        return asked;
    }

    /** A hand-over must not keep from the customer what the desk has changed. */
    private List<Sentence> done() {
        return words.language().equals(HandOverWords.ENGLISH)
                ? StandingReceipts.untold(record).stream()
                        .flatMap(receipt -> receipt.quoted().stream())
                        .toList()
                : List.of();
    }

    private Sentence fact(String fact, Layout layout) {
        return new Sentence(fact, layout, List.of(new Citation(source(), fact)));
    }

    /** Said only where triage is sure of it. */
    private String matter() {
        return record.findings()
                .triage()
                .filter(triage -> triage.classification().confidence() >= AnswerWork.Draft.LEAST_CONFIDENCE)
                .map(triage -> triage.category().label())
                .orElse("");
    }

    static boolean isUpset(CaseRecord record) {
        return record.findings()
                .triage()
                .map(Triage::mood)
                .filter(mood -> mood == Mood.ANGRY || mood == Mood.FRUSTRATED)
                .isPresent();
    }

    static String subject(CaseRecord record) {
        String subject = record.ticket().subject();
        return subject.isBlank() || subject.toLowerCase(Locale.ROOT).startsWith("re:") ? subject : "Re: " + subject;
    }
}
