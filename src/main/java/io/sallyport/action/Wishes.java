package io.sallyport.action;

import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.PhraseHit;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which actions a message asks for, and why, by lists of phrases. A heading of theirs can name conditions:
 * {@code [refund + charged - other]} is a wish for a refund in a message that has something of the section charged and nothing
 * of the section other.
 */
final class Wishes {

    private static final String LIST = "/action/wishes.txt";
    private static final String WORDS = "/action/words.txt";
    private static final String AROUND = "/action/around.txt";
    private static final String REASONS = "/action/reasons.txt";

    /** Somebody else's records are meant. */
    private static final String OTHER_PERSON = "other-person";

    /** A part of a sum that no record holds. */
    private static final String PARTIAL_SUM = "partial-sum";

    private static final String KIND = "kind-";

    private static final Pattern BLANK = Pattern.compile(" ");

    private final List<Definition> definitions;
    private final Phrasebook book;
    private final Phrasebook around = Phrasebook.load(Concerns.COMMON, WORDS, AROUND);
    private final Phrasebook reasons = Phrasebook.load(Concerns.COMMON, REASONS);

    /** @throws CatalogueFault when a company's phrase cannot be read */
    Wishes(List<Definition> definitions) {
        this.definitions = List.copyOf(definitions);
        var own = new ArrayList<String>();
        for (Definition definition : definitions) {
            own.add("[" + definition.name() + "]");
            own.addAll(definition.details().phrases());
        }
        try {
            this.book = Phrasebook.loadWith(own, Concerns.COMMON, WORDS, LIST);
        } catch (IllegalArgumentException wrong) {
            throw new CatalogueFault(
                    "phrases", 1, "cannot be read: " + wrong.getMessage(), "mend it; the notation is that of " + LIST);
        }
    }

    /** Without those that another one includes. */
    List<Definition> in(String text) {
        return in(text, text);
    }

    /** @param message where the text stands, for what depends on what else it says */
    List<Definition> in(String text, String message) {
        Set<String> sections = sections(text, message);
        List<Definition> asked = definitions.stream()
                .filter(each -> sections.contains(each.name())
                        || each.details().wishes().stream().anyMatch(sections::contains))
                .toList();
        Set<String> included = asked.stream()
                .flatMap(each -> each.details().includes().stream())
                .collect(Collectors.toSet());
        return asked.stream().filter(each -> !included.contains(each.name())).toList();
    }

    /** The words by which the message means somebody else's records. */
    Optional<String> otherPerson(String text) {
        return words(text, OTHER_PERSON);
    }

    /** The words by which the message means a sum that no record holds. */
    Optional<String> partialSum(String text) {
        return words(text, PARTIAL_SUM);
    }

    /** Whether the message speaks of records of this kind. */
    boolean speaksOf(String kind, String text) {
        return sections(text, text).contains(KIND + kind);
    }

    /** The first of the entry's codes that the message gives, else the entry's first. */
    String reason(Definition definition, String text) {
        List<String> codes = definition.details().reasons();
        return reasons.find(PlainWords.of(text)).stream()
                .map(PhraseHit::section)
                .filter(codes::contains)
                .findFirst()
                .orElse(codes.getFirst());
    }

    private Optional<String> words(String text, String section) {
        return book.find(PlainWords.of(text)).stream()
                .filter(hit -> hit.section().equals(section))
                .findFirst()
                .map(PhraseHit::words);
    }

    private Set<String> sections(String text, String message) {
        Set<String> hits = headings(book, text);
        if (hits.isEmpty()) {
            return hits;
        }
        Set<String> besides = headings(around, message);
        return hits.stream()
                .filter(heading -> holds(heading, besides))
                .map(heading -> BLANK.split(heading, -1)[0])
                .collect(Collectors.toSet());
    }

    private static Set<String> headings(Phrasebook book, String text) {
        return book.find(PlainWords.of(text)).stream().map(PhraseHit::section).collect(Collectors.toSet());
    }

    /** Of {@code name + one - other}: that the one is there and the other is not. */
    private static boolean holds(String heading, Set<String> besides) {
        String[] words = BLANK.split(heading, -1);
        for (int at = 1; at + 1 < words.length; at += 2) {
            if (words[at].equals("+") != besides.contains(words[at + 1])) {
                return false;
            }
        }
        return true;
    }
}
