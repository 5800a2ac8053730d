package io.sallyport.action;

import io.sallyport.action.Argument.Origin;
import io.sallyport.action.Filled.Ready;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which pieces of an order a message speaks of, and how many: who names one of several does not mean all of it. */
final class Pieces {

    private static final String LIST = "items";

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PLURAL = Pattern.compile("(?i)\\b(\\p{L}{2,}?)(?:es|s)\\b");

    /** Where the money goes is not what it is for. */
    private static final Pattern GOAL =
            Pattern.compile("(?is)\\b(?:to|on|onto)\\s+(?:my|our|the|this|that|same|original)\\b.*");

    private static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** Before a number in letters; in digits it is rather a day: "the 11 November". */
    private static final Set<String> BEFORE_NUMBER = Set.of("only", "just", "the", "these", "those", "all");

    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,3}");

    private final BusinessRecord about;
    private final List<Map<String, FieldValue>> items;

    Pieces(BusinessRecord about) {
        this.about = about;
        this.items = Fields.entries(about, LIST);
    }

    /** Whether it moves the money of a whole order. */
    static boolean areAllOf(Definition definition) {
        return definition.details().money().isPresent()
                && parts(definition).findAny().isEmpty();
    }

    /** Whether it moves the price of one piece. */
    static boolean areOneOf(Definition definition) {
        return definition.details().money().isPresent()
                && parts(definition).findAny().isPresent();
    }

    private static Stream<Origin.Part> parts(Definition definition) {
        return definition.details().arguments().all().stream()
                .flatMap(argument -> argument.origins().stream())
                .flatMap(origin ->
                        origin instanceof Origin.Part part && part.list().equals(LIST)
                                ? Stream.of(part)
                                : Stream.empty());
    }

    /** @param wish those words of the message that say what is to be done */
    boolean areNamedInPart(Said said, String wish) {
        List<Map<String, FieldValue>> named = named(said.whole());
        boolean areSome = !named.isEmpty() && named.size() < items.size();
        return areSome
                || items.stream().anyMatch(item -> counts(item, wish).stream().anyMatch(it -> it < quantity(item)));
    }

    /** Whether the wish itself is for one item, and the message speaks of no other. */
    boolean isOneWished(Said said, String wish) {
        List<Map<String, FieldValue>> wished = named(GOAL.matcher(wish).replaceAll(""));
        return wished.size() == 1 && named(said.whole()).equals(wished);
    }

    /** Why the plan does not fit how many pieces the order has of its item. */
    Optional<String> doubt(Definition definition, Ready ready, Said said) {
        return items.stream()
                .filter(item -> quantity(item) != 1 && isTaken(definition, ready, item))
                .filter(item -> !isSaid(counts(item, said.whole()), quantity(item), areOneOf(definition)))
                .findFirst()
                .map(item -> about.name() + " has " + quantity(item) + " pieces of "
                        + Entries.id(item).orElse("the item") + ", and the message does not say how many it is about");
    }

    /** A price is that of one piece; anything else is done to all of an item's pieces as well as to one. */
    private static boolean isSaid(Set<Long> counts, long quantity, boolean isPrice) {
        return counts.equals(Set.of(1L)) || (!isPrice && counts.equals(Set.of(quantity)));
    }

    private boolean isTaken(Definition definition, Ready ready, Map<String, FieldValue> item) {
        Set<String> paths =
                parts(definition).map(part -> Entries.path(about, part, item)).collect(Collectors.toSet());
        return ready.slots().stream()
                .anyMatch(slot -> paths.contains(slot.checkedAgainst().field()));
    }

    /** By words of their own; else by words that several share: "the sensors" are not the hub. */
    private List<Map<String, FieldValue>> named(String text) {
        var said = said(text);
        List<Map<String, FieldValue>> named = Entries.named(items, said);
        return named.isEmpty()
                ? items.stream().filter(item -> isSpokenOf(item, said)).toList()
                : named;
    }

    private static boolean isSpokenOf(Map<String, FieldValue> item, Said said) {
        return !Entries.named(List.of(item), said).isEmpty();
    }

    private static Said said(String text) {
        return inSingularToo(new Said(text, text, 0, 0));
    }

    /** The same words with the singular of each. */
    static Said inSingularToo(Said said) {
        return new Said(
                inSingularToo(said.latest()), inSingularToo(said.whole()), said.timesAsked(), said.timesForCode());
    }

    private static String inSingularToo(String text) {
        return PLURAL.matcher(text)
                .results()
                .flatMap(word -> Stream.of(
                        word.group(1), word.group().substring(0, word.group().length() - 1)))
                .collect(Collectors.joining(" ", text + "\n", ""));
    }

    private static long quantity(Map<String, FieldValue> item) {
        return item.get("quantity") instanceof FieldValue.Whole(long quantity) ? quantity : 1;
    }

    /** How many of the item the words speak of: "one of the two" is one. */
    private static Set<Long> counts(Map<String, FieldValue> item, String text) {
        List<String> words = Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
        var counts = new HashSet<Long>();
        for (int at = 0; at < words.size(); at++) {
            Optional<Long> count = count(words, at, item);
            count.ifPresent(counts::add);
            if (count.isPresent() && next(words, at).equals("of")) {
                at += 3;
            }
        }
        return counts;
    }

    private static Optional<Long> count(List<String> words, int at, Map<String, FieldValue> item) {
        return switch (words.get(at)) {
            case "both" -> Optional.of(2L);
            case "all", "every", "each" ->
                Optional.of(quantity(item)).filter(_ -> isSpokenOf(item, said(words, at, 4)));
            case "a", "an", "single" -> Optional.of(1L).filter(_ -> isSpokenOf(item, said(words, at, 3)));
            default ->
                number(words.get(at))
                        .filter(_ -> isSpokenOf(item, said(words, at, 4))
                                || next(words, at).equals("of")
                                || isCounted(words, at));
        };
    }

    private static boolean isCounted(List<String> words, int at) {
        return at > 0 && BEFORE_NUMBER.contains(words.get(at - 1)) && NUMBERS.contains(words.get(at));
    }

    private static Said said(List<String> words, int from, int length) {
        return said(String.join(" ", words.subList(from, Math.min(from + length, words.size()))));
    }

    private static String next(List<String> words, int at) {
        return at + 1 < words.size() ? words.get(at + 1) : "";
    }

    private static Optional<Long> number(String word) {
        return NUMBERS.contains(word)
                ? Optional.of(NUMBERS.indexOf(word) + 1L)
                : Optional.of(word).filter(it -> DIGITS.matcher(it).matches()).map(Long::valueOf);
    }
}
