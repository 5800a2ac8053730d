package io.sallyport.knowledge.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rewrites MDX and Markdown with HTML to plain Markdown: imports, components, admonition marks and tags go, the words
 * in them stay, HTML tables, lists and headings become Markdown's. Fenced code stays as it is.
 */
final class MdxCleaner {

    private static final Pattern IMPORT = Pattern.compile(
            "^import\\s+(?:(?:\\w+|\\*\\s+as\\s+\\w+|(?:\\w+\\s*,\\s*)?\\{[^}]*})\\s+from\\s+)?(['\"])[^'\"]+\\1;?\\s*$");
    private static final Pattern IMPORT_OPENED = Pattern.compile("^import\\s*\\{[^}]*$");
    private static final Pattern ADMONITION =
            Pattern.compile("^(\\s*):::+\\s*(?:[a-z]+)?(?:\\[(?<bracket>.*)]|\\s+(?<title>.*))?\\s*$");
    private static final Pattern ANCHOR = Pattern.compile("\\s*(?:\\{#[\\w.-]+}|\\{/\\*\\s*#.*?\\*/})\\s*$");
    private static final Pattern HIGHLIGHT = Pattern.compile(
            "^\\s*(?://|#|/\\*|<!--|\\{/\\*)\\s*highlight-(?:next-line|start|end)\\s*(?:\\*/}?|-->)?\\s*$");

    private final boolean mdx;
    private final StringBuilder out = new StringBuilder();
    private final List<String> prose = new ArrayList<>();

    private MdxCleaner(boolean mdx) {
        this.mdx = mdx;
    }

    /** Whether the text uses MDX, where braces hold code and indented text is not code. */
    static boolean isMdx(String body) {
        return body.lines().anyMatch(line -> IMPORT.matcher(line).matches());
    }

    static String clean(String body) {
        var cleaner = new MdxCleaner(isMdx(body));
        var lines = body.lines().toList();
        for (var at = 0; at < lines.size(); ) {
            at = cleaner.take(lines, at);
        }
        cleaner.flush();
        return cleaner.out.toString();
    }

    private int take(List<String> lines, int at) {
        var line = lines.get(at);
        var fence = Fence.findIn(line);
        if (fence.isPresent()) {
            return takeCode(lines, at, fence.get());
        }
        if (IMPORT_OPENED.matcher(line).matches()) {
            return skipImport(lines, at);
        }
        if (!IMPORT.matcher(line).matches()) {
            takeProse(line);
        }
        return at + 1;
    }

    private static int skipImport(List<String> lines, int from) {
        for (var at = from; at < lines.size() && !lines.get(at).isBlank(); at++) {
            if (lines.get(at).contains("from ")) {
                return at + 1;
            }
        }
        return from + 1;
    }

    private int takeCode(List<String> lines, int from, Fence fence) {
        flush();
        out.append(lines.get(from)).append('\n');
        for (var at = from + 1; at < lines.size(); at++) {
            if (!mdx || !HIGHLIGHT.matcher(lines.get(at)).matches()) {
                out.append(lines.get(at)).append('\n');
            }
            if (fence.isClosedBy(lines.get(at))) {
                return at + 1;
            }
        }
        return lines.size();
    }

    private void takeProse(String line) {
        var admonition = ADMONITION.matcher(line);
        if (!admonition.matches()) {
            prose.add(ANCHOR.matcher(line).replaceFirst(""));
            return;
        }
        var title = admonition.group("bracket") != null ? admonition.group("bracket") : admonition.group("title");
        prose.add("");
        if (title != null && !title.isBlank()) {
            prose.add(admonition.group(1) + title.strip());
            prose.add("");
        }
    }

    private void flush() {
        if (!prose.isEmpty()) {
            out.append(new HtmlToMarkdown(String.join("\n", prose), mdx).convert())
                    .append('\n');
            prose.clear();
        }
    }
}
