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

    private static final Pattern TOKEN = Pattern.compile(String.join(
            "|",
            "(?<email>[A-Za-z0-9._%+-]+@" + DOMAIN + "(?:\\." + DOMAIN + ")+)",
            "(?<url>(?:https?|ftp|mailto)://[^\\s<>\"'`”’)\\]}]*[^\\s<>\"'`”’)\\]}.,;:!?…*])",
            "(?<version>\\bv?\\d+(?:\\.(?:\\d+|[xX]\\b)){2,}(?:-[A-Za-z0-9.]*[A-Za-z0-9])?|\\b\\d+\\.[xX]\\b|\\bv\\d+(?:\\.\\d+)*\\b)",
            "(?<host>\\b(?:" + DOMAIN + "\\.)+[A-Za-z]{2,}\\b(?:[:/][^\\s<>\"'`”’)\\]}]*[^\\s<>\"'`”’)\\]}.,;:!?…*])?)",
            "(?<date>\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b)",
            "(?<number>(?:(?<![\\p{L}\\p{N}.)%])[-−+](?=\\d))?" + DIGITS
                    + "(?:st|nd|rd|th)?+(?![\\p{L}\\p{N}]|(?<![a-z])_)" + "|" + DIGITS + "(?=" + UNITS
                    + "(?![\\p{L}\\p{N}])))",
            "(?<code>[\\p{L}\\p{N}_]*(?:\\d\\p{L}|\\p{L}\\d|_)[\\p{L}\\p{N}_]*(?:\\.\\d+)?)",
            "(?<word>\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}+)*)",
            "(?<digits>\\p{N}+)",
            "(?<sign>\\S)"));

    /** Some 10 MB of sentences; longer texts are seldom read twice. */
    private static final Latest<String, List<Token>> LATEST = new Latest<>(4_096, Tokens::cut);

    private static final int SENTENCE = 400;

    private Tokens() {}

    public static List<Token> in(String text) {
        return text.length() <= SENTENCE ? LATEST.of(text) : cut(text);
    }

    private static List<Token> cut(String text) {
        var tokens = new ArrayList<Token>();
        Matcher match = TOKEN.matcher(text);
        while (match.find()) {
            var span = new TextSpan(match.start(), match.end());
            tokens.add(new Token(match.group().replace('’', '\'').replace('−', '-'), kindOf(match), span));
        }
        return List.copyOf(tokens);
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
