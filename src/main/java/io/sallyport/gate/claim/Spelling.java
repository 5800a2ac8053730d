package io.sallyport.gate.claim;

import io.sallyport.text.Lexicon;
import io.sallyport.text.NumberWords;
import io.sallyport.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One spelling for British and American words, singular and plural, "is" and "are", figures and number words. */
final class Spelling {

    private static final Map<String, String> SAME = sameWords();

    private Spelling() {}

    static String key(String lowerWord) {
        if (SAME.containsKey(lowerWord)) {
            return SAME.getOrDefault(lowerWord, lowerWord);
        }
        String word = lowerWord.replaceFirst("'s?$", "");
        var number = NumberWords.cardinal(word);
        if (number.isPresent()) {
            return String.valueOf(number.get());
        }
        String listed = SAME.get(word);
        if (listed != null) {
            return listed;
        }
        String american = american(Words.singular(word));
        return SAME.getOrDefault(american, american);
    }

    /** Applied to both sides, so a word that no American spells this way does no harm. */
    private static String american(String word) {
        if (word.length() < 5) {
            return word;
        }
        String spelt =
                word.replaceFirst("is(e|ed|ing|er|ation|ational)$", "iz$1").replaceFirst("ys(e|ed|ing|er)$", "yz$1");
        if (word.length() >= 6) {
            spelt = spelt.replaceFirst("our(|ed|ing|ite|able|al|hood)$", "or$1")
                    .replaceFirst("([tb])re(|d)$", "$1er$2");
        }
        if (word.length() >= 8) {
            spelt = spelt.replaceFirst("ll(ed|ing|er|ation|ment)$", "l$1");
        }
        return spelt.replaceFirst("ogue$", "og");
    }

    private static Map<String, String> sameWords() {
        var same = new HashMap<String, String>();
        for (List<String> row : Lexicon.rows("/gate/same-words.txt")) {
            row.forEach(word -> same.put(word, row.getFirst()));
        }
        return Map.copyOf(same);
    }
}
