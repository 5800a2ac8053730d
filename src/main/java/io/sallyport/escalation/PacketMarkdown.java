package io.sallyport.escalation;

import io.sallyport.casefile.Packet;
import io.sallyport.escalation.PacketSections.Item;
import io.sallyport.escalation.PacketSections.Section;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A packet as Markdown. What somebody else wrote stands as quotes, and no mark in it is taken for one of ours. */
public final class PacketMarkdown {

    /** Within a word an underscore marks nothing. */
    private static final Pattern MARKS =
            Pattern.compile("[\\\\`*\\[\\]<>|&#!]|(?<![\\p{L}\\p{N}_])_|_(?![\\p{L}\\p{N}_])");

    private PacketMarkdown() {}

    public static String of(String title, Packet packet) {
        return "# " + escaped(title) + "\n\n" + of(PacketSections.of(packet)) + "\n";
    }

    public static String of(List<Section> sections) {
        var text = new StringJoiner("\n");
        sections.forEach(section -> {
            text.add("## " + section.heading()).add("");
            section.items().forEach(item -> add(text, item));
            text.add("");
        });
        return text.toString();
    }

    /** Somebody else's words as a block. */
    public static String quote(String words) {
        return words.strip().lines().map(line -> ("> " + escaped(line)).strip()).collect(Collectors.joining("\n"));
    }

    private static void add(StringJoiner text, Item item) {
        String label = item.label().isEmpty() ? "" : "**" + escaped(item.label()) + "** ";
        boolean isOneLine = item.text().lines().count() < 2;
        if (isOneLine) {
            String words = escaped(item.text().strip());
            text.add("- " + label + (item.isQuote() ? "“" + words + "”" : words));
        } else {
            text.add("- " + label).add("");
            item.text().strip().lines().forEach(line -> text.add("  > " + escaped(line)));
            text.add("");
        }
    }

    private static String escaped(String words) {
        return MARKS.matcher(words).replaceAll(mark -> Matcher.quoteReplacement("\\" + mark.group()));
    }
}
