package io.sallyport.text;

import java.util.Set;

/** Everyday words that open sentences and steps, so that their capital says nothing. */
public final class Openers {

    private static final Set<String> WORDS = Set.copyOf(Lexicon.list("/text/sentence-openers.txt"));

    private Openers() {}

    public static boolean contains(String lowerWord) {
        return WORDS.contains(lowerWord) || lowerWord.endsWith("ly") || lowerWord.endsWith("ing");
    }
}
