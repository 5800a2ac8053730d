package io.sallyport.routing;

import java.util.regex.Pattern;

/** Whether a text is written mostly in capitals. Abbreviations alone do not make it so. */
final class Shouting {

    private static final Pattern BLANKS = Pattern.compile("[^\\p{L}']+");

    /** Shorter words may be abbreviations. */
    private static final int TELLING = 4;

    private static final int ENOUGH = 5;

    private Shouting() {}

    static boolean isIn(String text) {
        long words = BLANKS.splitAsStream(text)
                .filter(word -> word.length() >= TELLING)
                .count();
        long shouted = BLANKS.splitAsStream(text)
                .filter(word -> word.length() >= TELLING && word.chars().allMatch(c -> !Character.isLowerCase(c)))
                .count();
        return shouted >= ENOUGH && shouted * 2 >= words;
    }
}
