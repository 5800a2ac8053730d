package io.sallyport.evaluation.load;

import io.sallyport.evaluation.ReplayInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A well-behaved model of every role, without a model: triage says a labelled message's own labels, a specialist quotes the
 * sentences it was shown that share most words with the message (every fourth looks something up before), with an opening of
 * its own, so that they are no mere quotes and judges are asked; judges say yes, and the QA Reviewer has nothing to object. Who
 * words a bridge reply says the facts.
 */
final class Answers {

    private static final JsonMapper JSON = new JsonMapper();

    /** As {@code Material} writes it. */
    private static final Pattern BLOCK =
            Pattern.compile("<(data-[0-9a-f]+) what=\"([^\"]*)\">\\n(.*?)\\n</\\1>", Pattern.DOTALL);

    private static final Pattern CLAIM = Pattern.compile("what=\"claim, name \\d+\"");
    private static final Pattern SOURCE = Pattern.compile(", name (article:[^@]+)@(\\d+)$");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\n+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");

    /** So many words in a row are one message's own. */
    private static final int SHINGLE = 4;

    private static final int LOOKS_UP_ONE_IN = 4;
    private static final int QUOTED = 2;
    private static final int SHORTEST_QUOTED = 30;

    private static final Set<String> UPSET = Set.of("angry", "frustrated");

    /** Of five, as the QA Reviewer scores. */
    private static final int BEST = 5;

    private record Label(String category, String priority) {}

    private final Map<String, Label> labels = new HashMap<>();

    private Answers() {}

    /** @param messages with {@code category} and {@code priority} */
    static Answers of(Path messages) throws IOException {
        var answers = new Answers();
        for (var line : ReplayInput.read(messages)) {
            var label = new Label(
                    line.labels().path("category").asString(""),
                    line.labels().path("priority").asString("P3"));
            shingles(line.subject() + " " + line.text()).forEach(shingle -> answers.labels.put(shingle, label));
        }
        return answers;
    }

    /** @param request as the Messages API takes it */
    String to(JsonNode request) {
        var question = request.at("/messages/0/content");
        var words = question.isString()
                ? question.asString()
                : question.path(0).path("text").asString("");
        var form = request.at("/output_config/format/schema/properties");
        return JSON.writeValueAsString(
                form.has("category")
                        ? sorted(words, form)
                        : form.has("kind")
                                ? moved(words)
                                : form.has("rulings")
                                        ? ruled(words)
                                        : form.has("answer")
                                                ? fits()
                                                : form.has("sentences") ? bridge(words) : written(form));
    }

    private Map<String, Object> sorted(String question, JsonNode form) {
        var label = shingles(question).stream()
                .map(labels::get)
                .filter(known -> known != null)
                .collect(Collectors.groupingBy(known -> known, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(new Label("", "P3"));
        var category = named(label.category(), form.path("category").path("enum"));
        return Map.of(
                "category", category,
                "secondary", category,
                "priority", label.priority(),
                "triggers", List.of(),
                "reasons", List.of("it reads like that"));
    }

    /** {@code how-to} is {@code HOW_TO} in the form. */
    private static String named(String label, JsonNode names) {
        var plain = NO_WORD.matcher(label).replaceAll("").toLowerCase(Locale.ROOT);
        var all = names.valueStream().map(JsonNode::asString).toList();
        return all.stream()
                .filter(name -> name.replaceAll("[^A-Za-z]", "")
                        .toLowerCase(Locale.ROOT)
                        .equals(plain))
                .findFirst()
                .orElse(all.getFirst());
    }

    private record Shown(String source, int revision, String sentence, long shared) {}

    private static Map<String, Object> moved(String question) {
        var message = "";
        boolean hasLookedUp = false;
        var shown = new HashMap<String, String>();
        var blocks = BLOCK.matcher(question);
        while (blocks.find()) {
            var source = SOURCE.matcher(blocks.group(2));
            if (blocks.group(2).startsWith("message of the customer")) {
                message = blocks.group(3);
            } else if (source.find()) {
                hasLookedUp |= shown.put(source.group(), blocks.group(3)) != null;
            } else {
                hasLookedUp |= blocks.group(2).startsWith("outcome");
            }
        }
        if (!hasLookedUp && Math.floorMod(message.hashCode(), LOOKS_UP_ONE_IN) == 0) {
            return move(
                    "USE_TOOL", "search_articles", message.substring(0, Math.min(120, message.length())), List.of());
        }
        var best = best(message, shown);
        return best.isEmpty() ? move("DECLINE", "", "", List.of()) : move("ANSWER", "", "", best);
    }

    private static Map<String, Object> move(String kind, String tool, String input, List<Shown> quoted) {
        return Map.of(
                "kind",
                kind,
                "tool",
                tool,
                "input",
                input,
                "sentences",
                quoted.stream().map(Answers::line).toList(),
                "question",
                "",
                "why",
                kind.equals("DECLINE") ? "No passage answers this." : "");
    }

    private static Map<String, Object> line(Shown shown) {
        return Map.of(
                "text",
                "In short, " + shown.sentence(),
                "layout",
                "RUN_ON",
                "citations",
                List.of(Map.of("source", shown.source(), "revision", shown.revision(), "quote", shown.sentence())));
    }

    private static List<Shown> best(String message, Map<String, String> passages) {
        var asked = Set.copyOf(words(message));
        return passages.entrySet().stream()
                .flatMap(passage -> {
                    var source = SOURCE.matcher(passage.getKey());
                    return !source.find()
                            ? java.util.stream.Stream.<Shown>empty()
                            : SENTENCE_END
                                    .splitAsStream(passage.getValue())
                                    .filter(Answers::isPlain)
                                    .map(sentence -> new Shown(
                                            source.group(1),
                                            Integer.parseInt(source.group(2)),
                                            sentence,
                                            words(sentence).stream()
                                                    .filter(asked::contains)
                                                    .count()));
                })
                .sorted(Comparator.comparingLong(Shown::shared).reversed().thenComparing(Shown::sentence))
                .limit(QUOTED)
                .toList();
    }

    private static boolean isPlain(String sentence) {
        return sentence.length() >= SHORTEST_QUOTED
                && Character.isUpperCase(sentence.charAt(0))
                && sentence.endsWith(".");
    }

    private static Map<String, Object> ruled(String question) {
        long claims = CLAIM.matcher(question).results().count();
        return Map.of(
                "rulings",
                IntStream.rangeClosed(1, Math.toIntExact(claims))
                        .mapToObj(claim -> Map.of("claim", claim, "answer", "SUPPORTED", "because", "it says so"))
                        .toList());
    }

    private static Map<String, Object> fits() {
        return Map.of("answer", "FITS", "sentences", List.of(), "because", "nothing is wrong with it");
    }

    private static Map<String, Object> bridge(String question) {
        var sentences = new ArrayList<Map<String, String>>();
        var blocks = BLOCK.matcher(question);
        while (blocks.find()) {
            if (blocks.group(2).equals("fact")) {
                sentences.add(Map.of("text", blocks.group(3), "quote", blocks.group(3)));
            } else if (blocks.group(2).equals("mood of the customer") && UPSET.contains(blocks.group(3))) {
                sentences.addFirst(Map.of("text", "We are sorry for the trouble.", "quote", ""));
            }
        }
        return Map.of("sentences", sentences);
    }

    /** For whatever else a form asks: the first choice, the best score, a short sentence, nothing for each list. */
    private static Map<String, Object> written(JsonNode form) {
        return form.propertyStream().collect(Collectors.toMap(Map.Entry::getKey, part -> value(part.getValue())));
    }

    private static Object value(JsonNode schema) {
        return switch (schema.path("type").asString("")) {
            case "object" -> written(schema.path("properties"));
            case "array" -> List.of();
            case "integer", "number" -> BEST;
            case "boolean" -> true;
            case String _ ->
                schema.has("enum")
                        ? schema.at("/enum/0").asString()
                        : "The customer needs help with what they write about.";
        };
    }

    private static Set<String> shingles(String text) {
        var words = words(text);
        return IntStream.rangeClosed(0, words.size() - SHINGLE)
                .mapToObj(from -> String.join(" ", words.subList(from, from + SHINGLE)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
