package io.sallyport.text;

import java.util.List;
import java.util.Set;

/** Words as they are compared: lower case, light stems, without the words that carry no content. */
public final class Words {

    private static final Set<String> STOP = Set.copyOf(Lexicon.list("/text/stop-words.txt"));

    private static final Latest<String, List<String>> CONTENT = new Latest<>(4_096, Words::contentOf);

    private Words() {}

    /** Every word, number and code in lower case, in order. */
    public static List<String> of(String text) {
        return Tokens.in(text).stream()
                .filter(token -> !token.isSign())
                .map(Token::lower)
                .toList();
    }

    /** The stems of the words that carry content, in order. */
    public static List<String> content(String text) {
        return CONTENT.of(text);
    }

    private static List<String> contentOf(String text) {
        return Tokens.in(text).stream()
                .filter(token -> !token.isSign())
                .map(Token::lower)
                .filter(word -> !isStopWord(word))
                .map(Words::stem)
                .toList();
    }

    public static boolean isStopWord(String lowerWord) {
        return STOP.contains(lowerWord);
    }

    /** Takes off plural, possessive, "-ed" and "-ing" endings; words of three letters and fewer stay. */
    public static String stem(String lowerWord) {
        String word = lowerWord.endsWith("'s") ? lowerWord.substring(0, lowerWord.length() - 2) : lowerWord;
        if (word.length() <= 3 || !word.chars().allMatch(Character::isLetter)) {
            return word;
        }
        return withoutVerbEnding(singular(word));
    }

    /** Takes off a plural or third-person "-s" only, so that tense and voice stay apart. */
    public static String singular(String word) {
        if (word.length() <= 3
                || !word.endsWith("s")
                || word.endsWith("ss")
                || word.endsWith("us")
                || word.endsWith("is")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.length() > 4 ? word.substring(0, word.length() - 3) + "y" : word;
        }
        boolean hissing =
                word.endsWith("ches") || word.endsWith("shes") || word.endsWith("sses") || word.endsWith("xes");
        return word.substring(0, word.length() - (hissing || word.endsWith("zzes") ? 2 : 1));
    }

    private static String withoutVerbEnding(String word) {
        if (word.length() <= 3) {
            return word;
        }
        if (word.endsWith("ied") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        for (String ending : List.of("ing", "ed")) {
            if (word.endsWith(ending) && hasVowel(word.substring(0, word.length() - ending.length()))) {
                return repaired(word.substring(0, word.length() - ending.length()));
            }
        }
        return word.endsWith("e") && word.length() > 4 ? word.substring(0, word.length() - 1) : word;
    }

    /** "stopp" to "stop", "updat" stays "updat" as "update" loses its e, too. */
    private static String repaired(String stem) {
        int last = stem.length() - 1;
        boolean doubled =
                last >= 3 && stem.charAt(last) == stem.charAt(last - 1) && "lsz".indexOf(stem.charAt(last)) < 0;
        return doubled ? stem.substring(0, last) : stem;
    }

    private static boolean hasVowel(String stem) {
        return stem.length() >= 3 && stem.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
    }
}
