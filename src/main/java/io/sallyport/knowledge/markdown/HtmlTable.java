package io.sallyport.knowledge.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An HTML table as a Markdown table; cells become single lines. */
final class HtmlTable {

    private static final Pattern ROW = Pattern.compile("(?is)<tr[\\s>].*?(?=</tr>|<tr[\\s>]|$)");
    private static final Pattern CELL =
            Pattern.compile("(?is)<(?:td|th)(?:\\s[^>]*)?>(.*?)(?=</t[dh]>|<t[dh][\\s>]|</tr>|$)");

    private HtmlTable() {}

    static String toMarkdown(String inner, boolean mdx) {
        var rows = new ArrayList<List<String>>();
        var row = ROW.matcher(inner);
        while (row.find()) {
            var cells = CELL.matcher(row.group())
                    .results()
                    .map(cell -> HtmlToMarkdown.oneLine(cell.group(1), mdx).replaceAll("(?<!\\\\)\\|", "\\\\|"))
                    .toList();
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        return rows.isEmpty() ? "" : lines(rows);
    }

    private static String lines(List<List<String>> rows) {
        var lines = new ArrayList<String>();
        rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
        lines.add(1, "| --- ".repeat(rows.getFirst().size()) + "|");
        return String.join("\n", lines);
    }
}
