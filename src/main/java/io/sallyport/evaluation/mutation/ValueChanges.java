package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.SourceRef;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Wrong figures: another one of the same source, or one out of the air. */
final class ValueChanges {

    private static final Pattern FIGURE =
            Pattern.compile("(?<![\\w.,-])([$€£]?)(\\d[\\d,]*(?:\\.\\d+)*)(%?)(?![\\w-])");
    private static final List<String> COUNTS = List.of(
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty");
    private static final Pattern COUNT =
            Pattern.compile("\\b(?:" + String.join("|", COUNTS) + ")\\b", Pattern.CASE_INSENSITIVE);

    private static final List<String> CURRENCIES = List.of("$", "€", "£");
    private static final Pattern MONEY = Pattern.compile("[$€£](?=\\d)");

    private ValueChanges() {}

    static Optional<String> swapped(String sentence, SourceRef source, Corpus corpus, Random random) {
        List<MatchResult> here = FIGURE.matcher(sentence).results().toList();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        MatchResult at = here.get(random.nextInt(here.size()));
        var others = corpus.source(source).sentences().stream()
                .flatMap(other -> FIGURE.matcher(other).results())
                .filter(other ->
                        other.group(1).equals(at.group(1)) && other.group(3).equals(at.group(3)))
                .filter(other -> !number(other).equals(number(at)))
                .map(MatchResult::group)
                .filter(other -> !other.equals(at.group()) && !sentence.contains(other))
                .distinct()
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(put(sentence, at, others.get(random.nextInt(others.size()))));
    }

    static Optional<String> invented(String sentence, SourceRef source, Corpus corpus, Random random) {
        List<MatchResult> here = FIGURE.matcher(sentence).results().toList();
        if (!here.isEmpty()) {
            MatchResult at = here.get(random.nextInt(here.size()));
            return Optional.of(put(sentence, at, at.group(1) + otherDigits(at.group(2), random) + at.group(3)));
        }
        List<MatchResult> counts = COUNT.matcher(sentence).results().toList();
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        MatchResult at = counts.get(random.nextInt(counts.size()));
        String other = COUNTS.get(random.nextInt(COUNTS.size()));
        return other.equalsIgnoreCase(at.group()) ? Optional.empty() : Optional.of(put(sentence, at, other));
    }

    static Optional<String> otherCurrency(String sentence, SourceRef source, Corpus corpus, Random random) {
        List<MatchResult> here = MONEY.matcher(sentence).results().toList();
        if (here.isEmpty()) {
            return Optional.empty();
        }
        MatchResult at = here.get(random.nextInt(here.size()));
        List<String> others =
                CURRENCIES.stream().filter(sign -> !sign.equals(at.group())).toList();
        return Optional.of(put(sentence, at, others.get(random.nextInt(others.size()))));
    }

    /** One digit becomes another; a leading digit does not become a zero. */
    private static String otherDigits(String figure, Random random) {
        var digits = figure.toCharArray();
        int at;
        do {
            at = random.nextInt(digits.length);
        } while (!Character.isDigit(digits[at]));
        char old = digits[at];
        do {
            digits[at] = (char) ('1' + random.nextInt(9));
        } while (digits[at] == old);
        return new String(digits);
    }

    /** "2.0" is no other number than "2". */
    private static String number(MatchResult figure) {
        return figure.group(2).replace(",", "").replaceFirst("(?<=^\\d{1,9})\\.0+$", "");
    }

    private static String put(String sentence, MatchResult at, String other) {
        return sentence.substring(0, at.start()) + other + sentence.substring(at.end());
    }
}
