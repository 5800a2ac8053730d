package io.sallyport.evaluation;

import io.sallyport.privacy.Finding;
import io.sallyport.privacy.PersonalData;
import io.sallyport.text.TextSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How much personal data the masking leaves readable. A labelled span counts as found when every letter and digit of it is
 * masked, under whatever kind: half an address is an address that leaked.
 */
public final class PersonalDataEvaluation {

    /** Labels that say what a text is about, not who somebody is; they are shown, and masking them counts as masking too much. */
    private static final Set<String> NOT_PERSONAL = Set.of(
            "GPE",
            "ORGANIZATION",
            "NRP",
            "TITLE",
            "DATE_TIME",
            "AGE",
            "DOMAIN_NAME",
            "LOCATION",
            "URL",
            "TIME",
            "DATE");

    private PersonalDataEvaluation() {}

    public record Label(String type, TextSpan span) {
        boolean isPersonal() {
            return !NOT_PERSONAL.contains(type);
        }
    }

    /** A line of {@code {"text", "spans": [{"start", "end", "type"}]}}; offsets are counted in characters as people see them. */
    public record Sample(String text, List<Label> labels) {
        public Sample {
            labels = List.copyOf(labels);
        }
    }

    public record Outcome(Sample sample, List<Finding> findings) {

        public Outcome {
            findings = List.copyOf(findings);
        }

        public List<Label> leaked() {
            return sample.labels().stream()
                    .filter(label -> open(label.span()) > 0)
                    .toList();
        }

        /** Letters and digits of the span that stay readable. */
        int open(TextSpan span) {
            return count(span, false);
        }

        int masked(TextSpan span) {
            return count(span, true);
        }

        private int count(TextSpan span, boolean isMasked) {
            int count = 0;
            for (int at = span.start(); at < span.end(); at++) {
                if (Character.isLetterOrDigit(sample.text().charAt(at)) && isMaskedAt(at) == isMasked) {
                    count++;
                }
            }
            return count;
        }

        private boolean isMaskedAt(int place) {
            return findings.stream()
                    .anyMatch(one ->
                            one.span().start() <= place && place < one.span().end());
        }

        int leakedCharacters() {
            return sample.labels().stream()
                    .filter(Label::isPersonal)
                    .mapToInt(label -> open(label.span()))
                    .sum();
        }

        int falselyMaskedCharacters() {
            return masked(new TextSpan(0, sample.text().length()))
                    - sample.labels().stream()
                            .filter(Label::isPersonal)
                            .mapToInt(label -> masked(label.span()))
                            .sum();
        }
    }

    /** @throws IllegalArgumentException naming file and line when one cannot be read */
    public static List<Sample> read(Path file) throws IOException {
        return JsonLines.readSome(file, PersonalDataEvaluation::sample);
    }

    private static Sample sample(JsonNode node, String place) {
        if (!node.path("text").isString() || !node.path("spans").isArray()) {
            throw new IllegalArgumentException("needs \"text\" (a string) and \"spans\" (a list of start, end, type)");
        }
        String text = node.get("text").asString();
        return new Sample(
                text,
                node.get("spans").valueStream().map(span -> label(span, text)).toList());
    }

    private static Label label(JsonNode span, String text) {
        try {
            if (!span.path("start").isInt() || !span.path("end").isInt()) {
                throw new IllegalArgumentException("each span needs \"start\" and \"end\", whole numbers, not " + span);
            }
            int start = text.offsetByCodePoints(0, span.path("start").intValue());
            int end = text.offsetByCodePoints(0, span.path("end").intValue());
            return new Label(span.path("type").asString("unnamed"), new TextSpan(start, end));
        } catch (IndexOutOfBoundsException outside) {
            throw new IllegalArgumentException("a span reaches beyond the text", outside);
        }
    }

    public static List<Outcome> run(PersonalData finders, List<Sample> samples) {
        return samples.stream()
                .map(sample -> new Outcome(sample, finders.in(sample.text())))
                .toList();
    }

    /**
     * {@code n, recall, labels, leaked_chars_per_1000, false_masked_chars_per_1000}; the last two are letters and digits for
     * each 1,000 characters of text, {@code labels} says how many of each type there are.
     */
    public static Map<String, @Nullable Object> figures(List<Outcome> outcomes) {
        Map<String, List<Boolean>> found = outcomes.stream()
                .flatMap(one -> one.sample().labels().stream()
                        .map(label -> Map.entry(label.type(), one.open(label.span()) == 0)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<String, Object> recall = new LinkedHashMap<>();
        Map<String, Object> labels = new LinkedHashMap<>();
        found.forEach((type, ones) -> {
            recall.put(type, share(ones));
            labels.put(type, ones.size());
        });
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("n", outcomes.size());
        figures.put("recall", recall);
        figures.put("labels", labels);
        figures.put("leaked_chars_per_1000", perThousand(outcomes, Outcome::leakedCharacters));
        figures.put("false_masked_chars_per_1000", perThousand(outcomes, Outcome::falselyMaskedCharacters));
        return figures;
    }

    private static @Nullable Double perThousand(List<Outcome> outcomes, ToIntFunction<Outcome> count) {
        int characters =
                outcomes.stream().mapToInt(one -> one.sample().text().length()).sum();
        return Fraction.of(1000L * outcomes.stream().mapToInt(count).sum(), characters)
                .orElse(null);
    }

    private static double share(List<Boolean> ones) {
        return ones.stream().filter(one -> one).count() / (double) ones.size();
    }
}
