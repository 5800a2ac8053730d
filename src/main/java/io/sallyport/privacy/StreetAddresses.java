package io.sallyport.privacy;

import io.sallyport.privacy.AddressWords.Word;
import io.sallyport.privacy.AddressWords.Word.Sort;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Postal addresses by a grammar of their parts: a stretch of capitalised words, numbers, commas and line ends is one when
 * something in it speaks for it (a street's word beside a house number, a flat or box with its number, a postcode, a place
 * between two numbers) or when the words before it announce one and it holds a number.
 */
final class StreetAddresses implements Finder {

    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?i)(?:\\b(?:address|residence|headquarters)\\b"
                    + "|\\b(?:live[sd]?|living|located|situated|resid\\p{L}+|staying|stay|based) (?:at|in|on|near)\\b"
                    + "|\\b(?:ship\\p{L}*|deliver\\p{L}*|send|sent|post|return|mail|forward|bring|come|move[ds]?|taxi|drive|go|meet|enter|see)\\b[^.!?\\n]{0,40}\\b(?:to|at|on|from)\\b"
                    + "|\\b(?:office|restaurant|shop|store|house|home|flat|place)s? (?:is|are) (?:at|in|on)\\b)[^.!?\\n]{0,60}$");

    private static final Pattern POSTCODE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[ABD-HJLNP-UW-Z]{2}|[ABCEGHJ-NPR-TVXY]\\d[A-Z] ?\\d[A-Z]\\d|\\d{4} [A-Z]{2}|\\d{5}-\\d{3,4}|(?:A|F|D)PO[, ]+A[AEP] \\d{5}|\\d{2}-\\d{3})(?![\\p{L}\\p{N}])");

    private static final Pattern ANNOUNCED_POSTCODE = Pattern.compile(
            "(?i)\\b(?:zip|postcode|post ?code|postal code|plz|cap|cep)(?: ?code)?(?: (?:is|was|of|my|number|to|the|new|area)){0,3}[\\s:=]{1,3}(?<value>(?=[A-Z0-9]*\\d)[A-Z0-9]{2,8}(?:[ -](?=[A-Z0-9]*\\d|[A-Z]{2}\\b)[A-Z0-9]{2,4})?)(?![\\p{L}\\p{N}])");

    private static final Pattern CORNER = Pattern.compile(
            "(?i)\\b(?:the )?(?:corner|intersection|junction|crossing) of [^?!;:\\n(]{2,60}? (?:and|&|with) [\\p{L}\\p{M}\\p{N}'’-]+(?: [\\p{Lu}\\p{N}][\\p{L}\\p{M}\\p{N}'’-]*){0,4}");

    /** Military post offices stand in for a town. */
    private static final Pattern MILITARY = Pattern.compile("(?i)[ADF]PO");

    private static final Set<String> DAYS_AND_MONTHS = daysAndMonths();

    private static final int REACH = 90;

    /** Shorter ones are units and abbreviations more often than places. */
    private static final int SHORTEST_PLACE = 4;

    private static Set<String> daysAndMonths() {
        var symbols = DateFormatSymbols.getInstance(Locale.ENGLISH);
        return Stream.of(
                        symbols.getMonths(),
                        symbols.getShortMonths(),
                        symbols.getWeekdays(),
                        symbols.getShortWeekdays())
                .flatMap(Arrays::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Finding> in(String text) {
        var found = new ArrayList<Finding>();
        for (var stretch : AddressWords.stretches(text)) {
            if (isAddress(stretch, text)) {
                found.add(Finding.at(
                        Kind.ADDRESS,
                        stretch.getFirst().start(),
                        stretch.getLast().end()));
            }
        }
        found.addAll(Matches.of(Kind.ADDRESS, POSTCODE, text));
        found.addAll(Matches.of(Kind.ADDRESS, ANNOUNCED_POSTCODE, text));
        found.addAll(Matches.of(Kind.ADDRESS, CORNER, text));
        return found;
    }

    private static boolean isAddress(List<Word> stretch, String text) {
        if (stretch.stream().noneMatch(word -> word.sort() == Sort.NUMBER)) {
            return false;
        }
        return hasStreetBesideNumber(stretch)
                || hasNumberedUnit(stretch)
                || stretch.stream().anyMatch(word -> isMilitary(word, text))
                || hasPlaceBetweenNumbers(stretch, text)
                || isAnnounced(stretch, text);
    }

    private static boolean isAnnounced(List<Word> stretch, String text) {
        return hasNamedNumber(stretch, text)
                && Matches.follows(ANNOUNCED, text, stretch.getFirst().start(), REACH);
    }

    /** "Lindenhof 12", "12 Lindenhof". */
    private static boolean hasNamedNumber(List<Word> stretch, String text) {
        for (int i = 0; i + 1 < stretch.size(); i++) {
            var one = stretch.get(i);
            var other = stretch.get(i + 1);
            if ((isNameOfPlace(one, text) && isNumber(other)) || (isNumber(one) && isNameOfPlace(other, text))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(Word word) {
        return word.sort() == Sort.NUMBER;
    }

    private static boolean isNameOfPlace(Word word, String text) {
        return (word.sort() == Sort.NAME || word.sort() == Sort.ORDINARY)
                && word.length() >= SHORTEST_PLACE
                && !DAYS_AND_MONTHS.contains(text.substring(word.start(), word.end()));
    }

    private static boolean isMilitary(Word word, String text) {
        return word.sort() == Sort.NAME
                && MILITARY.matcher(text).region(word.start(), word.end()).matches();
    }

    /** At most six words apart: "74 Old Mill Pond Road", "Calle de la Luna Nueva, 12". */
    private static boolean hasStreetBesideNumber(List<Word> stretch) {
        for (int i = 0; i < stretch.size(); i++) {
            var sort = stretch.get(i).sort();
            var before = stretch.subList(Math.max(0, i - 6), i);
            var after = stretch.subList(i + 1, Math.min(stretch.size(), i + 7));
            if (sort == Sort.STREET && (hasNumber(before) || hasNumber(after))) {
                return true;
            }
            if (sort == Sort.ORDINARY && hasName(before) && hasNumber(before)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNumber(List<Word> words) {
        return words.stream().anyMatch(StreetAddresses::isNumber);
    }

    private static boolean hasNumberedUnit(List<Word> stretch) {
        for (int i = 0; i + 1 < stretch.size(); i++) {
            var next = stretch.get(i + 1).sort() == Sort.SEPARATOR && i + 2 < stretch.size() ? i + 2 : i + 1;
            if (stretch.get(i).sort() == Sort.UNIT && stretch.get(next).sort() == Sort.NUMBER) {
                return true;
            }
        }
        return false;
    }

    /** A postcode or a house number on one side of a name and another number on the other. */
    private static boolean hasPlaceBetweenNumbers(List<Word> stretch, String text) {
        int first = -1;
        for (int i = 0; i < stretch.size(); i++) {
            if (stretch.get(i).sort() == Sort.NUMBER) {
                if (first >= 0
                        && i - first <= 6
                        && hasPlace(stretch.subList(first, i), text)
                        && isLong(stretch, first, i)) {
                    return true;
                }
                first = i;
            }
        }
        return false;
    }

    private static boolean hasName(List<Word> words) {
        return words.stream().anyMatch(word -> word.sort() == Sort.NAME);
    }

    private static boolean hasPlace(List<Word> between, String text) {
        return between.stream().anyMatch(word -> isNameOfPlace(word, text))
                && between.stream().noneMatch(word -> word.sort() == Sort.LINK);
    }

    private static boolean isLong(List<Word> stretch, int one, int other) {
        return Math.max(stretch.get(one).length(), stretch.get(other).length()) >= 3;
    }
}
