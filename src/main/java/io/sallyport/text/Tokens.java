package io.sallyport.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts text into tokens. A hyphen between letters is a sign of its own, so "two-step" and "two step" differ by it only. */
public final class Tokens {

    private static final String DOMAIN = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?";

    private static final String DIGITS = "(?:\\d{1,3}(?:[,\u00A0\u202F']\\d{3})++(?:\\.\\d+)?+|\\d++(?:[.:]\\d+)?+)";

    /** Units people write without a blank: "85dB", "5pm", "10k". */
    private static final String UNITS =
            "(?:ms|s|h|d|hrs?|mins?|[kKMGT]B|[kMG]?Hz|dB|mm|cm|m|km|kg|g|V|A|W|mAh|px|k|K|M|x|am|pm)";

    /** Whoever wants to see the desk fall sends a chain without an end: each repetition has a bound, so that none is deep or slow to fail. */
    private static final Pattern TOKEN = Pattern.compile(String.join(
            "|",
            "(?<email>[A-Za-z0-9._%+-]{1,64}+@" + DOMAIN + "(?:\\." + DOMAIN + "){1,20})",
            "(?<url>(?:https?|ftp|mailto)://[^\\s<>\"'`”’)\\]}]*[^\\s<>\"'`”’)\\]}.,;:!?…*])",
            "(?<version>\\bv?\\d+(?:\\.(?:\\d+|[xX]\\b)){2,20}(?:-[A-Za-z0-9.]*[A-Za-z0-9])?|\\b\\d+\\.[xX]\\b|\\bv\\d+(?:\\.\\d+){0,20}\\b)",
            "(?<host>\\b(?:" + DOMAIN
                    + "\\.){1,20}[A-Za-z]{2,}\\b(?:[:/][^\\s<>\"'`”’)\\]}]*[^\\s<>\"'`”’)\\]}.,;:!?…*])?)",
            "(?<date>\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b)",
            "(?<number>(?:(?<![\\p{L}\\p{N}.)%])(?:[-−+]|(?<!\\p{N}[\\s\u00A0]{0,3})–)(?=\\d))?" + DIGITS
                    + "(?:st|nd|rd|th)?+(?![\\p{L}\\p{N}]|(?<![a-z])_)" + "|" + DIGITS + "(?=" + UNITS
                    + "(?![\\p{L}\\p{N}])))",
            "(?<code>[\\p{L}\\p{N}_]*(?:\\d\\p{L}|\\p{L}\\d|_)[\\p{L}\\p{N}_]*(?:\\.\\d+)?)",
            "(?<word>\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}+){0,20})",
            "(?<digits>\\p{N}+)",
            "(?<sign>\\S)"));

    /** Some 10 MB of sentences; longer texts are seldom read twice. */
    private static final Latest<String, List<Token>> LATEST = new Latest<>(4_096, Tokens::cut);

    private static final int SENTENCE = 400;

    /** What may stand between a plain word and the next blank. */
    private static final String CLOSING = ".,;:!?";

    private Tokens() {}

    public static List<Token> in(String text) {
        return text.length() <= SENTENCE ? LATEST.of(text) : cut(text);
    }

    private static List<Token> cut(String text) {
        var tokens = new ArrayList<Token>();
        Matcher match = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            int end = endOfPlainWord(text, at);
            if (end > at) {
                tokens.add(new Token(text.substring(at, end), Token.Kind.WORD, new TextSpan(at, end)));
                at = end;
            } else if (isBlank(text.charAt(at))) {
                at++;
            } else if (match.find(at)) {
                var span = new TextSpan(match.start(), match.end());
                tokens.add(new Token(written(match), kindOf(match), span));
                at = match.end();
            } else {
                break;
            }
        }
        return List.copyOf(tokens);
    }

    /**
     * Most of a text is words of plain letters between blanks, with at most a comma or full stop behind: those the pattern, which tries an address first,
     * need not see.
     *
     * @return where the word ends, {@code from} where there is no such word
     */
    private static int endOfPlainWord(String text, int from) {
        if (from > 0 && !isBlank(text.charAt(from - 1))) {
            return from;
        }
        int end = from;
        while (end < text.length() && isPlainLetter(text.charAt(end))) {
            end++;
        }
        return isLastOfWord(text, end) ? end : from;
    }

    private static boolean isLastOfWord(String text, int end) {
        int blank = end < text.length() && CLOSING.indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
        return blank >= text.length() || isBlank(text.charAt(blank));
    }

    private static boolean isPlainLetter(char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    /** As the pattern sees it. */
    private static boolean isBlank(char sign) {
        return sign == ' ' || (sign >= '\t' && sign <= '\r');
    }

    private static String written(Matcher match) {
        String plain = match.group().replace('’', '\'').replace('−', '-');
        return match.group("number") == null ? plain : plain.replace('–', '-');
    }

    private static Token.Kind kindOf(Matcher match) {
        if (match.group("email") != null) {
            return Token.Kind.EMAIL;
        }
        if (match.group("url") != null || match.group("host") != null) {
            return Token.Kind.ADDRESS;
        }
        if (match.group("version") != null) {
            return Token.Kind.VERSION;
        }
        if (match.group("number") != null || match.group("date") != null || match.group("digits") != null) {
            return Token.Kind.NUMBER;
        }
        if (match.group("code") != null) {
            return Token.Kind.CODE;
        }
        return match.group("word") != null ? Token.Kind.WORD : Token.Kind.SIGN;
    }
}
