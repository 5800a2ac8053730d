package io.sallyport.text;

import java.util.Locale;

/**
 * One word, number, address or sign of a text.
 *
 * @param text as written, with typographic apostrophes made plain
 */
public record Token(String text, Kind kind, TextSpan span) {

    public enum Kind {
        WORD,
        /** Digits with their separators, such as {@code 1,000} or {@code -40}; also {@code 1st}. */
        NUMBER,
        /** Three or more numbers joined by dots, or a number after {@code v}. */
        VERSION,
        /** Letters and digits in one: an order id, a model, a key. */
        CODE,
        EMAIL,
        /** A web address, a host name or a file name. */
        ADDRESS,
        /** Anything else that is not blank. */
        SIGN
    }

    public String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    public boolean isSign() {
        return kind == Kind.SIGN;
    }

    public boolean isCapitalised() {
        return isWord() && Character.isUpperCase(text.charAt(0));
    }
}
