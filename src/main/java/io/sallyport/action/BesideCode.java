package io.sallyport.action;

import io.sallyport.text.Lexicon;
import io.sallyport.text.Words;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may stand beside a one-time code without saying anything: that here it is, thanks, and what is below a name. */
final class BesideCode {

    private static final Set<String> WORDS = Set.copyOf(Lexicon.list("/action/beside-code.txt"));

    /** A device's own line, or a number to call that says that it is one. */
    private static final Pattern SIGNATURE = Pattern.compile("(?i)\\s*(?:"
            + "(?:sent (?:from|with|via)|get outlook for) [\\p{L}\\p{N}]+(?: [\\p{L}\\p{N}]+){0,3}"
            + "|(?:(?:tel|phone|telephone|mobile|mob|cell|fax)\\b[.:]? ?\\+?|\\+)[0-9][0-9 ()/.-]{6,20}"
            + ")[\\s.!]*");

    /** "Kind regards, Maya Lindqvist". */
    private static final Pattern NAME_BEHIND = Pattern.compile(
            "(?<=(?i:thanks|thank you|cheers|regards|greetings|wishes|best|yours|sincerely)[,.!]? {0,2})"
                    + "(?:\\p{Lu}[\\p{L}'-]{0,30}[ .]{0,2}){1,3}$");

    private BesideCode() {}

    static String withoutSignature(String text) {
        return text.lines().filter(line -> !SIGNATURE.matcher(line).matches()).collect(Collectors.joining("\n"));
    }

    static boolean saysNothing(String sentence) {
        return WORDS.containsAll(Words.of(NAME_BEHIND.matcher(sentence).replaceFirst("")));
    }
}
