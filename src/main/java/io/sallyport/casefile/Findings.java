package io.sallyport.casefile;

import java.util.Optional;

/** What has been found out about the customer's latest message, each once its step has run. */
public record Findings(Optional<Screening> screening, Optional<Triage> triage, Optional<Route> route) {

    static final Findings NONE = new Findings(Optional.empty(), Optional.empty(), Optional.empty());

    Findings with(Screening found) {
        return new Findings(Optional.of(found), triage, route);
    }

    Findings with(Triage found) {
        return new Findings(screening, Optional.of(found), route);
    }

    Findings with(Route found) {
        return new Findings(screening, triage, Optional.of(found));
    }

    /** To be triaged and routed anew. */
    Findings unread() {
        return new Findings(screening, Optional.empty(), Optional.empty());
    }

    /** To be routed anew. */
    Findings unrouted() {
        return new Findings(screening, triage, Optional.empty());
    }
}
