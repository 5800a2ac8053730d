package io.sallyport.action;

import io.sallyport.casefile.BusinessRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The record numbers that a message names: a closed grammar, and only what is found among the customer's records counts.
 *
 * @param own records of the customer that are named
 * @param strange what looks like such a number and is none of theirs, as written
 */
record Mentions(List<BusinessRecord> own, List<String> strange) {

    /** A word with a digit of any script in it. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}@._-])[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*(?![\\p{L}\\p{N}]|@|[.-][\\p{L}\\p{N}])");

    private static final Pattern DIGIT = Pattern.compile("\\p{N}");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]");
    private static final Pattern ASCII = Pattern.compile("[A-Za-z0-9-]+");

    private static final Pattern LIST =
            Pattern.compile("\\s*(?:[,&+/]|and|or)\\s*(?:and|or)?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDING = Pattern.compile("[0-9]{3,}");

    /** Fewer digits are counts, days and prices. */
    private static final int LEAST_DIGITS = 4;

    /** How near before a number the kind's name has to stand, in characters. */
    private static final int NEAR = 14;

    static Mentions of(String kind, String text, List<BusinessRecord> records) {
        var own = new LinkedHashSet<BusinessRecord>();
        var strange = new ArrayList<String>();
        Set<String> prefixes = records.stream().map(Mentions::prefix).collect(Collectors.toSet());
        List<MatchResult> numbers = NUMBER.matcher(text)
                .results()
                .filter(found -> DIGIT.matcher(found.group()).find())
                .toList();
        int listedFrom = -1;
        for (MatchResult found : numbers) {
            boolean isListed = listedFrom >= 0 && isListed(text.substring(listedFrom, found.start()), found.group());
            List<BusinessRecord> named = records.stream()
                    .filter(record -> isNamed(record, found.group())
                            || (isListed && record.id().endsWith(found.group())))
                    .toList();
            listedFrom = named.isEmpty() && !isListed ? -1 : found.end();
            if (named.size() == 1) {
                own.add(named.getFirst());
            } else if (isListed || looksLikeOne(kind, text, found, prefixes)) {
                strange.add(found.group());
            }
        }
        return new Mentions(List.copyOf(own), List.copyOf(strange));
    }

    /** The whole id whatever the case of its letters, or all of its digits. Signs that only look like them are others. */
    private static boolean isNamed(BusinessRecord record, String word) {
        if (!ASCII.matcher(word).matches()) {
            return false;
        }
        String digits = NO_DIGITS.matcher(record.id()).replaceAll("");
        boolean isWhole = record.id().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT));
        return isWhole || (digits.length() >= LEAST_DIGITS && digits.equals(word));
    }

    /** Only the end of a number, behind a whole one: "INV-2026-000101 and 102". What ends no record's number is a stranger's. */
    private static boolean isListed(String between, String word) {
        return LIST.matcher(between).matches() && ENDING.matcher(word).matches();
    }

    private static boolean looksLikeOne(String kind, String text, MatchResult found, Set<String> prefixes) {
        String word = found.group();
        long digits = word.codePoints().filter(Character::isDigit).count();
        if (digits < LEAST_DIGITS) {
            return false;
        }
        String upper = word.toUpperCase(Locale.ROOT);
        boolean isPrefixed = prefixes.stream().anyMatch(prefix -> !prefix.isEmpty() && upper.startsWith(prefix));
        String before =
                text.substring(Math.max(0, found.start() - NEAR), found.start()).toLowerCase(Locale.ROOT);
        return isPrefixed || before.contains(kind) || before.stripTrailing().endsWith("#");
    }

    private static String prefix(BusinessRecord record) {
        return record.id().replaceFirst("[0-9].*", "").toUpperCase(Locale.ROOT);
    }
}
