package io.sallyport.answer;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.SinceActed;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Words;
import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a message asks besides what it wants done. */
final class AlsoAsked {

    private static final Phrasebook WISHES = Phrasebook.load(Concerns.COMMON, "/routing/account-changes.txt");
    private static final Phrasebook ACTIONS =
            Phrasebook.load(Concerns.COMMON, "/action/words.txt", "/action/wishes.txt");

    private static final Phrasebook CODE = Phrasebook.load(Concerns.COMMON, "/action/words.txt", "/action/code.txt");

    /** What wishes are about: "Does the sensor need a hub?" wants nothing done. */
    private static final Pattern NO_WISH = Pattern.compile("kind-.*|other-person|partial-sum");

    private static final String MARKS = "?？؟";

    /** Stands at the beginning of the part that it joins on. */
    private static final Pattern JOINT = Pattern.compile("(?i)(?=[,;]|[.!?] |\\b(?:and|plus|then|also)\\b)");

    private static final Pattern OPENING_JOINT = Pattern.compile("(?i)^(?:[\\s,;.!?]|(?:and|plus|then|also)\\b)++");

    /** "OK?", "Is that fine?" */
    private static final int LEAST_WORDS = 4;

    private AlsoAsked() {}

    /** The same case with only those words in its last message; empty when there are none. */
    static Optional<CaseRecord> of(CaseRecord record) {
        return saying(record, _ -> false);
    }

    /** The same, with whatever they have written since that was done. */
    static Optional<CaseRecord> withAllSince(CaseRecord record) {
        List<String> since =
                SinceActed.sinceBegun(record).stream().map(Message::id).toList();
        return saying(record, message -> since.contains(message.id()));
    }

    private static Optional<CaseRecord> saying(CaseRecord record, Predicate<Message> isWhole) {
        String rest = record.unanswered().stream()
                .flatMap(message -> SentenceSplitter.split(message.written()).stream()
                        .flatMap(sentence -> asked(sentence, isWhole.test(message))))
                .filter(sentence -> !isOfCode(record, sentence))
                .collect(Collectors.joining(" "));
        return rest.isEmpty() ? Optional.empty() : Optional.of(saying(record, rest));
    }

    private static Stream<String> asked(String sentence, boolean isWhole) {
        boolean isAsked = isWhole || isMarked(sentence) || Unmarked.asks(sentence);
        String more = isAsked && !isWish(sentence) ? sentence : askingPart(sentence);
        return Stream.of(more).filter(AlsoAsked::isMore);
    }

    /** Whether a mark stands behind the last word. */
    static boolean isMarked(String sentence) {
        for (int at = sentence.length(); at > 0; at -= Character.charCount(sentence.codePointBefore(at))) {
            int sign = sentence.codePointBefore(at);
            if (MARKS.indexOf(sign) >= 0 || Character.isLetterOrDigit(sign)) {
                return MARKS.indexOf(sign) >= 0;
            }
        }
        return false;
    }

    /** "Please cancel my order and tell me how to pair a sensor": from where it asks to where it wishes again. */
    private static String askingPart(String sentence) {
        var asking = new StringBuilder();
        for (String part : JOINT.split(sentence, -1)) {
            if (!isWish(part) && (!asking.isEmpty() || Unmarked.asks(part))) {
                asking.append(part);
            }
        }
        return OPENING_JOINT.matcher(asking.toString()).replaceFirst("");
    }

    /** "Could you send me a new code?" has its answer in the request for the code. */
    private static boolean isOfCode(CaseRecord record, String sentence) {
        return record.action() instanceof ActionWork.Challenged
                && CODE.find(PlainWords.of(sentence)).stream()
                        .anyMatch(hit -> hit.section().equals("another"));
    }

    private static boolean isMore(String sentence) {
        return Words.of(sentence).size() >= LEAST_WORDS && !SmallTalk.isSmallTalk(sentence) && !isWish(sentence);
    }

    private static boolean isWish(String words) {
        var plain = PlainWords.of(words);
        return WISHES.findFirst(plain).isPresent()
                || ACTIONS.find(plain).stream()
                        .anyMatch(hit -> !NO_WISH.matcher(hit.section()).matches());
    }

    private static CaseRecord saying(CaseRecord record, String words) {
        Message last = record.latestFromCustomer();
        var said =
                new Message(last.id(), last.author(), last.from(), last.at(), "", words, "", List.of(), last.headers());
        return CaseRecord.fresh(
                record.id(), record.version(), record.ticket(), record.openedAt(), List.of(said), record.findings());
    }
}
