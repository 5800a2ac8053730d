package io.sallyport.action;

import io.sallyport.action.PostalWords.Word;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import io.sallyport.text.SentenceSplitter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which postal addresses of an account a message names: by their street, by a town or postcode that no other one has, or by their
 * id. Whatever looks like a place and is none of theirs is a stranger.
 */
final class PostalAddresses {

    /** The field by which a list is one of addresses. */
    static final String LINE = "line";

    /** Before a place that is not where it is to go. */
    private static final Pattern OLD =
            Pattern.compile("\\b(?:not|never|from|old|former|previous|wrong|addressed|than|instead of|t)"
                    + " (?:(?:to|the|our|my|at|of|in|go|be|sent|address) ){0,4}$");

    /** Shorter ones stand for something else, too. */
    private static final int WHOLE_POSTCODE = 4;

    private final List<Map<String, FieldValue>> all;
    private final List<Set<String>> words;
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    /** @param known records whose words name no place, such as the order that is to go somewhere */
    PostalAddresses(List<Map<String, FieldValue>> all, List<BusinessRecord> known) {
        this.all = all;
        this.words = all.stream().map(PostalAddresses::wordsOf).toList();
        for (BusinessRecord record : known) {
            numbers.add(record.id().toLowerCase(Locale.ROOT));
            numbers.add(record.id().replaceAll("[^0-9]", ""));
            names.addAll(numbers);
            Stream.of("name", "company")
                    .flatMap(field -> record.text(field).stream())
                    .forEach(text -> names.addAll(lower(text)));
            Fields.entries(record, "items").forEach(item -> names.addAll(wordsOf(item)));
        }
    }

    Pointed pointed(Said said, Set<String> nouns) {
        List<Map<String, FieldValue>> latest = named(said.latest());
        List<Map<String, FieldValue>> named = latest.isEmpty() ? named(said.whole()) : latest;
        List<Map<String, FieldValue>> meant =
                named.stream().filter(each -> !isOld(each, said.whole())).toList();
        return new Pointed(meant, Entries.isOtherMeant(said.whole(), nouns), strange(said.whole(), named, nouns));
    }

    private List<Map<String, FieldValue>> named(String text) {
        String said = spaced(lower(text));
        List<Map<String, FieldValue>> whole =
                all.stream().filter(each -> isSaid(said, line(each))).toList();
        return whole.isEmpty() ? all.stream().filter(each -> names(said, each)).toList() : whole;
    }

    private static boolean isOld(Map<String, FieldValue> each, String text) {
        String said = spaced(lower(text));
        List<Integer> places = Stream.iterate(
                        said.indexOf(street(each)), at -> at >= 0, at -> said.indexOf(street(each), at + 1))
                .toList();
        return !places.isEmpty()
                && places.stream()
                        .allMatch(at -> OLD.matcher(said.substring(0, at + 1)).find());
    }

    /** With its number where it stands before the name. */
    private static String street(Map<String, FieldValue> each) {
        return spaced(line(each));
    }

    private boolean names(String said, Map<String, FieldValue> each) {
        List<String> street =
                line(each).stream().filter(word -> !word.matches("[0-9].*")).toList();
        Stream<List<String>> telling = Stream.concat(
                Stream.of(street),
                Stream.of("city", "postcode", "id")
                        .map(field -> values(each, field))
                        .filter(value -> all.stream()
                                .filter(other -> !other.equals(each))
                                .flatMap(PostalAddresses::texts)
                                .noneMatch(text -> isSaid(spaced(lower(text)), value))));
        return telling.anyMatch(part -> isSaid(said, part));
    }

    private static boolean isSaid(String said, List<String> part) {
        return !part.isEmpty() && said.contains(spaced(part));
    }

    /** "Columbus, OH" is Columbus. */
    private static List<String> values(Map<String, FieldValue> entry, String field) {
        return lower(Fields.text(entry, field).orElse("").replaceFirst(",.*", ""));
    }

    private static List<String> line(Map<String, FieldValue> entry) {
        return values(entry, LINE);
    }

    private Optional<String> strange(String text, List<Map<String, FieldValue>> named, Set<String> nouns) {
        String flat = spaced(lower(text));
        boolean isWhole = named.stream().anyMatch(each -> isSaid(flat, line(each)));
        for (String sentence : SentenceSplitter.split(text)) {
            List<Word> said = PostalWords.in(sentence);
            String flatSentence = spaced(lower(sentence));
            boolean isVague = !isWhole
                    && (Entries.isOtherMeant(sentence, nouns)
                            || named.stream().anyMatch(each -> names(flatSentence, each)));
            for (int at = 0; at < said.size(); at++) {
                if (isStrange(said, at, isVague) && !(isWhole && isOld(said, at))) {
                    return Optional.of("the message names a place that is none of the account's addresses");
                }
            }
        }
        return Optional.empty();
    }

    /** @param isVague the sentence says where to without the street, so that any name in it may be another's */
    private boolean isStrange(List<Word> said, int at, boolean isVague) {
        Word word = said.get(at);
        boolean isPlace = PostalWords.isPlace(said, at) && !numbers.contains(word.lower());
        boolean isName = isVague && word.isName() && !names.contains(word.lower());
        return (isPlace || isName) && words.stream().noneMatch(each -> isPartOf(each, said, at));
    }

    /** What every address may have counts only beside the rest: "Mill Street" is none of "Elm Street". */
    private static boolean isPartOf(Set<String> address, List<Word> said, int at) {
        Word word = said.get(at);
        boolean isBehind = at > 0 && address.contains(said.get(at - 1).lower());
        boolean isBefore =
                at + 1 < said.size() && address.contains(said.get(at + 1).lower());
        return address.contains(word.lower())
                && (!PostalWords.isCommon(word)
                        || isBehind
                        || (isBefore && !PostalWords.isBehindItsName(word))
                        || isPostcode(address, word.lower()));
    }

    /** Where the place that this word is of begins behind "addressed to", "instead of" and the like. */
    private static boolean isOld(List<Word> said, int at) {
        int from = at;
        while (from > 0 && (said.get(from - 1).isName() || said.get(from - 1).isNumber())) {
            from--;
        }
        return OLD.matcher(
                        spaced(said.subList(0, from).stream().map(Word::lower).toList()))
                .find();
    }

    private static boolean isPostcode(Set<String> address, String word) {
        return word.length() >= WHOLE_POSTCODE && word.matches("[0-9]+") && address.contains(word);
    }

    private static Set<String> wordsOf(Map<String, FieldValue> entry) {
        return texts(entry).flatMap(text -> lower(text).stream()).collect(Collectors.toSet());
    }

    private static Stream<String> texts(Map<String, FieldValue> entry) {
        return entry.values().stream()
                .flatMap(value -> value instanceof FieldValue.Text(String text) ? Stream.of(text) : Stream.empty());
    }

    private static List<String> lower(String text) {
        return PostalWords.in(text).stream().map(Word::lower).toList();
    }

    private static String spaced(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }
}
