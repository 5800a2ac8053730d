package io.sallyport.answer;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Triage;
import io.sallyport.text.Names;
import io.sallyport.text.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a message that says too little to be answered from one that says enough and has no answer. */
final class Vagueness {

    /** A complaint of so few different words with content names no detail to go by. */
    private static final int FEW_WORDS = 9;

    /** So few are not even a complaint. */
    private static final int NO_WORDS = 2;

    /** What the writer has before their eyes and we have not. */
    private static final Pattern POINTING = Pattern.compile(
            "\\b(?:its?|it's|things?|something|anything|stuff|ones?|this|that|these|those|them|they|the other)\\b",
            Pattern.CASE_INSENSITIVE);

    private Vagueness() {}

    /**
     * @param confidence that the best article answers it; what is sure enough needs no question
     * @param isKnownGround whether there are earlier messages of this company's customers. Without them nothing tells a short
     *     message from a stranger's, so that only what says next to nothing, or points at something, is asked about.
     */
    static boolean isVague(Question question, CaseRecord record, double confidence, boolean isKnownGround) {
        if (confidence >= Composer.LEAST_CONFIDENCE || isWish(question, record)) {
            return false;
        }
        String text = question.text();
        Set<String> words = new HashSet<>(Words.content(text));
        return words.size() <= FEW_WORDS
                && (isKnownGround
                        || words.size() <= NO_WORDS
                        || POINTING.matcher(text).find())
                && Names.wordsIn(text).isEmpty()
                && text.chars().noneMatch(Character::isDigit);
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
