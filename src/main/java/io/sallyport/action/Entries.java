package io.sallyport.action;

import io.sallyport.action.Argument.Origin;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which entry of a record's list a message names: by its id, or by a word of it that no other entry has. */
final class Entries {

    private static final Pattern BLANKS = Pattern.compile("[^\\p{L}\\p{N}@.-]+");
    private static final Pattern EDGES = Pattern.compile("^[.-]+|[.-]+$");

    /** What an entry goes by, best first. */
    private static final List<String> IDS = List.of("sku", "id", "email");

    private static final int TELLING = 3;

    /** A name or an address, and no sentence of its own. */
    private static final Pattern SHOWN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ,'’&()/+-]{0,79}");

    private static final String OTHER =
            "\\b(?:my|our|the)\\s+(?:only\\s+)?(?:other|second)\\s+(?:(?:delivery|shipping|postal|saved|known)\\s+)?";

    private static final Pattern NOT =
            Pattern.compile("(?:\\b(?:not|never|from)|n['’]t)\\s+(?:\\p{L}+\\s+){0,3}$", Pattern.CASE_INSENSITIVE);

    private Entries() {}

    static Optional<String> id(Map<String, FieldValue> entry) {
        return IDS.stream().flatMap(field -> Fields.text(entry, field).stream()).findFirst();
    }

    /** As a customer knows it: by its name or its street and town, else by its id. */
    static Optional<String> shown(Map<String, FieldValue> entry) {
        Optional<String> place = Fields.text(entry, PostalAddresses.LINE)
                .map(line -> Fields.text(entry, "city")
                        .map(city -> line + ", " + city)
                        .orElse(line));
        return Fields.text(entry, "name")
                .or(() -> place)
                .filter(text -> SHOWN.matcher(text).matches())
                .or(() -> id(entry));
    }

    /** Whether it says "my other address", or the like with another of these nouns. */
    static boolean isOtherMeant(String text, Set<String> nouns) {
        return Pattern.compile(OTHER + "(?:" + String.join("|", nouns) + ")\\b", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .results()
                .anyMatch(
                        found -> !NOT.matcher(text.substring(0, found.start())).find());
    }

    /** Where the value stands: {@code items[HL-LEAK].price_minor}. */
    static String path(BusinessRecord record, Origin.Part part, Map<String, FieldValue> entry) {
        int at = Fields.entries(record, part.list()).indexOf(entry);
        return part.list() + "[" + id(entry).orElse(Integer.toString(at)) + "]." + part.field();
    }

    /** An item is asked for as such, whichever of its fields is wanted. */
    static String slot(Argument argument) {
        return argument.askedAs().orElse(argument.name().equals("amount") ? "sku" : argument.name());
    }

    /** What the latest message names; what an earlier one does, where the latest names none. */
    static List<Map<String, FieldValue>> named(List<Map<String, FieldValue>> entries, Said said) {
        List<Map<String, FieldValue>> named = named(entries, wordsOf(said.latest()));
        return named.isEmpty() ? named(entries, wordsOf(said.whole())) : named;
    }

    private static List<Map<String, FieldValue>> named(List<Map<String, FieldValue>> entries, Set<String> words) {
        return entries.stream()
                .filter(entry -> ownWords(entry, entries).stream().anyMatch(words::contains))
                .toList();
    }

    /** The words of an entry that tell it from the others; of a single one, all of them. */
    private static Set<String> ownWords(Map<String, FieldValue> entry, List<Map<String, FieldValue>> all) {
        Set<String> own = wordsOf(entry);
        all.stream().filter(other -> !other.equals(entry)).forEach(other -> own.removeAll(wordsOf(other)));
        return own;
    }

    static Set<String> wordsOf(Map<String, FieldValue> entry) {
        return entry.values().stream()
                .flatMap(value ->
                        value instanceof FieldValue.Text(String text) ? wordsOf(text).stream() : Stream.empty())
                .filter(word -> word.length() >= TELLING)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> wordsOf(String text) {
        return Arrays.stream(BLANKS.split(text.toLowerCase(Locale.ROOT)))
                .map(word -> EDGES.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
