package io.sallyport.evaluation.mutation;

import io.sallyport.text.Lexicon;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Replaces one occurrence of a pattern, keeping the capital of a sentence's first letter. */
final class Swap {

    private final Pattern from;
    private final String to;

    private Swap(Pattern from, String to) {
        this.from = from;
        this.to = to;
    }

    /** @param words as they stand in a sentence, without regard to case */
    static Swap words(String words, String to) {
        return new Swap(Pattern.compile("(?<![\\w-])(?:" + words + ")(?![\\w'’-])", Pattern.CASE_INSENSITIVE), to);
    }

    /** A list of rows, each read from left to right. */
    static List<Swap> oneWay(String list) {
        return rows(list).stream()
                .map(row -> words(row.getFirst(), row.getLast().replace("{nothing}", "")))
                .toList();
    }

    /** A list of rows, each read from right to left. */
    static List<Swap> otherWay(String list) {
        return rows(list).stream()
                .map(row -> words(row.getLast(), row.getFirst()))
                .toList();
    }

    /** A list of rows, each read both ways. */
    static List<Swap> bothWays(String list) {
        return rows(list).stream()
                .flatMap(row -> Stream.of(words(row.getFirst(), row.getLast()), words(row.getLast(), row.getFirst())))
                .toList();
    }

    private static List<List<String>> rows(String list) {
        return Lexicon.rows("/evaluation/mutation/" + list + ".txt");
    }

    Optional<String> apply(String sentence, Random random) {
        List<MatchResult> found = from.matcher(sentence).results().toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        MatchResult at = found.get(random.nextInt(found.size()));
        String old = at.group();
        String put = from.matcher(old).replaceFirst(to);
        boolean capital = Character.isUpperCase(old.charAt(0)) && !put.isEmpty();
        String fitted = capital ? Character.toUpperCase(put.charAt(0)) + put.substring(1) : put;
        return Optional.of(tidy(sentence.substring(0, at.start()) + fitted + sentence.substring(at.end())));
    }

    /** One of these, at random among those that find something. */
    static Optional<String> any(List<Swap> swaps, String sentence, Random random) {
        var able = swaps.stream()
                .filter(swap -> swap.from.matcher(sentence).find())
                .toList();
        return able.isEmpty()
                ? Optional.empty()
                : able.get(random.nextInt(able.size())).apply(sentence, random);
    }

    static String tidy(String sentence) {
        String plain =
                sentence.replaceAll("\\s+", " ").replaceAll(" ([.,;:!?])", "$1").strip();
        return plain.isEmpty() ? plain : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
}
