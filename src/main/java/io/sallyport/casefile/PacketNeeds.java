package io.sallyport.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which parts of a packet a kind of case cannot do without, by the table {@code casefile/packet-needs.txt}. One answer for
 * whoever fills the packet, whoever judges it, and whoever asks the customer.
 */
public final class PacketNeeds {

    private static final String TABLE = "/casefile/packet-needs.txt";
    private static final String ANYTHING = "-";
    private static final String TRIGGER = "trigger:";

    private record Row(PacketPart part, Set<String> kinds, Predicate<String> words) {}

    private static final List<Row> ROWS = read();

    private PacketNeeds() {}

    /** Nothing where somebody may be in danger: a person calls them, and asks what has to be asked. */
    public static Set<PacketPart> of(CaseRecord record) {
        var needs = EnumSet.noneOf(PacketPart.class);
        if (!HandOverText.isAboutSafety(record)) {
            Set<String> kinds = kinds(record);
            String words = record.thread().stream()
                    .filter(Message::isFromCustomer)
                    .map(Message::subjectAndText)
                    .collect(Collectors.joining("\n"));
            ROWS.stream()
                    .filter(row -> !Collections.disjoint(row.kinds(), kinds))
                    .filter(row -> row.words().test(words))
                    .forEach(row -> needs.add(row.part()));
        }
        return Collections.unmodifiableSet(needs);
    }

    /** Those that the packet does not have. */
    public static List<PacketPart> lacking(CaseRecord record, Packet packet) {
        return of(record).stream().filter(part -> !part.isIn(packet)).toList();
    }

    private static Set<String> kinds(CaseRecord record) {
        var kinds = new HashSet<String>();
        record.findings().triage().ifPresent(triage -> {
            kinds.add(triage.category().label());
            kinds.add(triage.priority().name());
        });
        Stream<Trigger> handed =
                record.standing() instanceof Standing.WithPeople people ? people.triggers().stream() : Stream.empty();
        handed.forEach(trigger -> kinds.add(TRIGGER + trigger.kind().label()));
        return kinds;
    }

    private static List<Row> read() {
        var rows = new ArrayList<String[]>();
        Map<String, String> names = new LinkedHashMap<>();
        for (String line : lines()) {
            int named = line.startsWith("{") ? line.indexOf("} = ") : -1;
            if (named > 0) {
                names.put(line.substring(0, named + 1), line.substring(named + "} = ".length()));
            } else {
                rows.add(line.split(" \\| ", -1));
            }
        }
        return rows.stream().map(row -> row(row, names)).toList();
    }

    private static Row row(String[] columns, Map<String, String> names) {
        if (columns.length != 3) {
            throw new IllegalStateException(TABLE + ": three columns are needed, not '" + String.join(" | ", columns));
        }
        PacketPart part = PacketPart.find(columns[0])
                .orElseThrow(() -> new IllegalStateException(TABLE + ": no part is named '" + columns[0] + "'"));
        return new Row(part, Set.of(columns[1].split(" ")), words(names.getOrDefault(columns[2], columns[2])));
    }

    private static Predicate<String> words(String pattern) {
        return pattern.equals(ANYTHING)
                ? _ -> true
                : Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).asPredicate();
    }

    private static List<String> lines() {
        try (InputStream in = PacketNeeds.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + TABLE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + TABLE, unreadable);
        }
    }
}
