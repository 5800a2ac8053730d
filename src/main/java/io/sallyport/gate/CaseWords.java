package io.sallyport.gate;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Receipt;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import io.sallyport.casefile.Verdict;
import io.sallyport.text.Names;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Value;
import io.sallyport.text.Values;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that a case says, to hold against what is said of it to colleagues. For one thread. */
final class CaseWords {

    private final CaseRecord record;
    private final List<String> known;
    private final Map<String, Set<String>> values = new HashMap<>();
    private @Nullable Set<String> words;

    private CaseWords(CaseRecord record, List<String> known) {
        this.record = record;
        this.known = known;
    }

    static CaseWords of(CaseRecord record) {
        return new CaseWords(record, known(record));
    }

    /** The same, and what else is known beside it. */
    CaseWords and(List<String> more) {
        return new CaseWords(
                record, Stream.concat(known.stream(), more.stream()).toList());
    }

    /** Whether the customer wrote this, word for word, in that message; in any of theirs where the id is empty. */
    boolean isCustomers(String messageId, String quote) {
        String flat = SentenceSplitter.flat(quote);
        return !flat.isEmpty()
                && record.thread().stream()
                        .filter(Message::isFromCustomer)
                        .filter(message -> messageId.isEmpty() || message.id().equals(messageId))
                        .anyMatch(message ->
                                SentenceSplitter.flat(message.subjectAndText()).contains(flat));
    }

    /** Whether the case says this word for word. */
    boolean says(String text) {
        String flat = SentenceSplitter.flat(text);
        return known.stream().anyMatch(one -> SentenceSplitter.flat(one).contains(flat));
    }

    /** A figure, date, amount, address or name in this text that the case does not hold. */
    Optional<String> findUnborne(String text) {
        // Whoever retells says "both" or "two" where the customer said "twice".
        return Values.in(text).stream()
                .filter(value -> written(value, text).codePoints().anyMatch(Character::isDigit)
                        || value.kind() == Value.Kind.EMAIL)
                .filter(value -> !holds(value))
                .map(value -> written(value, text))
                .findFirst()
                .or(() -> Names.in(text).stream()
                        .filter(name -> !isOpener(name, text))
                        .map(Names.Name::text)
                        .filter(name ->
                                Words.of(name).stream().anyMatch(word -> !Words.isStopWord(word) && !isWord(word)))
                        .findFirst());
    }

    /** Any word is written large that opens a sentence. */
    private static boolean isOpener(Names.Name name, String text) {
        boolean isPlain = name.text().chars().skip(1).allMatch(Character::isLowerCase);
        return isPlain
                && SentenceSplitter.spans(text).stream()
                        .anyMatch(sentence -> sentence.start() == name.span().start());
    }

    /** Text by text until it is found: reading every value of a long case takes milliseconds, and most stand in one of the first texts. */
    boolean holds(Value value) {
        String normal = value.toString();
        return known.stream()
                .anyMatch(
                        text -> values.computeIfAbsent(text, Values::normalsIn).contains(normal));
    }

    private boolean isWord(String word) {
        return words().contains(word) || words().contains(word.replaceAll("'s?$", ""));
    }

    private Set<String> words() {
        if (words == null) {
            words = known.stream().flatMap(text -> Words.of(text).stream()).collect(Collectors.toUnmodifiableSet());
        }
        return words;
    }

    private static String written(Value value, String text) {
        return value.span().in(text);
    }

    private static List<String> known(CaseRecord record) {
        var known = new ArrayList<String>();
        known.add(record.id().value());
        known.add(record.ticket().customer());
        record.thread().forEach(message -> known.add(message.subjectAndText()));
        record.receipts().stream().map(Receipt::text).forEach(known::add);
        record.receipts().stream()
                .map(Receipt::fields)
                .map(Map::values)
                .forEach(fields -> known.add(String.join("\n", fields)));
        record.answer().findDraft().map(draft -> draft.reply().text()).ifPresent(known::add);
        record.effects().stream()
                .flatMap(effect -> effect.reply().stream())
                .map(Reply::text)
                .forEach(known::add);
        record.findings().triage().ifPresent(triage -> {
            known.add(triage.priority() + "\n" + triage.category().label());
            known.add(triage.customer().name() + "\n" + triage.customer().tier());
        });
        record.handOver()
                .packet()
                .map(Packet::evidence)
                .orElse(List.of())
                .forEach(passage -> known.add(passage.text()));
        triggers(record).map(Trigger::because).forEach(known::add);
        if (record.standing() instanceof Standing.WithPeople people) {
            known.add(people.why());
            known.add(people.queue());
            people.flags().stream().map(CaseWords::flagged).forEach(known::add);
        }
        return known;
    }

    private static Stream<Trigger> triggers(CaseRecord record) {
        Stream<Trigger> handed =
                record.standing() instanceof Standing.WithPeople people ? people.triggers().stream() : Stream.empty();
        return Stream.concat(handed, record.findings().route().map(Route::triggers).orElse(List.of()).stream());
    }

    private static String flagged(Verdict.Flag flag) {
        return flag.sentence() + "\n" + flag.why();
    }

    /** What the customer wrote, as words in a row. */
    List<List<String>> customersWords() {
        return record.thread().stream()
                .filter(Message::isFromCustomer)
                .map(Message::subjectAndText)
                .map(Words::of)
                .collect(Collectors.toUnmodifiableList());
    }
}
