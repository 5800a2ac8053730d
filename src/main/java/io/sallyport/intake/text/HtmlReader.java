package io.sallyport.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Walks a page once and writes down what a reader sees, line by line. */
final class HtmlReader {

    /** Nesting deeper than any mail program writes; below it only the bare text is taken. */
    private static final int DEEPEST = 200;

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "tr",
            "table",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article",
            "header",
            "footer",
            "pre",
            "blockquote",
            "dl",
            "dt",
            "dd",
            "center",
            "form",
            "fieldset",
            "li");
    private static final Set<String> SKIPPED =
            Set.of("script", "style", "head", "title", "template", "noscript", "svg", "object", "meta", "link");

    private final StringBuilder text = new StringBuilder();
    private final List<String> hidden = new ArrayList<>();

    /** Where the reader stands: how many quotes deep, in which look, how deep in the tree. */
    private record Place(int quotes, HtmlLook look, int depth) {}

    void read(Node body) {
        read(body, new Place(0, HtmlLook.PLAIN, 0));
    }

    String visible() {
        return text.toString();
    }

    List<String> hidden() {
        return hidden;
    }

    private void read(Node node, Place place) {
        if (node instanceof TextNode words) {
            append(place, words.isBlank() ? " " : words.text());
        } else if (node instanceof Element element && !SKIPPED.contains(element.normalName())) {
            readElement(element, place);
        }
    }

    private void readElement(Element element, Place place) {
        HtmlLook look = place.look().of(element);
        if (look.isRemoved()) {
            keepHidden(element.text());
            return;
        }
        if (place.depth() > DEEPEST) {
            append(place, element.text());
            return;
        }
        String tag = element.normalName();
        var inner = new Place(place.quotes() + (tag.equals("blockquote") ? 1 : 0), look, place.depth() + 1);
        open(tag, element, inner);
        for (Node child : element.childNodes()) {
            read(child, inner);
        }
        close(tag);
    }

    private void open(String tag, Element element, Place place) {
        if (BLOCKS.contains(tag) || tag.equals("hr")) {
            breakLine();
        }
        switch (tag) {
            case "br" -> text.append('\n');
            case "li" -> append(place, "- ");
            case "td", "th" -> append(place, " ");
            case "img" -> append(place, element.attr("alt"));
            default -> {}
        }
    }

    private void close(String tag) {
        if (BLOCKS.contains(tag)) {
            breakLine();
        }
        if (tag.equals("p")) {
            text.append('\n');
        }
    }

    private void append(Place place, String words) {
        if (place.look().isUnreadable()) {
            keepHidden(words);
            return;
        }
        boolean atLineStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        if (atLineStart && words.isBlank()) {
            return;
        }
        if (atLineStart) {
            text.repeat("> ", place.quotes());
        }
        boolean spaced = !text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(spaced ? words.stripLeading() : words);
    }

    private void breakLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private void keepHidden(String words) {
        String clean = CleanText.line(words);
        if (!clean.isEmpty()) {
            hidden.add(clean);
        }
    }
}
