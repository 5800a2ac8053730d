package io.sallyport.privacy;

import io.sallyport.text.Lexicon;
import io.sallyport.text.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a text into the stretches that could be postal addresses: words that begin large, numbers, and what may stand between them. */
final class AddressWords {

    /** One word or sign with its place. */
    record Word(Sort sort, int start, int end) {
        enum Sort {
            NUMBER,
            NAME,
            STREET,
            /** Begins large and may end a street's name, or be any other word. */
            ORDINARY,
            UNIT,
            /** "de la", "of": inside a name only. */
            LINK,
            SEPARATOR
        }

        int length() {
            return end - start;
        }
    }

    private static final Pattern TOKEN = Pattern.compile(
            "(?<number>#?\\d{1,6}(?:[-/]\\d{1,5})?\\p{L}?(?![\\p{L}\\p{N}]))|(?<box>(?i:\\bp\\.? ?o\\.? ?box\\b))|(?<word>[\\p{L}\\p{M}][\\p{L}\\p{M}'’-]*)|(?<sign>[,/\\n#>()\\\\]|(?<=\\s)-(?=\\s))|(?<stop>[.])|(?<other>\\S)");

    private static final Set<String> STREETS = Set.copyOf(Lexicon.list("/privacy/street-words.txt"));
    private static final Set<String> ORDINARY = Set.copyOf(Lexicon.list("/privacy/street-words-ordinary.txt"));
    private static final List<String> ENDINGS = Lexicon.list("/privacy/street-endings.txt");
    private static final Set<String> UNITS = Set.copyOf(Lexicon.list("/privacy/unit-words.txt"));
    private static final Set<String> LINKS = Set.copyOf(
            Lexicon.words(
                    "de la le les du des del della dei degli delle nad pod v ob sur en aan bei ved"
                            + " upon di da do dos das of the van der den and y e i o od na u pri am im an zum zur av af på og och"));

    /** The word before a house number is part of the street, in whatever language. */
    private static final Pattern BEFORE_NUMBER = Pattern.compile("\\.? \\d{1,4}\\p{L}?(?![\\p{L}\\p{N}])");

    private static final Pattern AFTER_NUMBER = Pattern.compile(
            "[ \\t]*(?:$|\\n\\s*[\\p{Lu}\\d,]|(?:and|&|\\p{Ll}{1,4}\\.) |(?i:apartment|apt|suite|flat|unit)\\b)");

    /** Of one word and its ending, enough must be left for a name. */
    private static final int SHORTEST_STEM = 3;

    private static final int LONGEST_ABBREVIATION = 4;

    private AddressWords() {}

    static List<List<Word>> stretches(String text) {
        var stretches = new ArrayList<List<Word>>();
        var current = new ArrayList<Word>();
        Matcher match = TOKEN.matcher(text);
        while (match.find()) {
            var word = sorted(match, text, current);
            if (word == null) {
                close(current, stretches);
            } else if (word.sort() != Word.Sort.SEPARATOR || !current.isEmpty()) {
                current.add(word);
            }
        }
        close(current, stretches);
        return stretches;
    }

    private static void close(List<Word> current, List<List<Word>> stretches) {
        while (!current.isEmpty() && isLoose(current.getLast())) {
            current.removeLast();
        }
        while (!current.isEmpty() && isLoose(current.getFirst())) {
            current.removeFirst();
        }
        if (!current.isEmpty()) {
            stretches.add(List.copyOf(current));
        }
        current.clear();
    }

    private static boolean isLoose(Word word) {
        return word.sort() == Word.Sort.SEPARATOR || word.sort() == Word.Sort.LINK;
    }

    /** None where the stretch ends here. */
    private static @Nullable Word sorted(Matcher match, String text, List<Word> current) {
        if (match.group("number") != null) {
            return new Word(Word.Sort.NUMBER, match.start(), match.end());
        }
        if (match.group("box") != null) {
            return new Word(Word.Sort.UNIT, match.start(), match.end());
        }
        if (match.group("sign") != null) {
            return new Word(Word.Sort.SEPARATOR, match.start(), match.end());
        }
        if (match.group("stop") != null) {
            return !current.isEmpty() && isInside(current.getLast(), match.end(), text)
                    ? new Word(Word.Sort.SEPARATOR, match.start(), match.end())
                    : null;
        }
        return match.group("word") != null ? word(match, text, current) : null;
    }

    /** A full stop after "St" or "Apt" ends no sentence; after a house number it does when a large word follows on the line. */
    private static boolean isInside(Word last, int after, String text) {
        if (last.end() != after - 1 || after == text.length()) {
            return false;
        }
        return switch (last.sort()) {
            case NUMBER ->
                last.length() <= LONGEST_ABBREVIATION
                        && AFTER_NUMBER
                                .matcher(text)
                                .region(after, text.length())
                                .lookingAt();
            case STREET, UNIT -> last.length() < LONGEST_ABBREVIATION;
            case NAME, ORDINARY -> last.length() == 1;
            case LINK -> true;
            case SEPARATOR -> false;
        };
    }

    private static @Nullable Word word(Matcher match, String text, List<Word> current) {
        var written = match.group();
        var plain = plain(written);
        boolean isLarge = Character.isUpperCase(written.codePointAt(0));
        if (UNITS.contains(plain)) {
            return new Word(Word.Sort.UNIT, match.start(), match.end());
        }
        if (isStreet(plain) && (isLarge || (!current.isEmpty() && !Words.isStopWord(plain)))) {
            return new Word(Word.Sort.STREET, match.start(), match.end());
        }
        if (isLarge && ORDINARY.contains(plain)) {
            return new Word(Word.Sort.ORDINARY, match.start(), match.end());
        }
        if (isLarge || isRegion(written, current, text)) {
            return new Word(Word.Sort.NAME, match.start(), match.end());
        }
        boolean isInside = !current.isEmpty()
                && (LINKS.contains(plain)
                        || BEFORE_NUMBER
                                .matcher(text)
                                .region(match.end(), text.length())
                                .lookingAt());
        return isInside ? new Word(Word.Sort.LINK, match.start(), match.end()) : null;
    }

    /** A region's or country's code in small letters, after a comma or on a line of its own. */
    private static boolean isRegion(String written, List<Word> current, String text) {
        if (written.length() > 3 || current.isEmpty() || current.getLast().sort() != Word.Sort.SEPARATOR) {
            return false;
        }
        return text.charAt(current.getLast().start()) == ','
                || text.charAt(current.getLast().start()) == '\n';
    }

    private static boolean isStreet(String plain) {
        return STREETS.contains(plain)
                || ENDINGS.stream()
                        .anyMatch(
                                ending -> plain.endsWith(ending) && plain.length() >= ending.length() + SHORTEST_STEM);
    }

    private static String plain(String written) {
        return Normalizer.normalize(written.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
