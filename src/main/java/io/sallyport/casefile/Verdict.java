package io.sallyport.casefile;

import java.util.List;
import java.util.stream.Stream;

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

    record Stop(String gate, String reason, List<Flag> flagged, List<Opinion> opinions) implements Verdict {
        public Stop {
            flagged = List.copyOf(flagged);
            opinions = Opinion.orNone(opinions);
        }

        public Stop(String gate, String reason, List<Flag> flagged) {
            this(gate, reason, flagged, List.of());
        }
    }

    /** The exact sentence that a gate stopped, and why. */
    record Flag(String sentence, String why) {}

    static Verdict pass(String gate, String... notes) {
        return new Pass(gate, List.of(notes));
    }

    static Verdict stop(String gate, String reason) {
        return new Stop(gate, reason, List.of());
    }

    /** The same with one more opinion behind it. */
    default Verdict with(Opinion opinion) {
        var all = Stream.concat(Stream.of(opinion), opinions().stream()).toList();
        return switch (this) {
            case Pass pass -> new Pass(pass.gate, pass.notes, all);
            case Stop stop -> new Stop(stop.gate, stop.reason, stop.flagged, all);
        };
    }

    default boolean isPass() {
        return switch (this) {
            case Pass _ -> true;
            case Stop _ -> false;
        };
    }
}
