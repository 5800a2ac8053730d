package io.sallyport.evaluation;

import io.sallyport.audit.CaseJson;
import io.sallyport.audit.CaseSchema;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Packet;
import io.sallyport.casefile.PacketNeeds;
import io.sallyport.casefile.PacketPart;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How complete the packets are that people get: each has to fit its schema, and to have what its kind of case needs or to say
 * that it lacks it.
 */
public final class HandoffEvaluation {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final int LOOKS = 600;
    private static final String INCOMPLETE = "incomplete: ";

    /** What became of one case that people got. */
    public sealed interface Judged {
        record Complete() implements Judged {}

        record Incomplete(List<String> parts) implements Judged {
            public Incomplete {
                parts = List.copyOf(parts);
            }
        }

        record Invalid(String why) implements Judged {}
    }

    private HandoffEvaluation() {}

    /**
     * Every case that people have, once its packet is made. After two minutes without a new packet the rest are taken as they
     * are; one without a packet is invalid.
     */
    public static List<Judged> of(CaseStore cases) {
        var judged = new ArrayList<Judged>();
        var query = new CaseStore.Query("with people", "", false, Integer.MAX_VALUE);
        boolean isStuck = false;
        for (CaseStore.Summary summary : cases.list(query)) {
            CaseRecord record = isStuck ? cases.load(summary.id()) : packed(cases, summary);
            if (record.standing() instanceof Standing.WithPeople) {
                isStuck |= !record.handOver().isCurrent();
                judged.add(judge(record, cases.events(record.id())));
            }
        }
        return judged;
    }

    private static CaseRecord packed(CaseStore cases, CaseStore.Summary summary) {
        CaseRecord record = cases.load(summary.id());
        for (int look = 0; look < LOOKS && !record.handOver().isCurrent(); look++) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            record = cases.load(summary.id());
        }
        return record;
    }

    static Judged judge(CaseRecord record, List<CaseEvent> events) {
        Optional<Fact.Packaged> packaged = events.reversed().stream()
                .map(CaseEvent::fact)
                .flatMap(fact -> fact instanceof Fact.Packaged made ? Stream.of(made) : Stream.empty())
                .findFirst();
        return packaged.map(made -> judge(record, made))
                .orElseGet(() -> new Judged.Invalid(record.id() + " has no packet"));
    }

    private static Judged judge(CaseRecord record, Fact.Packaged made) {
        Packet packet = made.packet();
        List<String> lacking = PacketNeeds.lacking(record, packet).stream()
                .map(PacketPart::path)
                .toList();
        List<String> said = packet.missing().stream().map(Packet.Missing::part).toList();
        if (!said.containsAll(lacking)) {
            return new Judged.Invalid(record.id() + " lacks " + lacking + " and says that it lacks " + said);
        }
        Optional<String> unborne = unborne(made.verdicts());
        if (unborne.isPresent()) {
            return new Judged.Invalid(record.id() + ": " + unborne.get());
        }
        try {
            CaseSchema.checkedPacket(CaseJson.export(record.id(), packet, made.verdicts()));
        } catch (IllegalStateException misfit) {
            return new Judged.Invalid(record.id() + ": " + misfit.getMessage());
        }
        return said.isEmpty() ? new Judged.Complete() : new Judged.Incomplete(said);
    }

    /** A claim that the gate found nowhere in the case, or a gate that said nothing. */
    private static Optional<String> unborne(List<Verdict> verdicts) {
        return verdicts.isEmpty()
                ? Optional.of("no gate has read it")
                : verdicts.stream()
                        .flatMap(verdict -> verdict instanceof Verdict.Stop stop ? Stream.of(stop) : Stream.empty())
                        .map(Verdict.Stop::reason)
                        .filter(reason -> !reason.startsWith(INCOMPLETE))
                        .findFirst();
    }

    public static Map<String, @Nullable Object> figures(List<Judged> all) {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        long complete = count(all, Judged.Complete.class);
        figures.put("n", all.size());
        figures.put("complete", complete);
        figures.put("complete_share", Fraction.of(complete, all.size()).orElse(null));
        figures.put("incomplete", count(all, Judged.Incomplete.class));
        figures.put("missing", missing(all));
        figures.put("invalid", count(all, Judged.Invalid.class));
        return figures;
    }

    /** The same in a line. */
    public static String line(List<Judged> all) {
        String parts = missing(all).entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(", "));
        return all.size() + " cases with people: " + count(all, Judged.Complete.class) + " packets complete, "
                + count(all, Judged.Incomplete.class) + " say what is missing"
                + (parts.isEmpty() ? "" : " (" + parts + ")") + ", " + count(all, Judged.Invalid.class) + " invalid";
    }

    private static long count(List<Judged> all, Class<? extends Judged> which) {
        return all.stream().filter(which::isInstance).count();
    }

    /** How many packets lack each part. */
    private static Map<String, Integer> missing(List<Judged> all) {
        var parts = new TreeMap<String, Integer>();
        all.forEach(one -> {
            if (one instanceof Judged.Incomplete(var lacking)) {
                lacking.forEach(part -> parts.merge(part, 1, Integer::sum));
            }
        });
        return parts;
    }
}
