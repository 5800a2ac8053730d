package io.sallyport.escalation;

import io.sallyport.casefile.Packet;
import io.sallyport.escalation.PacketSections.Item;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A packet as Markdown. What somebody else wrote stands as quotes, and no mark in it is taken for one of ours. */
public final class PacketMarkdown {

    private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]<>|&#!]");

    private PacketMarkdown() {}

    public static String of(String title, Packet packet) {
        var text = new StringJoiner("\n");
        text.add("# " + escaped(title)).add("");
        PacketSections.of(packet).forEach(section -> {
            text.add("## " + section.heading()).add("");
            section.items().forEach(item -> add(text, item));
            text.add("");
        });
        return text + "\n";
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
