package io.sallyport.triage;

import io.sallyport.casefile.Message;
import io.sallyport.text.Lexicon;
import io.sallyport.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a customer wrote of one thing, subject and own words together, to be held against what another wrote.
 *
 * @param words stems of the own words that tell something in particular; the subject's are not among them
 */
record Matter(String text, Set<String> words) {

    /** Words that stand in any message: "I would like to get help with my last problem" says nothing in particular. */
    private static final Set<String> ANYBODYS = Lexicon.list("/triage/anybodys-words.txt").stream()
            .map(Words::stem)
            .collect(Collectors.toUnmodifiableSet());

    /** "Please refund my last order" says what is wanted, not what happened: two who write it have no one cause. */
    private static final int FEWEST_WORDS = 4;

    private static final int FEWEST_SHARED = 3;

    static final Matter NOTHING = new Matter("", Set.of());

    Matter {
        words = Set.copyOf(words);
    }

    /** @param messages the customer's, oldest first */
    static Matter of(List<Message> messages) {
        Matter told = NOTHING;
        for (Message message : messages) {
            told = told.and(message.subject(), message.written());
        }
        return told;
    }

    /** The same text as triage reads it, so that it is embedded once. */
    Matter and(String subject, String written) {
        String message = subject.isBlank() ? written : subject + "\n" + written;
        var more = new HashSet<>(words);
        Words.content(written).stream().filter(word -> !ANYBODYS.contains(word)).forEach(more::add);
        return new Matter(text.isEmpty() ? message : text + "\n\n" + message, more);
    }

    /** Whether it says enough to be held against another. */
    boolean isTelling() {
        return words.size() >= FEWEST_WORDS;
    }

    /** Whether both tell something and have words in common: cheaper to know than how like they are. */
    boolean mayBe(Matter other) {
        return isTelling()
                && other.isTelling()
                && words.stream().filter(other.words()::contains).count() >= FEWEST_SHARED;
    }
}
