package io.sallyport.escalation;

import io.sallyport.casefile.Amount;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.Passage;
import io.sallyport.casefile.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A packet as people read it: headings with lines under them, in one order for every face that it has. */
public final class PacketSections {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** @param heading such as {@code What was tried} */
    public record Section(String heading, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }

        /** The same in other words. */
        public Section in(UnaryOperator<String> words) {
            return new Section(
                    heading,
                    items.stream()
                            .map(item -> new Item(item.label(), words.apply(item.text()), item.isQuote()))
                            .toList());
        }
    }

    /**
     * @param label empty where the text says it all
     * @param isQuote whether somebody else wrote the text
     */
    public record Item(String label, String text, boolean isQuote) {
        static Item of(String label, String text) {
            return new Item(label, text, false);
        }

        static Item quote(String label, String text) {
            return new Item(label, text, true);
        }
    }

    private PacketSections() {}

    /** Those that have something to say. */
    public static List<Section> of(Packet packet) {
        return filled(Stream.of(
                problem(packet),
                new Section("To do", toDo(packet)),
                new Section("Missing", missing(packet)),
                new Section("Impact", impact(packet)),
                new Section("Tried", tried(packet)),
                new Section("Reproduction", reproduction(packet)),
                new Section("Details", details(packet)),
                new Section("Words that matter", words(packet)),
                new Section("Mood", moods(packet)),
                new Section("Account", account(packet)),
                new Section("Evidence", evidence(packet)),
                new Section("Drafts", drafts(packet)),
                new Section("Said so far", said(packet))));
    }

    /** Those that whoever mends the cause needs: nothing of the account, the drafts or what else was said. */
    public static List<Section> ofFault(Packet packet) {
        return filled(Stream.of(
                problem(packet),
                new Section("Missing", missing(packet)),
                new Section("Impact", impact(packet)),
                new Section("Tried", tried(packet)),
                new Section("Reproduction", reproduction(packet)),
                new Section("Details", details(packet))));
    }

    private static List<Section> filled(Stream<Section> sections) {
        return sections.map(PacketSections::withoutBlanks)
                .filter(section -> !section.items().isEmpty())
                .toList();
    }

    private static Section problem(Packet packet) {
        return new Section("Problem", List.of(Item.of("", packet.problem())));
    }

    private static Section withoutBlanks(Section section) {
        return new Section(
                section.heading(),
                section.items().stream().filter(item -> !item.text().isBlank()).toList());
    }

    private static List<Item> toDo(Packet packet) {
        return List.of(
                Item.of("asked of you", packet.ask().what()),
                Item.of("by", time(packet.ask().by())),
                Item.of("next step", packet.nextStep()),
                Item.of("owner", packet.owner()));
    }

    private static List<Item> missing(Packet packet) {
        return packet.missing().stream()
                .map(part -> Item.of(part.part(), part.question().isBlank() ? "nobody knows it yet" : part.question()))
                .toList();
    }

    private static List<Item> impact(Packet packet) {
        return List.of(
                Item.of("severity", packet.severity().name()),
                Item.of("customers", Integer.toString(packet.impact().customers())),
                Item.quote("workflow", packet.impact().workflow()),
                Item.of("waiting since", time(packet.impact().waitingSince())),
                Item.of(
                        "in the queue since",
                        packet.impact().inQueueSince().map(PacketSections::time).orElse("")));
    }

    private static List<Item> tried(Packet packet) {
        return packet.tried().stream()
                .map(tried -> Item.of(
                        "", tried.what() + (tried.result().isBlank() ? " (result not said)" : " → " + tried.result())))
                .toList();
    }

    private static List<Item> reproduction(Packet packet) {
        var items = new ArrayList<Item>();
        packet.reproduction().ifPresent(known -> {
            known.steps().forEach(step -> items.add(Item.quote("step", step)));
            items.add(Item.quote("expected", known.expected()));
            items.add(Item.quote("actual", known.actual()));
            items.add(Item.quote("environment", known.environment()));
        });
        return items;
    }

    private static List<Item> details(Packet packet) {
        return packet.details().stream()
                .map(detail -> Item.quote(detail.part().replaceFirst("^details\\.", ""), detail.words()))
                .toList();
    }

    private static List<Item> words(Packet packet) {
        return packet.words().stream()
                .map(quote -> Item.quote("", quote.words()))
                .toList();
    }

    private static List<Item> moods(Packet packet) {
        String course = packet.moods().stream()
                .map(felt -> felt.mood().name().toLowerCase(Locale.ROOT) + " (" + time(felt.at()) + ")")
                .collect(Collectors.joining(" → "));
        return List.of(Item.of("", course));
    }

    private static List<Item> account(Packet packet) {
        return List.of(
                Item.of("", String.join(", ", packet.flags())),
                Item.of(
                        "revenue at risk in a year",
                        packet.impact().revenueAtRisk().map(Amount::told).orElse("")));
    }

    private static List<Item> evidence(Packet packet) {
        return packet.evidence().stream()
                .map(passage -> Item.quote(passage.heading() + " (" + source(passage) + ")", passage.text()))
                .toList();
    }

    private static String source(Passage passage) {
        return passage.source().id() + ", revision " + passage.source().revision()
                + passage.notCitable().map(why -> "; not to be quoted: " + why).orElse("");
    }

    private static List<Item> drafts(Packet packet) {
        return packet.drafts().stream()
                .flatMap(draft -> Stream.concat(
                        Stream.of(Item.quote("draft", draft.text())),
                        draft.stopped().stream().map(PacketSections::stopped)))
                .toList();
    }

    private static Item stopped(Verdict.Flag flag) {
        return Item.of("stopped", flag.sentence().isBlank() ? flag.why() : "“" + flag.sentence() + "”: " + flag.why());
    }

    private static List<Item> said(Packet packet) {
        return packet.communication().stream()
                .flatMap(said -> Stream.of(
                        Item.quote(said.author().name().toLowerCase(Locale.ROOT) + ", " + time(said.at()), said.text()),
                        Item.of("promised", said.promised())))
                .toList();
    }

    private static String time(Instant at) {
        return MINUTES.format(at);
    }
}
