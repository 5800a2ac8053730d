package io.sallyport.casefile;

import java.util.List;

/** What a gate says of a proposal: it can pass or stop, nothing else. */
public sealed interface Verdict {

    String gate();

    /** @param notes what was checked, for the record */
    record Pass(String gate, List<String> notes) implements Verdict {
        public Pass {
            notes = List.copyOf(notes);
        }
    }

    record Stop(String gate, String reason, List<Flag> flagged) implements Verdict {
        public Stop {
            flagged = List.copyOf(flagged);
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

    default boolean isPass() {
        return switch (this) {
            case Pass _ -> true;
            case Stop _ -> false;
        };
    }
}
