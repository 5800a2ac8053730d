package io.sallyport.action;

import io.sallyport.text.SentenceSplitter;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which of a catalogue's few words a message chooses. They are words of every day, too ("at home", "as soon as you are free"), so
 * one counts where it is written as a name, stands beside what it is a name of, or is what something is changed to.
 */
final class ChoiceWords {

    private static final String NO_CHOICE = "(?<!\\bat\\s)(?<!\\bnot\\s)(?<!\\bnot\\s(?:to|on)\\s)(?<!\\bnot\\sonto\\s)"
            + "(?<!\\bnot\\s(?:to|on)\\sthe\\s)";

    /** Between a preposition and the word. */
    private static final String ARTICLE = "(?:the\\s+|our\\s+|your\\s+|a\\s+)?";

    /** Nothing that would make another name or thing of it: "to home office". */
    private static final String DONE =
            "(?=\\s*(?:[,.;:!?()]|$)|\\s+(?:please|pls|plz|thanks|thx|for|from|at|today|tomorrow|now|next"
                    + "|immediately|and|or|as|instead|until|till|by|when|with|again|after|before|back|in|on|this|if"
                    + "|starting|asap|because|since|then|once|so|monthly|yearly|annual|is|would|will)\\b)";

    private static final String KINDS = "plan|tier|subscription|version|level|package|option|one";

    /** What an answer to our question may begin with. */
    private static final String ANSWER =
            "(?:^|[,;:]\\s*)(?:(?:the|a|to|on|ok|okay|yes|please|it|its|it's|is|make|take|choose|for|i|we"
                    + "|i'd|we'd|would|want|like|prefer|go|us|me|put|with|hi|hello|thanks)[,\\s]+)*";

    private final List<String> words;
    private final String kinds;
    private final Predicate<String> isWish;

    /**
     * @param words as the catalogue writes them
     * @param label what they are names of, its noun last
     * @param isWish whether a sentence asks for what they are chosen for
     */
    ChoiceWords(List<String> words, String label, Predicate<String> isWish) {
        this.words = words;
        this.kinds = KINDS + "|" + Pattern.quote(label.replaceFirst(".*[ _]", ""));
        this.isWish = isWish;
    }

    /** What the latest message chooses; what an earlier one does, where the latest chooses none. */
    List<String> in(Said said) {
        List<String> latest = chosen(said.latest(), said.timesAsked() > 0);
        return latest.isEmpty() ? chosen(said.whole(), false) : latest;
    }

    private List<String> chosen(String text, boolean isAnswer) {
        List<String> sentences = SentenceSplitter.split(text);
        return words.stream()
                .filter(word -> sentences.stream().anyMatch(sentence -> isChosen(word, sentence, isAnswer)))
                .toList();
    }

    private boolean isChosen(String word, String sentence, boolean isAnswer) {
        String any = NO_CHOICE + "(?i:\\b" + Pattern.quote(word) + "\\b)";
        Stream<String> always = Stream.of(
                "(?<!^)" + NO_CHOICE + "(?<!\\p{Lu}\\p{L}{1,30}[ -])\\b" + Pattern.quote(word) + "\\b(?![ -]\\p{Lu})",
                any + "\\s+(?i:" + kinds + ")\\b",
                "\\b(?i:" + kinds + "):?\\s+" + any + DONE,
                "\\b(?i:from)\\s+" + any + "\\s+(?i:(?:back\\s+)?to)\\b");
        String target = "\\b(?i:to|on|onto)\\s+(?i:" + ARTICLE + ")" + any + DONE;
        return always.anyMatch(pattern -> isIn(pattern, sentence))
                || (isIn(target, sentence) && isWish.test(sentence))
                || (isAnswer && isIn("(?i:" + ANSWER + ")" + any + DONE, sentence));
    }

    private static boolean isIn(String pattern, String sentence) {
        return Pattern.compile(pattern).matcher(sentence).find();
    }
}
