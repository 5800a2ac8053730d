package io.sallyport.gate;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Numbers long enough to name a person, an order or a card: six digits and more, however they are grouped. */
final class LongNumbers {

    private static final Pattern GROUPED =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\+?\\(?\\d(?:[ ().\\-\\u00A0]?\\d){5,24}(?![\\p{L}\\p{N}])");
    private static final Pattern AMOUNT =
            Pattern.compile("\\d{1,3}(?:[,.\u00A0 ]\\d{3})+|\\d{4}-\\d{2}-\\d{2}|\\d+0{4,}");
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;

    private LongNumbers() {}

    /** @param digits without signs and blanks */
    record LongNumber(String text, String digits) {

        /** The check digit that every payment card carries (ISO/IEC 7812-1, annex B). */
        boolean isCard() {
            if (digits.length() < SHORTEST_CARD || digits.length() > LONGEST_CARD) {
                return false;
            }
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(digits.length() - 1 - i) - '0';
                int counted = i % 2 == 1 ? digit * 2 : digit;
                sum += counted > 9 ? counted - 9 : counted;
            }
            return sum % 10 == 0;
        }
    }

    static List<LongNumber> in(String text) {
        return GROUPED.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(found -> !AMOUNT.matcher(found).matches())
                .map(found -> new LongNumber(found, found.replaceAll("\\D", "")))
                .toList();
    }
}
