package io.sallyport.escalation.packet;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Packet.Quote;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Trigger;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Words;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The customer's sentences that brought the case to people. */
public final class Quoted {

    private static final int KEPT = 6;

    /** How triggers and criteria join what set them off. */
    private static final Pattern JOINT = Pattern.compile(";\\s+|:\\s+|\"|“|”");

    private Quoted() {}

    /** Those with the words that set triggers off; else the first sentence of the latest message. */
    public static List<Quote> of(CaseRecord record) {
        List<Quote> found = causes(record)
                .flatMap(cause -> sentence(record, cause).stream())
                .distinct()
                .limit(KEPT)
                .toList();
        return found.isEmpty() ? latest(record).stream().toList() : found;
    }

    private static Stream<List<String>> causes(CaseRecord record) {
        Stream<Trigger> handed =
                record.standing() instanceof Standing.WithPeople people ? people.triggers().stream() : Stream.empty();
        Stream<Trigger> routed = record.findings().route().map(Route::triggers).orElse(List.of()).stream();
        Stream<String> urgent =
                record.findings().triage().map(Triage::urgency).map(Triage.Urgency::words).orElse(List.of()).stream();
        Stream<String> injected = record.findings().screening().map(Screening::injections).orElse(List.of()).stream()
                .map(Screening.InjectionMark::passage);
        Stream<String> because =
                Stream.concat(handed, routed).map(Trigger::because).flatMap(JOINT::splitAsStream);
        return Stream.of(because, urgent, injected)
                .flatMap(all -> all)
                .map(Words::of)
                .filter(words -> !words.isEmpty())
                .distinct();
    }

    /** The newest of their sentences that holds these words in a row. */
    private static Optional<Quote> sentence(CaseRecord record, List<String> cause) {
        return fromCustomer(record).reversed().stream()
                .flatMap(message -> SentenceSplitter.split(message.subjectAndText()).stream()
                        .filter(sentence -> Collections.indexOfSubList(Words.of(sentence), cause) >= 0)
                        .map(sentence -> new Quote(message.id(), sentence)))
                .findFirst();
    }

    private static Optional<Quote> latest(CaseRecord record) {
        return fromCustomer(record).reversed().stream()
                .findFirst()
                .flatMap(message ->
                        Line.of(message).stream().findFirst().map(line -> new Quote(message.id(), line.words())));
    }

    private static List<Message> fromCustomer(CaseRecord record) {
        return record.thread().stream().filter(Message::isFromCustomer).toList();
    }
}
