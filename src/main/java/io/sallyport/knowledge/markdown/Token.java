package io.sallyport.knowledge.markdown;

import java.util.Optional;

/** What stands at one place of a stretch of Markdown with HTML in it. Each ends behind where it began. */
sealed interface Token {

    int end();

    /** Words as they are: a span of code, an escaped character, or a single one. */
    record Words(int end) implements Token {}

    /** A comment, or braces of MDX. */
    record Unseen(int end) implements Token {}

    record Element(Tag tag) implements Token {
        @Override
        public int end() {
            return tag.end();
        }
    }

    static Token at(String text, int at, boolean mdx) {
        return switch (text.charAt(at)) {
            case '`' -> new Words(endOfCode(text, at));
            case '\\' -> new Words(Math.min(text.length(), at + 2));
            case '<' -> bracket(text, at);
            case '{' -> brace(text, at, mdx);
            default -> new Words(at + 1);
        };
    }

    /** Behind the span, or behind its opening ticks where nothing closes it. */
    private static int endOfCode(String text, int at) {
        var end = at;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        var ticks = text.substring(at, end);
        for (var close = text.indexOf(ticks, end); close >= 0; close = text.indexOf(ticks, close + 1)) {
            var after = close + ticks.length();
            var exact = text.charAt(close - 1) != '`' && (after == text.length() || text.charAt(after) != '`');
            if (exact && !text.substring(end, close).contains("\n\n")) {
                return after;
            }
        }
        return end;
    }

    private static Token brace(String text, int at, boolean mdx) {
        var end = mdx ? Braces.end(text, at) : -1;
        return end > 0 ? new Unseen(end) : new Words(at + 1);
    }

    private static Token bracket(String text, int at) {
        if (text.startsWith("<!--", at)) {
            var end = text.indexOf("-->", at);
            return new Unseen(end < 0 ? text.length() : end + 3);
        }
        Optional<Tag> tag = Tag.findAt(text, at);
        return tag.isPresent() ? new Element(tag.get()) : new Words(at + 1);
    }
}
