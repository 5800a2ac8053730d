package io.sallyport.knowledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Tells a person's name from that of a machine or a placeholder. */
public final class ReviewerName {

    private static final Set<String> NOT_PEOPLE = Set.of(
            "agent",
            "assistant",
            "author",
            "automated",
            "automation",
            "bot",
            "chatbot",
            "copilot",
            "gpt",
            "importer",
            "llm",
            "model",
            "n/a",
            "nobody",
            "none",
            "null",
            "sallyport",
            "script",
            "system",
            "tbd",
            "todo",
            "unknown");

    private ReviewerName() {}

    public static boolean isPerson(String name) {
        var words = name.strip().split("[\\s_.@-]+");
        return name.codePoints().anyMatch(Character::isLetter)
                && Arrays.stream(words).noneMatch(ReviewerName::isMachine);
    }

    /** AI only in capitals: Ai is a given name. */
    private static boolean isMachine(String word) {
        return word.equals("AI")
                || NOT_PEOPLE.contains(word.toLowerCase(Locale.ROOT))
                || word.toLowerCase(Locale.ROOT).startsWith("gpt");
    }
}
