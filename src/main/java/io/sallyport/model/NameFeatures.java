package io.sallyport.model;

import io.sallyport.text.Latest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the head sees of each word: the mean state of its pieces in the sentence and, for words that begin large or where none does,
 * of the word alone, which says whether the word as such is a name; and how it is written, which the network, reading everything in small letters, cannot see.
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

    static final int WIDTH = 2 * BgeSmall.WIDTH + SIGNS.size();

    /** 1.5 kB a word: 12 MB in all. */
    private static final int REMEMBERED_WORDS = 8_192;

    private final BgeSmall network;
    private final Latest<String, float[]> alone;

    NameFeatures(BgeSmall network) {
        this.network = network;
        this.alone = new Latest<>(REMEMBERED_WORDS, this::readAlone);
    }

    private float[] readAlone(String word) {
        var pieces = network.tokenizer().encodeWords(List.of(word), WINDOW);
        return network.read(
                pieces.ids(),
                states -> states.meanOf(
                        pieces.starts().getFirst(), pieces.starts().getLast()));
    }

    /** One row for each word; a sign's row is as meaningless as it is. */
    List<float[]> of(List<NameWord> words) {
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

    private float[] row(float[] state, List<NameWord> words, int at, int pieces, boolean hasLarge) {
        var row = Arrays.copyOf(state, WIDTH);
        var word = words.get(at);
        if (word.isWord() && (word.isLarge() || !hasLarge)) {
            var own = alone.of(word.text().toLowerCase(Locale.ROOT));
            System.arraycopy(own, 0, row, BgeSmall.WIDTH, own.length);
        }
        var signs = signs(words, at, pieces, hasLarge);
        for (int i = 0; i < signs.length; i++) {
            row[2 * BgeSmall.WIDTH + i] = signs[i] ? 1 : 0;
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
