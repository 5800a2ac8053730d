package io.sallyport.action;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a text, and which of them look like a place to deliver to. */
final class PostalWords {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'’/.][\\p{L}\\p{N}]+)*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}\\p{L}?(?:[-/][0-9]{1,4}\\p{L}?)?");
    private static final Pattern POSTCODE = Pattern.compile("\\p{Lu}{1,2}[0-9]{1,2}\\p{Lu}?|[0-9]\\p{Lu}{2}");

    private static final WordLists LISTS = WordLists.load("/action/places.txt");
    private static final Set<String> STREETS = LISTS.of("street");
    private static final Set<String> HOUSES = LISTS.of("house");
    private static final Set<String> VIAS = LISTS.of("via");

    private static final Pattern ENDINGS =
            Pattern.compile("\\p{L}{3,}(?:gatan|gata|vägen|gränd|straße|strasse|gasse|weg|platz|straat|laan|kade|gade"
                    + "|vej|veien|katu|tie|utca)");

    private static final Set<String> NO_NAMES = LISTS.of("no-name");
    private static final Set<String> MONTHS_AND_DAYS = LISTS.of("date");
    private static final Set<String> BEFORE_NUMBERS = LISTS.of("before-number");
    private static final Set<String> UNITS = LISTS.of("unit");

    private PostalWords() {}

    /** @param isFirst begins a sentence, so that its capital says nothing */
    record Word(String text, boolean isFirst) {
        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }

        boolean hasCapital() {
            return Character.isUpperCase(text.codePointAt(0));
        }

        boolean isName() {
            return hasCapital() && !isFirst && !text.equals("I") && !MONTHS_AND_DAYS.contains(lower());
        }

        boolean isNumber() {
            return NUMBER.matcher(text).matches();
        }
    }

    static List<Word> in(String sentence) {
        return WORD.matcher(sentence)
                .results()
                .map(found -> new Word(found.group(), found.start() == 0))
                .toList();
    }

    /** Whether the word at this place is part of an address, whosever. */
    static boolean isPlace(List<Word> words, int at) {
        Word word = words.get(at);
        Word before = at > 0 ? words.get(at - 1) : new Word("the", true);
        Word after = at + 1 < words.size() ? words.get(at + 1) : new Word("the", true);
        return isDoor(word, before, after)
                || POSTCODE.matcher(word.text()).matches()
                || isStreet(word, before)
                || (VIAS.contains(word.lower()) && after.isName())
                || (word.isName() && ENDINGS.matcher(word.lower()).matches());
    }

    /** Whether it is what the name before it is the name of. */
    static boolean isBehindItsName(Word word) {
        return STREETS.contains(word.lower());
    }

    /** Whether it says nothing by itself: there is a street, and a 12, in every town. */
    static boolean isCommon(Word word) {
        return word.isNumber() || Stream.of(STREETS, HOUSES, VIAS).anyMatch(each -> each.contains(word.lower()));
    }

    private static boolean isDoor(Word word, Word before, Word after) {
        if (!word.isNumber()
                || MONTHS_AND_DAYS.contains(before.lower())
                || MONTHS_AND_DAYS.contains(after.lower())
                || UNITS.contains(after.lower())) {
            return false;
        }
        return before.isName()
                || after.isName()
                || STREETS.contains(before.lower())
                || VIAS.contains(after.lower())
                || BEFORE_NUMBERS.contains(before.lower());
    }

    private static boolean isStreet(Word word, Word before) {
        return (STREETS.contains(word.lower()) && !NO_NAMES.contains(before.lower()))
                || (HOUSES.contains(word.lower()) && word.hasCapital() && (before.isName() || before.isNumber()));
    }
}
