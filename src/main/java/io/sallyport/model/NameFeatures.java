package io.sallyport.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the head sees of each word: the mean state of its pieces, which carries the sentence around it, and how it is written,
 * which the network, reading everything in small letters, cannot see.
 */
final class NameFeatures {

    /** Pieces of one run; attention costs their square, and no name needs more company. */
    private static final int WINDOW = 160;

    static final List<String> SIGNS = List.of(
            "always",
            "large",
            "all large",
            "small",
            "large inside a sentence",
            "large first",
            "line first",
            "one piece",
            "two pieces",
            "many pieces",
            "large, many pieces",
            "after large",
            "before large",
            "after honorific",
            "foreign letters",
            "one letter",
            "two letters",
            "before possessive",
            "after colon",
            "before comma",
            "before line end",
            "before colon",
            "after initial",
            "small, no large in text",
            "small, many pieces");

    static final int WIDTH = BgeSmall.WIDTH + SIGNS.size();

    private NameFeatures() {}

    /** One row for each word; a sign's row is as meaningless as it is. */
    static List<float[]> of(BgeSmall network, List<NameWord> words) {
        var rows = new ArrayList<float[]>();
        boolean hasLarge = words.stream().anyMatch(NameWord::isLarge);
        while (rows.size() < words.size()) {
            int from = rows.size();
            var rest = words.subList(from, words.size()).stream()
                    .map(NameWord::text)
                    .toList();
            var pieces = network.tokenizer().encodeWords(rest, WINDOW);
            network.read(pieces.ids(), states -> {
                for (int word = 0; word + 1 < pieces.starts().size(); word++) {
                    int start = pieces.starts().get(word);
                    int end = pieces.starts().get(word + 1);
                    rows.add(row(states.meanOf(start, end), words, from + word, end - start, hasLarge));
                }
                return rows;
            });
        }
        return rows;
    }

    private static float[] row(float[] state, List<NameWord> words, int at, int pieces, boolean hasLarge) {
        var row = Arrays.copyOf(state, WIDTH);
        var signs = signs(words, at, pieces, hasLarge);
        for (int i = 0; i < signs.length; i++) {
            row[BgeSmall.WIDTH + i] = signs[i] ? 1 : 0;
        }
        return row;
    }

    private static boolean[] signs(List<NameWord> words, int at, int pieces, boolean hasLarge) {
        var word = words.get(at);
        var before = at > 0 ? words.get(at - 1) : word;
        var after = at + 1 < words.size() ? words.get(at + 1) : word;
        boolean isLast = at + 1 == words.size();
        boolean large = word.isLarge();
        boolean isAfterStop = before.isOneOf(".") && at > 1;
        return new boolean[] {
            true,
            large,
            word.isAllLarge(),
            !large,
            large && !word.isSentenceFirst(),
            large && word.isSentenceFirst(),
            word.isLineFirst(),
            pieces == 1,
            pieces == 2,
            pieces > 2,
            large && pieces > 2,
            at > 0 && before.isLarge(),
            !isLast && after.isLarge() && !after.isLineFirst(),
            before.isHonorific() || (isAfterStop && words.get(at - 2).isHonorific()),
            word.isForeign(),
            word.text().length() == 1,
            word.text().length() == 2,
            after.isOneOf("'", "’"),
            before.isOneOf(":"),
            !isLast && after.isOneOf(","),
            isLast || after.isLineFirst(),
            after.isOneOf(":"),
            isAfterStop && words.get(at - 2).text().length() == 1,
            !large && !hasLarge,
            !large && pieces > 2,
        };
    }
}
