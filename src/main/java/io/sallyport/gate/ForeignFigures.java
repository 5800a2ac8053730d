package io.sallyport.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Figures and currencies of a sentence in any language against the words it cites: a translator, or whoever translates back,
 * may be wrong about words, but digits are the same everywhere. How groups and decimals are parted is not, and is read over;
 * a figure that is written in another way than in the source (a month by number) counts as another one.
 */
final class ForeignFigures {

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+(?:[.,'’\\u00A0\\u202F ]\\p{Nd}+)*");
    private static final Pattern CURRENCY =
            Pattern.compile("\\p{Sc}|%|\\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|CNY|INR|BRL|MXN)\\b");
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\P{Nd}");

    private ForeignFigures() {}

    /** Why the figures are not those of the quotes, empty when they are. */
    static Optional<String> whyOther(String sentence, List<String> quotes) {
        var known = figures(String.join("\n", quotes));
        for (String figure : figures(sentence)) {
            if (!known.remove(figure)) {
                return Optional.of("its figure " + figure + " does not stand in what it cites");
            }
        }
        var signs = found(CURRENCY, String.join("\n", quotes));
        return found(CURRENCY, sentence).stream()
                .filter(sign -> !signs.contains(sign))
                .findFirst()
                .map(sign -> "'" + sign + "' does not stand in what it cites");
    }

    /** As ASCII digits only. */
    private static List<String> figures(String text) {
        var figures = new ArrayList<String>();
        found(FIGURE, text)
                .forEach(figure -> figures.add(NOT_A_DIGIT
                        .matcher(figure)
                        .replaceAll("")
                        .codePoints()
                        .collect(
                                StringBuilder::new,
                                (digits, c) -> digits.append(Character.digit(c, 10)),
                                StringBuilder::append)
                        .toString()));
        return figures;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
