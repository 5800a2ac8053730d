package io.sallyport.escalation.packet;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people are advised to do and asked for, by rule: {@code escalation/next-steps.properties}. */
public final class NextStep {

    private static final String TABLE = "/escalation/next-steps.properties";

    private static final Map<String, String> LINES = read();

    private NextStep() {}

    /** By the gravest reason, then by what the case is about. */
    public static String of(CaseRecord record) {
        return Stream.concat(
                        reasons(record).stream().map(kind -> "trigger." + kind.label()),
                        record
                                .findings()
                                .triage()
                                .map(triage -> "kind." + triage.category().label())
                                .stream())
                .flatMap(key -> Optional.ofNullable(LINES.get(key)).stream())
                .distinct()
                .limit(2)
                .collect(Collectors.joining(" "));
    }

    /** What they are to decide, with the known issue that it looks like. */
    public static String ask(CaseRecord record) {
        String what = reasons(record).stream()
                .flatMap(kind -> Optional.ofNullable(LINES.get("ask." + kind.label())).stream())
                .findFirst()
                .orElseGet(() -> line("ask"));
        return record.findings()
                .triage()
                .flatMap(triage -> triage.related().issueTold())
                .map(issue -> what + " It looks like the known issue " + issue + ".")
                .orElse(what);
    }

    /** Gravest first, as {@link Trigger.Kind} names them, but that what endangers somebody comes before all. */
    private static List<Trigger.Kind> reasons(CaseRecord record) {
        Stream<Trigger> handed =
                record.standing() instanceof Standing.WithPeople people ? people.triggers().stream() : Stream.empty();
        Stream<Trigger> routed = record.findings().route().map(Route::triggers).orElse(List.of()).stream();
        return Stream.concat(handed, routed)
                .map(Trigger::kind)
                .distinct()
                .sorted(Comparator.<Trigger.Kind>comparingInt(kind -> kind == Trigger.Kind.SAFETY ? 0 : 1)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String line(String key) {
        String line = LINES.get(key);
        if (line == null) {
            throw new IllegalStateException(TABLE + " lacks '" + key + "'");
        }
        return line;
    }

    private static Map<String, String> read() {
        try (InputStream in = NextStep.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("missing from the jar: " + TABLE);
            }
            var lines = new Properties();
            lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, lines::getProperty));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + TABLE, unreadable);
        }
    }
}
