package io.sallyport.action;

import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Words;
import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a customer who was asked for a one-time code writes of it, by a list of phrases. */
final class CodeTalk {

    private static final Phrasebook BOOK = Phrasebook.load(Concerns.COMMON, "/action/words.txt", "/action/code.txt");
    private static final String ANOTHER = "another";
    private static final String TAKEN_BACK = "taken-back";
    private static final String BESIDES = "besides";

    /** Six digits that stand alone were read as a code, so they are no order's. */
    private static final Pattern CODE = Pattern.compile("(?<![\\p{L}\\p{N}#/.,-])[0-9]{6}(?![\\p{L}\\p{N}/-])");

    /** "It says", "Here you go". */
    private static final int LEAST_WORDS = 4;

    private static final Pattern NUMBER = Pattern.compile("\\p{N}");

    private CodeTalk() {}

    static boolean hasCode(String text) {
        return CODE.matcher(text).find();
    }

    /** Whether it did not come, is too old or lost, or another is asked for. */
    static boolean isOfAnother(String text) {
        return has(ANOTHER, text);
    }

    /** Whether what was to be done is not wanted any more. */
    static boolean takesBack(String text) {
        return has(TAKEN_BACK, text);
    }

    /** Whether what else is wanted does not take the place of what was to be done. */
    static boolean isBesides(String text) {
        return has(BESIDES, text) && !takesBack(text);
    }

    /** Whether a message says more than a code and the few words around it. */
    static boolean isMore(String text) {
        return !hasCode(text)
                || isOfAnother(text)
                || takesBack(text)
                || SentenceSplitter.split(
                                CODE.matcher(BesideCode.withoutSignature(text)).replaceAll(" "))
                        .stream()
                        .anyMatch(CodeTalk::isOfMore);
    }

    private static boolean isOfMore(String sentence) {
        boolean isLong = Words.of(sentence).size() >= LEAST_WORDS && !BesideCode.saysNothing(sentence);
        return isLong || NUMBER.matcher(sentence).find();
    }

    /** The words without codes and the sentences about them, which are no wish of the catalogue. */
    static String without(String text) {
        return SentenceSplitter.split(CODE.matcher(text).replaceAll(" ")).stream()
                .filter(sentence -> !isOfAnother(sentence))
                .collect(Collectors.joining("\n\n"));
    }

    private static boolean has(String section, String text) {
        return BOOK.find(PlainWords.of(text)).stream()
                .anyMatch(hit -> hit.section().equals(section));
    }
}
