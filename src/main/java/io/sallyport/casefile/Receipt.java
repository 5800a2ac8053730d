package io.sallyport.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What was done, in the words a reply may quote.
 *
 * @param effectId the action's effect
 * @param sentences what a customer may be told, each complete in itself
 * @param fields the values that the other side confirmed
 */
public record Receipt(String effectId, String action, List<String> sentences, Map<String, String> fields, Instant at) {

    public Receipt {
        sentences = List.copyOf(sentences);
        fields = Map.copyOf(fields);
    }

    private static final String KIND = "receipt:";

    /** How replies cite it. */
    public SourceRef source() {
        return new SourceRef(KIND + effectId, 1);
    }

    /** Whether this names a receipt, one that there is or not. */
    public static boolean isNamedBy(SourceRef source) {
        return source.id().startsWith(KIND);
    }

    /** Everything it tells, as a paragraph of a reply. */
    public List<Sentence> quoted() {
        return IntStream.range(0, sentences.size())
                .mapToObj(at -> new Sentence(
                        sentences.get(at),
                        at == 0 ? Sentence.Layout.PARAGRAPH : Sentence.Layout.RUN_ON,
                        List.of(new Citation(source(), sentences.get(at)))))
                .toList();
    }

    public String text() {
        return String.join("\n", sentences);
    }
}
