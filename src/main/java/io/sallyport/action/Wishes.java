package io.sallyport.action;

import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.PhraseHit;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which actions a message asks for, and why, by lists of phrases. */
final class Wishes {

    private static final String LIST = "/action/wishes.txt";
    private static final String REASONS = "/action/reasons.txt";

    /** Somebody else's records are meant. */
    private static final String OTHER_PERSON = "other-person";

    /** A part of a sum that no record holds. */
    private static final String PARTIAL_SUM = "partial-sum";

    private static final String KIND = "kind-";

    private final List<Definition> definitions;
    private final Phrasebook book;
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
            this.book = Phrasebook.loadWith(own, Concerns.COMMON, LIST);
        } catch (IllegalArgumentException wrong) {
            throw new CatalogueFault(
                    "phrases", 1, "cannot be read: " + wrong.getMessage(), "mend it; the notation is that of " + LIST);
        }
    }

    /** Without those that another one includes. */
    List<Definition> in(String text) {
        Set<String> sections = sections(text);
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
        return sections(text).contains(KIND + kind);
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

    private Set<String> sections(String text) {
        return book.find(PlainWords.of(text)).stream().map(PhraseHit::section).collect(Collectors.toSet());
    }
}
