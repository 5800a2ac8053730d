package io.sallyport.knowledge.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Takes the tags out of a stretch of Markdown without fenced code; unknown tags are words, such as {@code <your-name>}. */
final class HtmlToMarkdown {

    private static final Set<String> DROPPED_WHOLE =
            Set.of("head", "script", "style", "svg", "video", "audio", "iframe", "noscript", "template");

    /** A reader sees that these words no longer hold; plain text would not show it. */
    private static final Set<String> WITHDRAWN = Set.of("del", "s", "strike");

    private static final Pattern WITHDRAWN_ELEMENT = Pattern.compile("(?is)<(del|s|strike)(?:\\s[^>]*)?>.*?</\\1\\s*>");

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "hr",
            "main",
            "nav",
            "p",
            "section",
            "summary",
            "tr");
    private static final Set<String> INLINE =
            Set.of(("a abbr b big body button cite col colgroup del dfn em font html i "
                            + "img input ins kbd label link mark meta option picture q s select small source span "
                            + "strike strong sub sup tbody td tfoot th thead time track tt u var wbr")
                    .split(" ", -1));

    private final String text;
    private final boolean mdx;
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> lists = new ArrayDeque<>();
    private int at;

    HtmlToMarkdown(String text, boolean mdx) {
        this.text = text;
        this.mdx = mdx;
    }

    String convert() {
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '`' -> copyCode();
                case '\\' -> copyTo(Math.min(text.length(), at + 2));
                case '<' -> bracket();
                case '{' -> brace();
                default -> copyTo(at + 1);
            }
        }
        return out.toString();
    }

    private void copyTo(int end) {
        out.append(text, at, end);
        at = end;
    }

    private void copyCode() {
        var end = at;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        var ticks = text.substring(at, end);
        for (var close = text.indexOf(ticks, end); close >= 0; close = text.indexOf(ticks, close + 1)) {
            var after = close + ticks.length();
            var exact = text.charAt(close - 1) != '`' && (after == text.length() || text.charAt(after) != '`');
            if (exact && !text.substring(end, close).contains("\n\n")) {
                copyTo(after);
                return;
            }
        }
        copyTo(end);
    }

    private void brace() {
        var end = mdx ? Braces.end(text, at) : -1;
        if (end > 0) {
            at = end;
        } else {
            copyTo(at + 1);
        }
    }

    private void bracket() {
        if (text.startsWith("<!--", at)) {
            var end = text.indexOf("-->", at);
            at = end < 0 ? text.length() : end + 3;
            return;
        }
        var tag = Tag.findAt(text, at);
        if (tag.isPresent()) {
            take(tag.get());
        } else {
            copyTo(at + 1);
        }
    }

    private void take(Tag tag) {
        var name = tag.lowerName();
        if (WITHDRAWN.contains(name) || (DROPPED_WHOLE.contains(name) && !tag.isComponent())) {
            skipElement(tag);
        } else if ("sup".equals(name) && !tag.closing() && Raised.isBehindFigure(out)) {
            var before = out.toString();
            replaceElement(tag, inner -> Raised.text(before, inner));
        } else if (tag.isComponent() || INLINE.contains(name)) {
            at = tag.end();
        } else if (BLOCKS.contains(name)) {
            at = tag.end();
            out.append("\n\n");
        } else {
            takeStructure(tag, name);
        }
    }

    private void takeStructure(Tag tag, String name) {
        switch (name) {
            case "br" -> replace(tag, "\\\n");
            case "ul", "ol" -> takeList(tag, name);
            case "li" -> takeItem(tag);
            case "table" -> replaceElement(tag, inner -> "\n\n" + HtmlTable.toMarkdown(inner, mdx) + "\n\n");
            case "code", "samp" -> replaceElement(tag, inner -> code(Parser.unescapeEntities(inner, false)));
            case "pre" -> replaceElement(tag, inner -> "\n\n````\n" + preformatted(inner) + "\n````\n\n");
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                var marks = "#".repeat(name.charAt(1) - '0');
                replaceElement(tag, inner -> "\n\n" + marks + " " + oneLine(inner, mdx) + "\n\n");
            }
            default -> {
                out.append("\\<");
                at++;
            }
        }
    }

    private void takeList(Tag tag, String name) {
        if (!tag.closing()) {
            lists.push(name);
        } else if (!lists.isEmpty()) {
            lists.pop();
        }
        replace(tag, "\n\n");
    }

    private void takeItem(Tag tag) {
        var ordered = "ol".equals(lists.peek());
        replace(
                tag,
                tag.closing() ? "\n" : "\n" + "  ".repeat(Math.max(0, lists.size() - 1)) + (ordered ? "1. " : "- "));
        while (!tag.closing() && at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void replace(Tag tag, String with) {
        at = tag.end();
        out.append(with);
    }

    private void skipElement(Tag tag) {
        at = tag.end();
        findClosing(tag).ifPresent(closing -> at = closing.end());
    }

    private interface Rewrite {
        String of(String inner);
    }

    private void replaceElement(Tag tag, Rewrite rewrite) {
        at = tag.end();
        findClosing(tag).ifPresent(closing -> {
            out.append(rewrite.of(text.substring(tag.end(), closing.start())));
            at = closing.end();
        });
    }

    private Optional<MatchResult> findClosing(Tag tag) {
        if (tag.closing() || tag.selfClosing()) {
            return Optional.empty();
        }
        var closing =
                Pattern.compile("(?i)</" + Pattern.quote(tag.name()) + "\\s*>").matcher(text);
        return closing.find(tag.end()) ? Optional.of(closing.toMatchResult()) : Optional.empty();
    }

    private static String preformatted(String inner) {
        var standing = WITHDRAWN_ELEMENT.matcher(inner).replaceAll("");
        return Parser.unescapeEntities(standing.replaceAll("</?[a-zA-Z][^>]*>", ""), false)
                .strip();
    }

    static String oneLine(String html, boolean mdx) {
        return new HtmlToMarkdown(html, mdx)
                .convert()
                .replaceAll("\\\\?\\s*\\n\\s*", " ")
                .strip();
    }

    private static String code(String words) {
        var oneLine = words.replaceAll("\\s+", " ").strip();
        return oneLine.contains("`") ? "`` " + oneLine + " ``" : "`" + oneLine + "`";
    }
}
