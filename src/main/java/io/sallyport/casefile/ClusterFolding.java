package io.sallyport.casefile;

import io.sallyport.casefile.HandOver.Cluster;
import java.util.Optional;

/** What changes in a case when others have it, too, and when a person says that it is none of theirs. */
final class ClusterFolding {

    private ClusterFolding() {}

    /** The packet says how many have it; what many have is worse than each of them can know, and is never made less. */
    static void joined(Changes now, CaseEvent event, Fact.ClusterJoined joined) {
        Optional<Triage> lesser =
                now.findings.triage().filter(triage -> triage.priority().compareTo(joined.raisedTo()) > 0);
        Optional<Triage.Urgency> own = own(now).or(() -> lesser.map(Triage::urgency));
        now.handOver.cluster = Optional.of(new Cluster(joined.cluster(), joined.size(), own));
        now.handOver.isCurrent = false;
        lesser.map(triage -> triage.corrected(
                        Optional.empty(),
                        Optional.of(joined.raisedTo()),
                        joined.size() + " customers have one cause",
                        event.at()))
                .ifPresent(raised -> now.findings = now.findings.with(raised));
    }

    /** Its urgency is its own again, and so is the call that it was spared because somebody was called for the others. */
    static void left(Changes now, Fact.ClusterLeft left) {
        Optional<Triage> triage = now.findings.triage();
        Optional<Triage.Urgency> own = own(now);
        now.handOver.partings.add(
                new HandOver.Parting(left.cluster(), triage.map(Triage::related).orElse(Triage.Related.NOTHING)));
        now.handOver.cluster = Optional.empty();
        now.handOver.isCurrent = false;
        if (own.isPresent()) {
            now.findings = triage.map(raised -> now.findings.with(raised.asUrgentAs(own.get())))
                    .orElse(now.findings);
            now.handOver.isPaged &= now.before.isTakenOver();
        }
    }

    /** It was read, or a person said how urgent it is, since the others raised it: that is its own from then on. */
    static void urgencySet(Changes now) {
        now.handOver.cluster =
                now.handOver.cluster.map(known -> new Cluster(known.id(), known.customers(), Optional.empty()));
    }

    private static Optional<Triage.Urgency> own(Changes now) {
        return now.handOver.cluster.flatMap(Cluster::own);
    }
}
