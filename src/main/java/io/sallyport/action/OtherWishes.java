package io.sallyport.action;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.LeftOver;
import io.sallyport.casefile.Message;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.PhraseHit;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Account changes that a message asks for by the words that routing knows them by, and that the catalogue does not have. */
final class OtherWishes implements LeftOver {

    private static final Phrasebook CHANGES =
            Phrasebook.load(Concerns.COMMON, "/routing/account-changes.txt", "/action/left-over.txt");
    private static final String WISH = "wish";
    private static final String HALF = "half";

    private static final Pattern JOINT = Pattern.compile("(?i)[,;]|\\b(?:and|plus|then|also)\\b");

    private final Wishes wishes;

    OtherWishes(Wishes wishes) {
        this.wishes = wishes;
    }

    @Override
    public Optional<String> of(CaseRecord record) {
        List<Message> messages = sinceAnswered(record);
        String whole = messages.stream()
                .map(message -> message.subject() + "\n\n" + message.written())
                .collect(Collectors.joining("\n\n"));
        return messages.stream()
                .flatMap(message -> SentenceSplitter.split(message.written()).stream())
                .flatMap(sentence -> in(sentence, whole))
                .findFirst();
    }

    /** The same words with each half of a sentence as a sentence of its own, so that no wish spans two halves. */
    static String inHalves(String text) {
        return SentenceSplitter.split(text).stream()
                .flatMap(OtherWishes::halves)
                .map(OtherWishes::asked)
                .collect(Collectors.joining(".\n"));
    }

    /** Those halves of sentences that ask for it by themselves. */
    String askingFor(Definition definition, String text) {
        return SentenceSplitter.split(text).stream()
                .flatMap(OtherWishes::halves)
                .filter(half -> wishes.in(asked(half), text).contains(definition))
                .collect(Collectors.joining(".\n"));
    }

    private static Stream<String> halves(String sentence) {
        return JOINT.splitAsStream(sentence).map(String::strip).filter(half -> !half.isEmpty());
    }

    private Stream<String> in(String sentence, String whole) {
        if (wishes.in(sentence, whole).isEmpty()) {
            return hits(WISH, sentence);
        }
        return halves(sentence)
                .filter(half -> wishes.in(half, whole).isEmpty()
                        && wishes.in(asked(half), whole).isEmpty()
                        && hits(HALF, asked(half)).findAny().isPresent());
    }

    private static String asked(String half) {
        return "Please " + half;
    }

    private static Stream<String> hits(String section, String text) {
        return CHANGES.find(PlainWords.of(text)).stream()
                .filter(hit -> hit.section().equals(section))
                .map(PhraseHit::words);
    }

    /** What we asked back for a slot or a code answered nothing. */
    private static List<Message> sinceAnswered(CaseRecord record) {
        var since = new ArrayList<Message>();
        for (Message message : record.messages().reversed()) {
            if (message.isFromCustomer()) {
                since.addFirst(message);
            } else if (message.isAnswer() && !ActionWork.isAskedIn(message.written())) {
                break;
            }
        }
        return since;
    }
}
