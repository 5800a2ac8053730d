package io.sallyport.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The small words that turn a statement's meaning: negation, duty and permission, quantity, condition, order in time.
 * Two statements with the same content words and different markers do not say the same.
 */
public final class Markers {

    public enum Marker {
        NOT,
        NEVER,
        NO_LONGER,
        WITHOUT,
        MUST,
        SHOULD,
        MAY,
        WILL,
        ONLY,
        ALWAYS,
        SOMETIMES,
        USUALLY,
        ALL,
        MOST,
        SOME,
        FEW,
        NONE,
        BOTH,
        EITHER,
        AT_LEAST,
        AT_MOST,
        MORE,
        LESS,
        EXACTLY,
        ABOUT,
        IF,
        UNLESS,
        EXCEPT,
        UNTIL,
        BEFORE,
        AFTER,
        YET,
        INSTEAD
    }

    private static final Map<List<String>, Marker> PHRASES = phrases();
    private static final int LONGEST =
            PHRASES.keySet().stream().mapToInt(List::size).max().orElseThrow();
    private static final Map<String, Set<String>> OPPOSITES = opposites();

    private Markers() {}

    /** Which marker, and the words that say it. */
    public record Found(Marker marker, String words, TextSpan span) {}

    public static List<Found> in(String text) {
        List<Token> tokens = Tokens.in(Contractions.expand(text));
        var found = new ArrayList<Found>();
        int at = 0;
        while (at < tokens.size()) {
            int length = longestAt(tokens, at);
            if (length > 0) {
                List<String> words = words(tokens, at, length);
                var span = new TextSpan(
                        tokens.get(at).span().start(),
                        tokens.get(at + length - 1).span().end());
                Marker marker = Objects.requireNonNull(PHRASES.get(words));
                found.add(new Found(marker, String.join(" ", words), span));
            }
            at += Math.max(length, 1);
        }
        return List.copyOf(found);
    }

    public static Set<Marker> kindsIn(String text) {
        var kinds = EnumSet.noneOf(Marker.class);
        in(text).forEach(found -> kinds.add(found.marker()));
        return kinds;
    }

    /** Whether the words, in any inflection of "-s", contradict each other: enable and disable, before and after. */
    public static boolean areOpposites(String lowerWord, String other) {
        return opposed(lowerWord, other) || opposed(Words.stem(lowerWord), Words.stem(other));
    }

    private static boolean opposed(String word, String other) {
        return OPPOSITES.getOrDefault(word, Set.of()).contains(other);
    }

    private static int longestAt(List<Token> tokens, int at) {
        for (int length = Math.min(LONGEST, tokens.size() - at); length > 0; length--) {
            if (PHRASES.containsKey(words(tokens, at, length))) {
                return length;
            }
        }
        return 0;
    }

    private static List<String> words(List<Token> tokens, int at, int length) {
        return tokens.subList(at, at + length).stream().map(Token::lower).toList();
    }

    private static Map<List<String>, Marker> phrases() {
        var phrases = new HashMap<List<String>, Marker>();
        for (List<String> row : Lexicon.rows("/text/markers.txt")) {
            phrases.put(Lexicon.words(row.getFirst()), Marker.valueOf(row.getLast()));
        }
        return Map.copyOf(phrases);
    }

    private static Map<String, Set<String>> opposites() {
        var opposites = new HashMap<String, Set<String>>();
        for (List<String> row : Lexicon.rows("/text/opposites.txt")) {
            for (String left : Lexicon.words(row.getFirst())) {
                for (String right : Lexicon.words(row.getLast())) {
                    pair(opposites, left, right);
                    pair(opposites, Words.stem(left), Words.stem(right));
                }
            }
        }
        return opposites;
    }

    private static void pair(Map<String, Set<String>> opposites, String left, String right) {
        opposites.computeIfAbsent(left, _ -> new HashSet<>()).add(right);
        opposites.computeIfAbsent(right, _ -> new HashSet<>()).add(left);
    }
}
