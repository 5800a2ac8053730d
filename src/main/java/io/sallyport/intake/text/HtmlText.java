package io.sallyport.intake.text;

import java.util.List;
import org.jsoup.Jsoup;

/**
 * The text of an HTML mail as its reader sees it, and apart from it what the page hides from a reader.
 *
 * @param visible plain text; quoted blocks carry {@code "> "} before each line
 * @param hidden texts that a mail program would not show
 */
public record HtmlText(String visible, List<String> hidden) {

    /** Beyond this size a page is cut: nobody reads it, and parsing it must not stall the desk. */
    private static final int LONGEST_HTML = 4_000_000;

    public HtmlText {
        hidden = List.copyOf(hidden);
    }

    public static HtmlText of(String html) {
        var reader = new HtmlReader();
        reader.read(Jsoup.parse(html.length() > LONGEST_HTML ? html.substring(0, LONGEST_HTML) : html)
                .body());
        String visible = tidy(reader.visible());
        // A page that seems to hide all of it is styled in a way we cannot see; better to read too much.
        return visible.isEmpty()
                ? new HtmlText(tidy(String.join("\n", reader.hidden())), List.of())
                : new HtmlText(visible, reader.hidden());
    }

    private static String tidy(String text) {
        return CleanText.of(text)
                .replace('\u00A0', ' ')
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }
}
