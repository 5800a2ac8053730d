package io.sallyport.model.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What others wrote (customers, articles, notes), put before a model as marked data. The one way for such words into a
 * question: they stand between marks that they cannot imitate, as the marks carry a hash of all the material, and whatever
 * in them looks like a mark or a control word of a chat template is made harmless.
 */
public final class Material {

    private static final int HASH_DIGITS = 12;

    /** Zero-width and direction characters hide words from people that models read. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}&&[^\\u200D\\u00AD]]");

    private static final Pattern MARK =
            Pattern.compile("[<＜﹤](?=\\s*[/／]?\\s*data\\b)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** As {@link #text} writes it, but for what a block is said to be. */
    private static final Pattern WRITTEN_MARK =
            Pattern.compile("</?data-[0-9a-f]{" + HASH_DIGITS + "}(?: what=\"|>)|(?<=[^\\n])\">(?=\\n)");

    private static final Pattern TEMPLATE_WORD = Pattern.compile(
            "<(?=\\|)|(?<=\\|)>|<(?=/?(?:s|system|user|assistant|start_of_turn|end_of_turn|tool_call|function_calls?|invoke)\\b)"
                    + "|\\[(?=/?INST\\])",
            Pattern.CASE_INSENSITIVE);

    private record Block(String what, String text) {}

    private final List<Block> blocks = new ArrayList<>();

    /** @param what it is, in our words: {@code message of the customer} */
    public Material add(String what, String text) {
        blocks.add(new Block(label(what), harmless(text)));
        return this;
    }

    /**
     * @param what as above
     * @param name by which the model can refer to it, such as {@code article:returns@3}
     */
    public Material add(String what, String name, String text) {
        return add(what + ", name " + name, text);
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** All blocks, in the order added. */
    public String text() {
        var all = new StringBuilder();
        blocks.forEach(block ->
                all.append(block.what()).append('\n').append(block.text()).append('\n'));
        var mark = "data-" + Prompt.sha256(all.toString()).substring(0, HASH_DIGITS);
        var written = new StringBuilder();
        for (var block : blocks) {
            written.append('<')
                    .append(mark)
                    .append(" what=\"")
                    .append(block.what())
                    .append("\">\n");
            written.append(block.text()).append("\n</").append(mark).append(">\n");
        }
        return written.toString();
    }

    /**
     * A question cut where its marks are, so that a block is a text of its own whatever stands beside it; together the parts
     * are the question.
     */
    static List<String> parts(String question) {
        var parts = new ArrayList<String>();
        var marks = WRITTEN_MARK.matcher(question);
        int at = 0;
        while (marks.find()) {
            parts.add(question.substring(at, marks.start()));
            parts.add(marks.group());
            at = marks.end();
        }
        parts.add(question.substring(at));
        return parts;
    }

    /** Words of others on their way into a question; a person reads the same as before. */
    static String harmless(String text) {
        var visible = INVISIBLE.matcher(text).replaceAll("");
        var unmarked = MARK.matcher(visible).replaceAll("‹");
        return TEMPLATE_WORD.matcher(unmarked).replaceAll(hit -> switch (hit.group()) {
            case ">" -> "›";
            case "[" -> "(";
            default -> "‹";
        });
    }

    private static String label(String what) {
        return harmless(what).replaceAll("[\\s\"<>]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
