package io.sallyport.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * BERT's uncased tokenizer: words and punctuation, then the longest known piece from the left. A word that cannot be
 * pieced together becomes one unknown token. Immutable.
 */
final class WordPiece {

    /** BERT gives up on longer words; they are mostly keys, links and encoded attachments. */
    private static final int LONGEST_WORD = 100;

    private static final String CONTINUED = "##";

    private final Map<String, Integer> vocabulary;
    private final int unknown;
    private final int start;
    private final int end;

    WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.unknown = idOf("[UNK]");
        this.start = idOf("[CLS]");
        this.end = idOf("[SEP]");
    }

    private int idOf(String token) {
        var id = vocabulary.get(token);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary has no " + token);
        }
        return id;
    }

    /** Token ids with the opening and closing marks, cut to at most {@code longest} ids, marks included. */
    int[] encode(String text, int longest) {
        var ids = new ArrayList<Integer>();
        ids.add(start);
        for (var word : BertWords.of(text)) {
            if (ids.size() >= longest - 1) {
                break;
            }
            addPieces(word, ids);
        }
        var kept = ids.subList(0, Math.min(ids.size(), longest - 1));
        kept.add(end);
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * The same, told apart by word.
     *
     * @param ids as of {@link #encode}
     * @param starts where each word's pieces begin, and one more: where those of the last one end
     */
    record Pieces(List<Integer> ids, List<Integer> starts) {}

    /** As many of the words, from the first one, as {@code longest} ids hold with the marks; at least one, cut off if need be. */
    Pieces encodeWords(List<String> words, int longest) {
        var ids = new ArrayList<Integer>();
        var starts = new ArrayList<Integer>();
        ids.add(start);
        for (var word : words) {
            int before = ids.size();
            BertWords.of(word).forEach(part -> addPieces(part, ids));
            if (ids.size() > longest - 1 && !starts.isEmpty()) {
                ids.subList(before, ids.size()).clear();
                break;
            }
            starts.add(before);
            if (ids.size() > longest - 1) {
                ids.subList(longest - 1, ids.size()).clear();
                break;
            }
        }
        starts.add(ids.size());
        ids.add(end);
        return new Pieces(List.copyOf(ids), List.copyOf(starts));
    }

    private void addPieces(String word, List<Integer> ids) {
        int before = ids.size();
        int from = word.codePointCount(0, word.length()) > LONGEST_WORD ? -1 : 0;
        while (from >= 0 && from < word.length()) {
            from = addLongestPiece(word, from, ids);
        }
        if (from < 0) {
            ids.subList(before, ids.size()).clear();
            ids.add(unknown);
        }
    }

    /** Where the next piece starts, or -1 when nothing in the vocabulary fits. */
    private int addLongestPiece(String word, int from, List<Integer> ids) {
        for (int to = word.length(); to > from; to--) {
            var piece = word.substring(from, to);
            var id = vocabulary.get(from == 0 ? piece : CONTINUED + piece);
            if (id != null) {
                ids.add(id);
                return to;
            }
        }
        return -1;
    }
}
