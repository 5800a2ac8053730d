package io.sallyport.privacy;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Phone numbers: libphonenumber's for numbers with their country's prefix and for the national forms of the countries below;
 * and any grouped number of a phone's length, since a national number without a country cannot be told from another's.
 */
final class Phones implements Finder {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /** Two plans that cover most of the national forms between them; others are caught by their grouping. */
    private static final List<String> REGIONS = List.of("US", "GB", "DE", "FR");

    private static final Pattern GROUPED = Pattern.compile(
            "(?<![\\p{L}\\p{N}./:$€£-])(?<!\\d,)\\+?\\(?\\d{1,5}\\)?(?:[ ./-]{1,2}\\(?\\d{1,6}\\)?){1,6}(?![\\p{L}\\p{N}]|[.,/:-]\\d)");

    private static final Pattern UNBROKEN =
            Pattern.compile("(?<![\\p{L}\\p{N}.:/-])(?<!\\d,)\\+?\\d{7,15}(?![\\p{L}\\p{N}]|[.,:]\\d)");

    private static final Pattern DATE = Pattern.compile(
            "\\d{4}[-./ ]\\d{1,2}[-./ ]\\d{1,2}(?: \\d{1,2})?|\\d{1,2}[-./ ]\\d{1,2}[-./ ]\\d{4}|\\d{4} ?- ?\\d{4}");

    @Override
    public List<Finding> in(String text) {
        var found = new ArrayList<Finding>();
        for (var region : REGIONS) {
            LIBRARY.findNumbers(text, region, Leniency.VALID, Long.MAX_VALUE)
                    .forEach(match -> found.add(Finding.at(Kind.PHONE, match.start(), match.end())));
        }
        found.addAll(Matches.of(Kind.PHONE, GROUPED, text, Phones::hasPhoneLength));
        found.addAll(Matches.of(Kind.NUMBER, UNBROKEN, text));
        return found;
    }

    private static boolean hasPhoneLength(MatchResult match) {
        var written = match.group();
        long digits = written.chars().filter(Character::isDigit).count();
        return digits >= 7 && digits <= 15 && !DATE.matcher(written.strip()).matches();
    }
}
