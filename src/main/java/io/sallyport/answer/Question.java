package io.sallyport.answer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a customer wants to know, without greeting, thanks and signature.
 *
 * @param topic the subject line, or in a conversation the earlier question that this one follows on; may be empty
 * @param sentences what they wrote, in order
 * @param asks those of the sentences that ask or state the need; never empty unless {@code sentences} is
 */
public record Question(String topic, List<String> sentences, List<String> asks) {

    public Question {
        sentences = List.copyOf(sentences);
        asks = List.copyOf(asks);
    }

    /** Everything that tells what is wanted, as one text. */
    public String text() {
        return joined(sentences);
    }

    /** The needs alone, with the topic that they are about. */
    public String need() {
        return joined(asks);
    }

    /** Each need on its own, with the topic that it is about. */
    public List<String> askedAbout() {
        return asks.isEmpty()
                ? List.of(text())
                : asks.stream().map(ask -> joined(List.of(ask))).toList();
    }

    public boolean isEmpty() {
        return sentences.isEmpty() && topic.isBlank();
    }

    private String joined(List<String> parts) {
        String body = parts.stream().collect(Collectors.joining(" "));
        return topic.isBlank() ? body : body.isEmpty() ? topic : topic + ". " + body;
    }
}
