package io.sallyport.evaluation.mutation;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

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
        return new Swap(Pattern.compile("\\b" + words + "\\b", Pattern.CASE_INSENSITIVE), to);
    }

    /** Both ways. */
    static List<Swap> pair(String one, String other) {
        return List.of(words(one, other), words(other, one));
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
        var able = swaps.stream().filter(swap -> swap.from.matcher(sentence).find()).toList();
        return able.isEmpty() ? Optional.empty() : able.get(random.nextInt(able.size())).apply(sentence, random);
    }

    static String tidy(String sentence) {
        String plain = sentence.replaceAll("\\s+", " ").replaceAll(" ([.,;:!?])", "$1").strip();
        return plain.isEmpty() ? plain : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
}
