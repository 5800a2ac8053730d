package io.sallyport.model.language;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Lane;
import io.sallyport.casefile.Priority;
import java.util.Optional;

/** Which agent asks and what for; budgets, rate limits and the bill go by it. */
public sealed interface Purpose {

    /** As in the Case Record: {@code triage}, {@code billing specialist}, {@code grounding judge}. */
    String agent();

    /**
     * Work on one case.
     *
     * @param lane the one the work leads to; the answer lane while that is open
     * @param priority before triage, what the embedded engine takes it for
     */
    record OfCase(String agent, CaseId caseId, Lane lane, Priority priority) implements Purpose {
        public OfCase {
            checkAgent(agent);
        }
    }

    /** Work that no customer waits for: checks, reviews over many cases, evaluations. */
    record Upkeep(String agent) implements Purpose {
        public Upkeep {
            checkAgent(agent);
        }
    }

    /** Goes ahead of the rest where a vendor's limits are short. */
    default boolean isUrgent() {
        return switch (this) {
            case OfCase(var _, var _, var _, var priority) -> priority == Priority.P1 || priority == Priority.P2;
            case Upkeep _ -> false;
        };
    }

    default Optional<CaseId> findCase() {
        return switch (this) {
            case OfCase work -> Optional.of(work.caseId());
            case Upkeep _ -> Optional.empty();
        };
    }

    default Optional<Lane> findLane() {
        return switch (this) {
            case OfCase work -> Optional.of(work.lane());
            case Upkeep _ -> Optional.empty();
        };
    }

    private static void checkAgent(String agent) {
        if (agent.isBlank()) {
            throw new IllegalArgumentException("whoever asks a model has a name");
        }
    }
}
