package io.sallyport.privacy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Payment cards (Luhn's check digit, ISO/IEC 7812) and IBANs (remainder by 97, ISO 13616), and long numbers that may be one. */
final class Accounts implements Finder {

    private static final Pattern IBAN =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}])[A-Z]{2}\\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![\\p{L}\\p{N}])");

    /** The number of characters in all, and most of them digits: a slip in one of them is still somebody's account. */
    private static final Pattern NEARLY_IBAN =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Z]{2}\\d{2}[A-Z0-9]{0,8}\\d{8,22}[A-Z0-9]{0,2}(?![\\p{L}\\p{N}])");

    private static final Pattern LONG_NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}.])\\d(?:[ -]?\\d){11,18}(?![\\p{L}\\p{N}])");

    private static final Pattern CARD_WORDS = Pattern.compile(
            "(?i)\\b(?:card|cc|visa|master ?card|maestro|amex|american express|discover|diners|jcb|debit|credit)\\b");

    private static final int REACH = 40;

    /** Norway's. */
    private static final int SHORTEST_IBAN = 15;

    @Override
    public List<Finding> in(String text) {
        var found = new ArrayList<>(ibans(text));
        found.addAll(Matches.of(Kind.IBAN, NEARLY_IBAN, text));
        found.addAll(Matches.of(Kind.CARD, LONG_NUMBER, text, match -> isCard(match, text)));
        found.addAll(Matches.of(Kind.NUMBER, LONG_NUMBER, text));
        return found;
    }

    /** Written in groups, an IBAN has no end of its own: the longest beginning that passes the check is one. */
    private static List<Finding> ibans(String text) {
        var found = new ArrayList<Finding>();
        var matcher = IBAN.matcher(text);
        while (matcher.find()) {
            for (int end = matcher.end(); end >= matcher.start() + SHORTEST_IBAN; end--) {
                if (endsWord(text, end) && hasIbanCheck(text.substring(matcher.start(), end))) {
                    found.add(Finding.at(Kind.IBAN, matcher.start(), end));
                    break;
                }
            }
        }
        return found;
    }

    private static boolean endsWord(String text, int end) {
        return Character.isLetterOrDigit(text.charAt(end - 1))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    static boolean hasIbanCheck(String written) {
        var plain = written.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        var digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    private static boolean isCard(MatchResult match, String text) {
        return hasCardCheck(match.group()) || Matches.follows(CARD_WORDS, text, match.start(), REACH);
    }

    static boolean hasCardCheck(String written) {
        var digits = written.replaceAll("\\D", "");
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            int doubled = fromRight % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
