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
    private final List<Line> prose = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param problems by the line of the text as it was */
    record Cleaned(String text, boolean mdx, List<Problem> problems) {
        Cleaned {
            problems = List.copyOf(problems);
        }
    }

    /** @param number in the text as it was, counted from 1 */
    private record Line(int number, String text) {}

    private MdxCleaner(boolean mdx) {
        this.mdx = mdx;
    }

    /** Whether the text uses MDX, where braces hold code and indented text is not code. */
    private static boolean isMdx(String body) {
        return body.lines().anyMatch(line -> IMPORT.matcher(line).matches());
    }

    static Cleaned clean(String body) {
        var cleaner = new MdxCleaner(isMdx(body));
        var lines = body.lines().toList();
        for (var at = 0; at < lines.size(); ) {
            at = cleaner.take(lines, at);
        }
        cleaner.flush();
        return new Cleaned(cleaner.out.toString(), cleaner.mdx, cleaner.problems);
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
            takeProse(at + 1, line);
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

    private void takeProse(int number, String line) {
        var admonition = ADMONITION.matcher(line);
        if (!admonition.matches()) {
            prose.add(new Line(number, ANCHOR.matcher(line).replaceFirst("")));
            return;
        }
        var title = admonition.group("bracket") != null ? admonition.group("bracket") : admonition.group("title");
        prose.add(new Line(number, ""));
        if (title != null && !title.isBlank()) {
            prose.add(new Line(number, admonition.group(1) + title.strip()));
            prose.add(new Line(number, ""));
        }
    }

    private void flush() {
        if (!prose.isEmpty()) {
            var text = String.join("\n", prose.stream().map(Line::text).toList());
            Withdrawn.flaws(text, mdx).forEach(flaw -> problems.add(new Problem(lineAt(text, flaw.at()), flaw.why())));
            out.append(new HtmlToMarkdown(text, mdx).convert()).append('\n');
            prose.clear();
        }
    }

    private int lineAt(String text, int at) {
        var before =
                text.substring(0, at).chars().filter(letter -> letter == '\n').count();
        return prose.get((int) before).number();
    }
}
