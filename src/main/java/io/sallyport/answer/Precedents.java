package io.sallyport.answer;

import io.sallyport.model.Embedder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Earlier messages with the articles that answered them: how customers word what an article is about. They only help to find an
 * article; a reply never quotes them. May be shared between threads.
 */
public final class Precedents {

    /** Nobody asked anything of the kind before: unrelated texts score about so much with bge-small. */
    private static final double NONE_ALIKE = 0.5;

    /** So many of the nearest tell more than the nearest alone. */
    private static final int SEVERAL = 3;

    /** The message itself, when it is measured on what it was learned from. */
    private static final double SAME_TEXT = 0.9995;

    private static final String ARTICLE = "article:";

    private final Map<String, List<String>> messages;
    private final Embedder embedder;
    private final Map<String, List<float[]>> vectors = new ConcurrentHashMap<>();

    private Precedents(Map<String, List<String>> messages, Embedder embedder) {
        this.messages = messages;
        this.embedder = embedder;
    }

    /** Cosines of a question and the earlier messages that one article answered. */
    record Nearness(double nearest, double several) {
        static final Nearness NONE = new Nearness(NONE_ALIKE, NONE_ALIKE);
    }

    public static Precedents none(Embedder embedder) {
        return new Precedents(Map.of(), embedder);
    }

    /** From JSON lines with {@code subject}, {@code text} and {@code articles} (slugs); what has no articles is left out. */
    public static Precedents read(Resource resource, Embedder embedder) {
        Map<String, List<String>> messages = new ConcurrentHashMap<>();
        try (var reader =
                new BufferedReader(new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> add(JsonMapper.shared().readTree(line), messages));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading answered messages from " + resource.getDescription(), unreadable);
        }
        return new Precedents(messages, embedder);
    }

    private static void add(JsonNode message, Map<String, List<String>> messages) {
        String subject = message.path("subject").asString("");
        var sentences = QuestionReader.sentences(message.path("text").asString(""), List.of());
        String text = QuestionReader.question(SmallTalk.isSmallTalk(subject) ? "" : subject, sentences)
                .text();
        if (!text.isBlank()) {
            message.path("articles")
                    .valueStream()
                    .forEach(slug -> messages.computeIfAbsent(ARTICLE + slug.asString(""), _ -> new ArrayList<>())
                            .add(text));
        }
    }

    /** Whether any article has answered anyone before. */
    boolean areKnown() {
        return !messages.isEmpty();
    }

    /** Whether the article has answered anyone before. */
    boolean has(String source) {
        return messages.containsKey(source);
    }

    /** @param source such as {@code article:pair-a-sensor} */
    Nearness of(String source, float[] question) {
        if (!messages.containsKey(source)) {
            return Nearness.NONE;
        }
        double[] nearest = vectorsOf(source).stream()
                .mapToDouble(vector -> Embedder.similarity(vector, question))
                .filter(cosine -> cosine < SAME_TEXT)
                .map(cosine -> -cosine)
                .sorted()
                .limit(SEVERAL)
                .map(cosine -> -cosine)
                .toArray();
        double sum = NONE_ALIKE * (SEVERAL - nearest.length);
        for (double cosine : nearest) {
            sum += cosine;
        }
        return nearest.length == 0 ? Nearness.NONE : new Nearness(nearest[0], sum / SEVERAL);
    }

    /** Embedded when an article first comes up, so that a desk with other articles pays nothing. */
    private List<float[]> vectorsOf(String source) {
        return vectors.computeIfAbsent(source, key -> embedder.embedAll(messages.getOrDefault(key, List.of())));
    }
}
