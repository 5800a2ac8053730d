package io.sallyport.knowledge.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.parser.Parser;

/** Takes the tags out of a stretch of Markdown without fenced code; unknown tags are words, such as {@code <your-name>}. */
final class HtmlToMarkdown {

    private static final Set<String> DROPPED_WHOLE =
            Set.of("head", "script", "style", "svg", "video", "audio", "iframe", "noscript", "template");

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
            switch (Token.at(text, at, mdx)) {
                case Token.Words(var end) -> copyTo(end);
                case Token.Unseen(var end) -> at = end;
                case Token.Element(var tag) -> take(tag);
            }
        }
        return out.toString();
    }

    private void copyTo(int end) {
        out.append(text, at, end);
        at = end;
    }

    private void take(Tag tag) {
        var name = tag.lowerName();
        if (Withdrawn.is(tag) || isDroppedWhole(tag)) {
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

    static boolean isDroppedWhole(Tag tag) {
        return DROPPED_WHOLE.contains(tag.lowerName()) && !tag.isComponent();
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
        tag.findClosing(text).ifPresent(closing -> at = closing.end());
    }

    private interface Rewrite {
        String of(String inner);
    }

    private void replaceElement(Tag tag, Rewrite rewrite) {
        at = tag.end();
        tag.findClosing(text).ifPresent(closing -> {
            out.append(rewrite.of(text.substring(tag.end(), closing.start())));
            at = closing.end();
        });
    }

    private static String preformatted(String inner) {
        return Parser.unescapeEntities(Withdrawn.without(inner).replaceAll("</?[a-zA-Z][^>]*>", ""), false)
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
