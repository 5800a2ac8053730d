package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Triage;
import io.sallyport.text.Names;
import io.sallyport.text.Values;
import io.sallyport.text.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a message that says too little to be answered from one that says enough and has no answer. */
final class Vagueness {

    /** A complaint of so few different words with content, which points at something, names no detail to go by. */
    private static final int FEW_WORDS = 9;

    /** So few are not even a complaint. */
    private static final int NO_WORDS = 2;

    /** What the writer has before their eyes and we have not. */
    private static final Pattern POINTING = Pattern.compile(
            "\\b(?:its?|it's|things?|something|anything|stuff|ones?|this|that|these|those|them|they|the other)\\b",
            Pattern.CASE_INSENSITIVE);

    private Vagueness() {}

    /** @param confidence that the best article answers it; what is sure enough needs no question */
    static boolean isVague(Question question, CaseRecord record, double confidence) {
        if (confidence >= Composer.LEAST_CONFIDENCE || isWish(question, record)) {
            return false;
        }
        String text = question.text();
        Set<String> words = new HashSet<>(Words.content(text));
        boolean saysNothing = words.size() <= NO_WORDS
                || (words.size() <= FEW_WORDS && POINTING.matcher(text).find());
        return saysNothing && Names.wordsIn(text).isEmpty() && Values.in(text).isEmpty();
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
