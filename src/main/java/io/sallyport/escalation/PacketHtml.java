package io.sallyport.escalation;

import io.sallyport.casefile.Packet;
import io.sallyport.escalation.PacketSections.Item;
import io.sallyport.escalation.PacketSections.Section;
import java.util.stream.Collectors;

/** A packet as a page that stands by itself: no scripts, nothing fetched, every word escaped. */
public final class PacketHtml {

    private PacketHtml() {}

    public static String of(String title, Packet packet) {
        String sections =
                PacketSections.of(packet).stream().map(PacketHtml::section).collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%1$s</title>
                <style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}\
                dt{font-weight:600}dd{margin:0 0 .5rem}blockquote{margin:0;padding-left:.75rem;border-left:3px solid #999;\
                white-space:pre-wrap}</style></head>
                <body>
                <h1>%1$s</h1>
                %2$s
                </body>
                </html>
                """.formatted(escaped(title), sections);
    }

    private static String section(Section section) {
        return "<h2>" + escaped(section.heading()) + "</h2>\n<dl>\n"
                + section.items().stream().map(PacketHtml::item).collect(Collectors.joining("\n")) + "\n</dl>";
    }

    private static String item(Item item) {
        String words = escaped(item.text());
        String label = item.label().isEmpty() ? "" : "<dt>" + escaped(item.label()) + "</dt>";
        return label + "<dd>" + (item.isQuote() ? "<blockquote>" + words + "</blockquote>" : words) + "</dd>";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
