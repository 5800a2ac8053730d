package io.sallyport.knowledge.markdown;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** What a {@code <sup>} behind a figure becomes in plain text, where its digits would run into the figure's. */
final class Raised {

    private static final Pattern FIGURE_BEFORE = Pattern.compile("\\d[*_\\s]*$");

    /** "10<sup>6</sup>" is a power; behind "$10" stands a footnote. */
    private static final Pattern TEN_BEFORE = Pattern.compile("(?<![\\d.,$€£¥₹])10$");

    /** "5th", "Pro 5 TM". */
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private static final Pattern DECIMALS = Pattern.compile("[.,]\\d+");
    private static final Pattern EXPONENT = Pattern.compile("[-−]?\\d+");

    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Raised() {}

    static boolean isBehindFigure(CharSequence before) {
        return FIGURE_BEFORE.matcher(before).find();
    }

    /**
     * One digit, letter or sign is a footnote's mark and goes. Longer figures may be cents or a power: as raised digits they say what
     * the page says.
     */
    static String text(String before, String inner) {
        var words =
                Parser.unescapeEntities(inner.replaceAll("<[^>]*>", ""), false).strip();
        if (WORD.matcher(words).matches() || DECIMALS.matcher(words).matches()) {
            return words;
        }
        var isExponent = EXPONENT.matcher(words).matches();
        var isLong = words.length() > 1 || TEN_BEFORE.matcher(before).find();
        return isExponent && isLong ? raised(words) : "";
    }

    private static String raised(String digits) {
        var raised = new StringBuilder();
        digits.chars().forEach(c -> raised.append(Character.isDigit(c) ? DIGITS.charAt(c - '0') : '⁻'));
        return raised.toString();
    }
}
