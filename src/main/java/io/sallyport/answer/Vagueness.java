package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Triage;
import io.sallyport.text.Names;
import io.sallyport.text.Values;
import io.sallyport.text.Words;
import java.util.HashSet;
import java.util.Set;

/** Tells a message that says too little to be answered from one that says enough and has no answer. */
final class Vagueness {

    /** A complaint of so few different words with content names no detail to go by. */
    private static final int FEW_WORDS = 9;

    private Vagueness() {}

    /** @param confidence that the best article answers it; what is sure enough needs no question */
    static boolean isVague(Question question, CaseRecord record, double confidence) {
        if (confidence >= Composer.LEAST_CONFIDENCE || isWish(question, record)) {
            return false;
        }
        String text = question.text();
        Set<String> words = new HashSet<>(Words.content(text));
        return words.size() <= FEW_WORDS
                && Names.wordsIn(text).isEmpty()
                && Values.in(text).isEmpty();
    }

    private static boolean isWish(Question question, CaseRecord record) {
        return Asking.wishes(question.text())
                || record.findings()
                        .triage()
                        .map(Triage::category)
                        .filter(category -> category == Category.FEATURE_REQUEST)
                        .isPresent();
    }
}
