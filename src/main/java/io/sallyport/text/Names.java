package io.sallyport.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what a text calls by name: runs of capitalised words, acronyms, product names with capitals or digits inside.
 * The first word of a sentence counts only when something else speaks for a name, since any word may stand there.
 */
public final class Names {

    /** Words that may stand between the parts of one name. */
    private static final Set<String> LINKS = Set.of("of", "de", "van", "von", "&", "'", "-");

    private static final Set<String> ALWAYS_CAPITAL = Set.of("i", "i'm", "i've", "i'd", "i'll", "ok");

    private Names() {}

    /** @param text as written */
    public record Name(String text, TextSpan span) {
        /** In lower case without possessive ending, for comparing. */
        public String normal() {
            return text.toLowerCase(Locale.ROOT).replaceAll("'s?$", "");
        }
    }

    public static List<Name> in(String text) {
        var names = new ArrayList<Name>();
        for (TextSpan sentence : SentenceSplitter.spans(text)) {
            collect(text, sentence, names);
        }
        return List.copyOf(names);
    }

    /** Every word that is part of a name, in lower case. */
    public static Set<String> wordsIn(String text) {
        var words = new HashSet<String>();
        in(text).forEach(name -> words.addAll(Words.of(name.text().replaceAll("'s?$", ""))));
        words.removeAll(LINKS);
        return Set.copyOf(words);
    }

    private static void collect(String text, TextSpan sentence, List<Name> names) {
        List<Token> tokens = Tokens.in(sentence.in(text));
        int at = 0;
        while (at < tokens.size()) {
            int end = endOfRun(tokens, at);
            if (end == at) {
                at++;
                continue;
            }
            int from = at == 0 && !opensWithName(tokens, end) ? 1 : at;
            while (from < end && LINKS.contains(tokens.get(from).lower())) {
                from++;
            }
            if (from < end) {
                var span = new TextSpan(
                        sentence.start() + tokens.get(from).span().start(),
                        sentence.start() + tokens.get(end - 1).span().end());
                names.add(new Name(span.in(text).replace('’', '\''), span));
            }
            at = end;
        }
    }

    private static int endOfRun(List<Token> tokens, int from) {
        int end = from;
        int at = from;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (isNameWord(token)) {
                end = at + 1;
            } else if (end == from || !LINKS.contains(token.lower())) {
                break;
            }
            at++;
        }
        return end;
    }

    private static boolean isNameWord(Token token) {
        return switch (token.kind()) {
            case WORD ->
                token.text().chars().anyMatch(Character::isUpperCase) && !ALWAYS_CAPITAL.contains(token.lower());
            case CODE -> token.text().chars().anyMatch(Character::isLetter);
            case NUMBER, VERSION, EMAIL, ADDRESS, SIGN -> false;
        };
    }

    /** Whether the first word of a sentence belongs to the name that begins there. */
    private static boolean opensWithName(List<Token> tokens, int end) {
        Token first = tokens.getFirst();
        boolean capitalsInside = first.text().chars().skip(1).anyMatch(Character::isUpperCase);
        if (capitalsInside || first.kind() == Token.Kind.CODE) {
            return true;
        }
        return !Words.isStopWord(first.lower()) && (end > 1 || !Openers.contains(first.lower()));
    }
}
