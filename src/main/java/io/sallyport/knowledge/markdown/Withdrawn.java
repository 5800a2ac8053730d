package io.sallyport.knowledge.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Elements that strike words out: a reader sees that these no longer hold, which plain text would not show. What such an element
 * takes in has to be plain, or words that do not hold would be told, or words that hold be lost.
 */
final class Withdrawn {

    private static final Set<String> NAMES = Set.of("del", "s", "strike");

    private static final Set<String> LITERAL = Set.of("code", "samp");

    private static final Pattern ELEMENT = Pattern.compile("(?is)<(del|s|strike)(?:\\s[^>]*)?>.*?</\\1\\s*>");

    /** @param at where its tag begins */
    record Flaw(int at, String why) {}

    private Withdrawn() {}

    static boolean is(Tag tag) {
        return NAMES.contains(tag.lowerName());
    }

    static String without(String html) {
        return ELEMENT.matcher(html).replaceAll("");
    }

    /** Of a stretch of Markdown without fenced code: where it does not say plainly which words are struck out. */
    static List<Flaw> flaws(String text, boolean mdx) {
        var flaws = new ArrayList<Flaw>();
        for (var at = 0; at < text.length(); ) {
            var token = Token.at(text, at, mdx);
            if (token instanceof Token.Element(var tag)) {
                if (is(tag)) {
                    findFlaw(text, tag, at).ifPresent(flaws::add);
                }
                at = isPassedWhole(tag) ? endOf(tag, text) : tag.end();
            } else {
                at = token.end();
            }
        }
        return flaws;
    }

    private static boolean isPassedWhole(Tag tag) {
        return is(tag) || LITERAL.contains(tag.lowerName()) || HtmlToMarkdown.isDroppedWhole(tag);
    }

    private static int endOf(Tag tag, String text) {
        return tag.findClosing(text).map(closing -> closing.end()).orElse(tag.end());
    }

    private static Optional<Flaw> findFlaw(String text, Tag tag, int at) {
        var name = tag.lowerName();
        if (tag.closing()) {
            return Optional.of(new Flaw(
                    at,
                    "'</%s>' ends what nothing began; put '<%s>' before the words that are struck out, or take it out"
                            .formatted(name, name)));
        }
        var isPlain = tag.findClosing(text)
                .filter(closing -> isWhole(text.substring(tag.end(), closing.start()), name))
                .isPresent();
        return isPlain
                ? Optional.empty()
                : Optional.of(new Flaw(
                        at,
                        ("'<%s>' does not say where it ends; put '</%s>' behind the words that are struck out, in the same"
                                        + " paragraph, entry or cell, or take it out")
                                .formatted(name, name)));
    }

    /** Whether no element ends in there that began outside, and none of the same name begins. */
    private static boolean isWhole(String inner, String name) {
        var open = new HashMap<String, Integer>();
        for (var at = inner.indexOf('<'); at >= 0; at = inner.indexOf('<', at + 1)) {
            var tag = Tag.findAt(inner, at);
            if (tag.isPresent() && !count(open, tag.get(), name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean count(Map<String, Integer> open, Tag tag, String name) {
        var step = tag.closing() ? -1 : 1;
        return !tag.lowerName().equals(name) && open.merge(tag.lowerName(), step, Integer::sum) >= 0;
    }
}
