package io.sallyport.triage;

import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage.Urgency;
import io.sallyport.text.Lexicon;
import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.PhraseHit;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The written criteria of {@code docs/triage-criteria.md}. May be shared between threads. */
final class Criteria {

    /** The sign of {@code signs.txt} of somebody who cannot get into their own account. */
    static final String SHUT_OUT = "shut-out";

    /** The criterion that is never doubted. */
    static final String DANGER = "danger-to-people";

    private static final Pattern AND = Pattern.compile("\\s*\\+\\s*");

    /** So many of the customer's words show why; more would bury it. */
    private static final int MOST_WORDS = 5;

    /** @param signs all of these must be found, and none of {@code unless} */
    private record Criterion(Priority priority, String name, List<String> signs, List<String> unless) {}

    private final List<Criterion> criteria;
    private final List<Phrasebook> books;
    private final List<Phrasebook> languages;

    /** @param languages words of other languages, which only criteria ask for: the examples that likeness is learned from have none */
    private Criteria(List<Criterion> criteria, List<Phrasebook> books, List<Phrasebook> languages) {
        this.criteria = criteria;
        this.books = books;
        this.languages = languages;
    }

    static Criteria load() {
        var own = Stream.of(Phrasebook.load(Concerns.COMMON, "/triage/signs.txt"));
        List<Phrasebook> books = Stream.concat(own, Concerns.ALL.stream()).toList();
        return new Criteria(
                Lexicon.rows("/triage/criteria.txt").stream()
                        .map(Criteria::criterion)
                        .toList(),
                books,
                List.of(Concerns.OTHER_LANGUAGES));
    }

    private static Criterion criterion(List<String> row) {
        if (row.size() < 3) {
            throw new IllegalArgumentException(
                    "/triage/criteria.txt: a criterion needs priority | name | signs: " + row);
        }
        return new Criterion(
                Priority.valueOf(row.get(0)),
                row.get(1),
                names(row.get(2)),
                row.size() > 3 ? names(row.get(3)) : List.of());
    }

    private static List<String> names(String signs) {
        return Arrays.asList(AND.split(signs));
    }

    /** The names of the signs that are in the words, as far as examples can have them. */
    Set<String> signsIn(PlainWords words) {
        return found(books.stream(), words).keySet();
    }

    /** The gravest criterion that the customer's words meet; P4 when they meet none. */
    Urgency read(PlainWords words) {
        return met(words).findFirst().orElseThrow();
    }

    /** Every criterion that the customer's words meet, the gravest first; and last what everything is, P4. */
    Stream<Urgency> met(PlainWords words) {
        Map<String, List<String>> found = found(Stream.concat(books.stream(), languages.stream()), words);
        Stream<Urgency> met = criteria.stream()
                .filter(criterion -> found.keySet().containsAll(criterion.signs())
                        && criterion.unless().stream().noneMatch(found::containsKey))
                .map(criterion -> new Urgency(criterion.priority(), criterion.name(), evidence(criterion, found)));
        return Stream.concat(met, Stream.of(new Urgency(Priority.P4, "general-question", List.of())));
    }

    private static Map<String, List<String>> found(Stream<Phrasebook> books, PlainWords words) {
        return books.flatMap(book -> book.find(words).stream())
                .collect(Collectors.groupingBy(
                        PhraseHit::section,
                        LinkedHashMap::new,
                        Collectors.mapping(PhraseHit::words, Collectors.toList())));
    }

    private static List<String> evidence(Criterion criterion, Map<String, List<String>> found) {
        return criterion.signs().stream()
                .flatMap(sign ->
                        found.getOrDefault(sign, List.of()).stream().distinct().limit(MOST_WORDS))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }
}
