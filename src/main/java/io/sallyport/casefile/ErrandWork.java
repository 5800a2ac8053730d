package io.sallyport.casefile;

import java.time.Instant;
import java.util.Optional;

/** How far an errand is. */
public record ErrandWork(Errand errand, Stage stage) {

    public sealed interface Stage {}

    /**
     * To be done.
     *
     * @param attempts that did not reach the other side
     * @param notBefore empty for at once
     */
    public record Planned(int attempts, Optional<Instant> notBefore, String why) implements Stage {}

    /**
     * The intent is written; the outcome is not known.
     *
     * @param attempts at finding out what became of it, and before
     * @param notBefore when to ask again; empty when nobody has asked yet
     */
    public record Underway(String effectId, int attempts, Optional<Instant> notBefore) implements Stage {}

    /** @param remoteId the other side's, such as the issue's */
    public record Done(String effectId, String remoteId) implements Stage {}

    /** Not done and not to be done. */
    public record Dropped(String why) implements Stage {}

    static ErrandWork planned(Errand errand) {
        return new ErrandWork(errand, new Planned(0, Optional.empty(), ""));
    }

    /** When something is to be done about it: {@link Instant#MIN} for at once; empty when nothing is. */
    public Optional<Instant> due() {
        return switch (stage) {
            case Planned planned -> Optional.of(planned.notBefore().orElse(Instant.MIN));
            case Underway underway -> Optional.of(underway.notBefore().orElse(Instant.MIN));
            case Done _, Dropped _ -> Optional.empty();
        };
    }

    public int attempts() {
        return switch (stage) {
            case Planned planned -> planned.attempts();
            case Underway underway -> underway.attempts();
            case Done _, Dropped _ -> 0;
        };
    }

    /** Whether engineering hears of the case by it. */
    boolean isToldEngineering() {
        return switch (errand.kind()) {
            case ISSUE, LINK -> !(stage instanceof Dropped);
            case PAGE, CHAT -> false;
        };
    }

    boolean isUnderwayAs(String effectId) {
        return stage instanceof Underway underway && underway.effectId().equals(effectId);
    }

    ErrandWork at(Stage next) {
        return new ErrandWork(errand, next);
    }
}
