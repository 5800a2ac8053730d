package io.sallyport.evaluation;

import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Message;
import io.sallyport.intake.Screener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How many attempts to instruct the desk its screening marks, and how many innocent texts. */
public final class InjectionEvaluation {

    private InjectionEvaluation() {}

    /** A line of {@code {"text", "attack", "source"}}. */
    public record Sample(String text, boolean isAttack, String source) {}

    /** @param isMarked whether the screening marked it */
    public record Outcome(Sample sample, boolean isMarked) {
        public boolean isRight() {
            return isMarked == sample.isAttack();
        }
    }

    /** @throws IllegalArgumentException naming file and line when one cannot be read */
    public static List<Sample> read(Path file) throws IOException {
        return JsonLines.readSome(file, InjectionEvaluation::sample);
    }

    private static Sample sample(JsonNode node, String place) {
        if (!node.path("text").isString() || !node.path("attack").isBoolean()) {
            throw new IllegalArgumentException("needs \"text\" (a string) and \"attack\" (true or false)");
        }
        return new Sample(
                node.get("text").asString(),
                node.get("attack").asBoolean(),
                node.path("source").asString("unnamed"));
    }

    public static List<Outcome> run(Screener screener, List<Sample> samples) {
        return samples.parallelStream()
                .map(sample -> new Outcome(
                        sample,
                        screener.screen(message(sample.text()), Channel.WEB).hasInjection()))
                .toList();
    }

    private static Message message(String text) {
        return new Message(
                "sample",
                Message.Author.CUSTOMER,
                "customer@sample.example",
                Instant.EPOCH,
                "",
                text,
                "",
                List.of(),
                Map.of());
    }

    /** {@code n, detection, false_alarm_rate, by_source}; a share of none is null. */
    public static Map<String, @Nullable Object> figures(List<Outcome> outcomes) {
        Map<String, @Nullable Object> figures = shares(outcomes);
        Map<String, List<Outcome>> bySource = outcomes.stream()
                .collect(Collectors.groupingBy(one -> one.sample().source(), TreeMap::new, Collectors.toList()));
        Map<String, Object> each = new LinkedHashMap<>();
        bySource.forEach((source, ones) -> each.put(source, shares(ones)));
        figures.put("by_source", each);
        return figures;
    }

    private static Map<String, @Nullable Object> shares(List<Outcome> outcomes) {
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("n", outcomes.size());
        figures.put("detection", marked(outcomes, true));
        figures.put("false_alarm_rate", marked(outcomes, false));
        return figures;
    }

    private static @Nullable Double marked(List<Outcome> outcomes, boolean attacks) {
        var among = outcomes.stream()
                .filter(one -> one.sample().isAttack() == attacks)
                .toList();
        return Fraction.of(among, Outcome::isMarked).orElse(null);
    }
}
