package io.sallyport.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a specialist's model writes, as the JSON that it is asked for. */
public final class Moves {

    private Moves() {}

    /** One sentence with one citation. */
    public record Said(String text, String source, int revision, String quote) {}

    public static String answer(Said... sentences) {
        return move("ANSWER", "", "", Arrays.stream(sentences).map(Moves::line).toList(), "", "");
    }

    public static String tool(String name, String input) {
        return move("USE_TOOL", name, input, List.of(), "", "");
    }

    public static String question(String words) {
        return move("ASK", "", "", List.of(), words, "");
    }

    public static String decline(String why) {
        return move("DECLINE", "", "", List.of(), "", why);
    }

    public static String notMine() {
        return move("NOT_MINE", "", "", List.of(), "", "");
    }

    private static Map<String, ?> line(Said said) {
        var quotes = said.source().isEmpty()
                ? List.of()
                : List.of(Map.of("source", said.source(), "revision", said.revision(), "quote", said.quote()));
        return Map.of("text", said.text(), "layout", "RUN_ON", "citations", quotes);
    }

    private static String move(String kind, String tool, String input, List<?> sentences, String question, String why) {
        return new JsonMapper()
                .writeValueAsString(Map.of(
                        "kind", kind,
                        "tool", tool,
                        "input", input,
                        "sentences", sentences,
                        "question", question,
                        "why", why));
    }
}
