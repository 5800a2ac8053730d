package io.sallyport.gate.claim;

import io.sallyport.text.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phrases that may stand for each other in any statement without changing whether it is true. */
final class Phrases {

    private static final Set<String> ARTICLES = Set.of("a", "an");

    /** What a figure before "a month" may count. */
    private static final Set<String> COUNTED =
            Set.of("dollar", "euro", "pound", "cent", "usd", "eur", "gbp", "chf", "percent", "time", "mb", "gb", "tb");

    private static final Map<List<String>, String> SAME = samePhrases();
    private static final int LONGEST =
            SAME.keySet().stream().mapToInt(List::size).max().orElse(0);

    private Phrases() {}

    /** The units with every listed phrase drawn together into one, the longest first. */
    static List<Unit> fold(List<Unit> units) {
        var folded = new ArrayList<Unit>();
        int at = 0;
        while (at < units.size()) {
            int length = longestAt(units, at);
            if (length == 0) {
                folded.add(units.get(at++));
                continue;
            }
            List<Unit> phrase = units.subList(at, at + length);
            String surface = String.join(" ", phrase.stream().map(Unit::surface).toList());
            String key = SAME.getOrDefault(keys(phrase), surface);
            folded.add(new Unit(
                    key,
                    surface,
                    phrase.getFirst().gap(),
                    key.isEmpty(),
                    phrase.getLast().isOne()));
            at += length;
        }
        return List.copyOf(folded);
    }

    private static int longestAt(List<Unit> units, int at) {
        for (int length = Math.min(LONGEST, units.size() - at); length > 0; length--) {
            List<Unit> phrase = units.subList(at, at + length);
            if (SAME.containsKey(keys(phrase)) && isUnbroken(phrase) && isRateOrOther(units, at, phrase)) {
                return length;
            }
        }
        return 0;
    }

    /** "Go, to be sure" is not "go to". */
    private static boolean isUnbroken(List<Unit> phrase) {
        return phrase.stream()
                .skip(1)
                .allMatch(unit -> unit.gap().isBlank() || unit.gap().equals("-"));
    }

    /** "$24 a month" is "per month", "a month has passed" is not. */
    private static boolean isRateOrOther(List<Unit> units, int at, List<Unit> phrase) {
        boolean isRate = ARTICLES.contains(phrase.getFirst().key())
                && SAME.getOrDefault(keys(phrase), "").startsWith("per ");
        return !isRate
                || isFigure(units, at - 1)
                || (isFigure(units, at - 2)
                        && COUNTED.contains(units.get(at - 1).key()));
    }

    private static boolean isFigure(List<Unit> units, int at) {
        return at >= 0 && units.get(at).key().matches("\\d.*");
    }

    private static List<String> keys(List<Unit> units) {
        return units.stream().map(Unit::key).toList();
    }

    private static Map<List<String>, String> samePhrases() {
        var same = new HashMap<List<String>, String>();
        for (List<String> row : Lexicon.rows("/gate/same-meaning.txt")) {
            for (String phrase : row) {
                var keys =
                        Arrays.stream(phrase.split(" ", -1)).map(Spelling::key).toList();
                same.put(keys, row.getFirst());
            }
        }
        return Map.copyOf(same);
    }
}
