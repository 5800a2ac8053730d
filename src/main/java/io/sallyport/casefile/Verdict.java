package io.sallyport.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a gate says of a proposal: it can pass or stop, nothing else. */
public sealed interface Verdict {

    String gate();

    /** What the language models said that were asked as judges, none where none was asked. */
    List<Opinion> opinions();

    /** @param notes what was checked, for the record */
    record Pass(String gate, List<String> notes, List<Opinion> opinions) implements Verdict {
        public Pass {
            notes = List.copyOf(notes);
            opinions = Opinion.orNone(opinions);
        }

        public Pass(String gate, List<String> notes) {
            this(gate, notes, List.of());
        }
    }

    /**
     * @param openedBy what would make this gate pass the same proposal, null when nothing would
     * @param policies ids of those that spoke against it, none where no policy decides
     */
    record Stop(
            String gate,
            String reason,
            List<Flag> flagged,
            List<Opinion> opinions,
            @Nullable Remedy openedBy,
            List<String> policies)
            implements Verdict {
        public Stop {
            flagged = List.copyOf(flagged);
            opinions = Opinion.orNone(opinions);
            policies = Approval.idsOrNone(policies);
        }

        public Stop(String gate, String reason, List<Flag> flagged, List<Opinion> opinions) {
            this(gate, reason, flagged, opinions, null, List.of());
        }

        public Optional<Remedy> remedy() {
            return Optional.ofNullable(openedBy);
        }

        public Stop(String gate, String reason, List<Flag> flagged) {
            this(gate, reason, flagged, List.of());
        }
    }

    /** The exact sentence that a gate stopped, and why. */
    record Flag(String sentence, String why) {}

    /** What would open a gate, least first. */
    enum Remedy {
        /** The customer proves who they are. */
        PROOF,
        /** A person with the right role says yes. */
        APPROVAL,
        /** A second person says yes as well. */
        SECOND_APPROVAL;

        /** The greatest that these verdicts ask for; empty where one of them stops for good, or none stops. */
        static Optional<Remedy> of(List<Verdict> verdicts) {
            List<Stop> stops = verdicts.stream()
                    .flatMap(verdict -> verdict instanceof Stop stop ? Stream.of(stop) : Stream.empty())
                    .toList();
            return stops.stream().allMatch(stop -> stop.remedy().isPresent())
                    ? stops.stream().flatMap(stop -> stop.remedy().stream()).max(Comparator.naturalOrder())
                    : Optional.empty();
        }
    }

    /** Why the first that stopped did. */
    static String reason(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict instanceof Stop stop ? Stream.of(stop.reason()) : Stream.empty())
                .findFirst()
                .orElse("no gate has passed it");
    }

    static Verdict pass(String gate, String... notes) {
        return new Pass(gate, List.of(notes));
    }

    static Verdict stop(String gate, String reason) {
        return new Stop(gate, reason, List.of());
    }

    static Verdict stop(String gate, String reason, Remedy remedy) {
        return new Stop(gate, reason, List.of(), List.of(), remedy, List.of());
    }

    /** The same with one more opinion behind it. */
    default Verdict with(Opinion opinion) {
        var all = Stream.concat(Stream.of(opinion), opinions().stream()).toList();
        return switch (this) {
            case Pass pass -> new Pass(pass.gate, pass.notes, all);
            case Stop stop -> new Stop(stop.gate, stop.reason, stop.flagged, all, stop.openedBy, stop.policies);
        };
    }

    default boolean isPass() {
        return switch (this) {
            case Pass _ -> true;
            case Stop _ -> false;
        };
    }
}
