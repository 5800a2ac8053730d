package io.sallyport.skill;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** A report being written. */
final class Markdown {

    private final StringJoiner text = new StringJoiner("\n");

    static Markdown titled(String title) {
        var markdown = new Markdown();
        markdown.text.add("# " + title).add("");
        return markdown;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    Markdown heading(String words) {
        text.add("").add("## " + words).add("");
        return this;
    }

    Markdown line(String words) {
        text.add(words);
        return this;
    }

    Markdown item(String words) {
        text.add("- " + words);
        return this;
    }

    /** Nothing where there is nothing to say. */
    Markdown item(String name, String value) {
        return value.isBlank() ? this : item("**" + name + "** " + value);
    }

    Markdown items(List<String> all, String none) {
        all.forEach(this::item);
        return all.isEmpty() ? line(none) : this;
    }

    /** What somebody else wrote, so that no line of it is taken for one of the report's own. */
    Markdown quote(String words) {
        words.strip().lines().forEach(line -> text.add("> " + line));
        return this;
    }

    @Override
    public String toString() {
        return text + "\n";
    }
}
