package io.sallyport.knowledge;

import java.time.Instant;
import java.util.Optional;

/**
 * A line in the journal of what became of an article, beside its revisions and reviews.
 *
 * @param by the person who said so; empty for what an import did
 */
public record StandingChange(What what, Optional<String> by, String why, Instant at) {

    /** Two pairs, each of which ends the other. */
    public enum What {
        WITHDRAWN,
        REINSTATED,
        HELD,
        RELEASED
    }

    public StandingChange {
        if (why.isBlank()) {
            throw new IllegalArgumentException("say why the article is " + what);
        }
    }

    public static StandingChange withdrawn(String by, String why, Instant at) {
        return byPerson(What.WITHDRAWN, by, why, at);
    }

    public static StandingChange reinstated(String by, String why, Instant at) {
        return byPerson(What.REINSTATED, by, why, at);
    }

    private static StandingChange byPerson(What what, String by, String why, Instant at) {
        if (!ReviewerName.isPerson(by)) {
            throw new IllegalArgumentException("only a person says so, not '" + by + "'");
        }
        return new StandingChange(what, Optional.of(by), why, at);
    }

    static StandingChange held(String why, Instant at) {
        return new StandingChange(What.HELD, Optional.empty(), why, at);
    }

    static StandingChange released(Instant at) {
        return new StandingChange(What.RELEASED, Optional.empty(), "its file could be taken in", at);
    }
}
