package io.sallyport.escalation;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.CaseMoved;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.ErrandWork;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.HandOver;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Several customers, one cause: finds their cases among those that people have, and of the machine's among those with a fault,
 * and links them. A second round, on whatever node, finds it done. May be shared between threads.
 */
public final class ClusterLinker {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterLinker.class);

    private static final Duration LOOK_BACK = Duration.ofDays(7);

    /** So many of the newest that people have, and of the others, are compared in one round; a wave is among them. */
    private static final int MOST_COMPARED = 500;

    /**
     * Each time half as many have it again, so a wave of a thousand customers is said fifteen times on a case, not a thousand;
     * and as much fewer, once people have taken cases out.
     */
    private static final double WORTH_SAYING = 1.5;

    private static final Set<Category> FAULTS = Set.of(Category.BUG, Category.PERFORMANCE);

    /** A wave of a hundred cases of one cause calls whoever is on call once. */
    private static final Fact NOBODY_ELSE = new Fact.PagePlanned(Optional.empty());

    private final CaseStore cases;
    private final Clusters clusters;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    public ClusterLinker(CaseStore cases, JdbcClient jdbc, InstantSource clock) {
        this.cases = cases;
        this.clusters = new Clusters(cases, jdbc);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Looks for causes that several customers have, and writes on each of their cases that it is one of them. */
    public void link() {
        List<CaseRecord> compared = jdbc
                .sql("""
                        SELECT case_id, opened_at FROM (
                            SELECT case_id, opened_at FROM case_head
                            WHERE standing = 'with people' AND opened_at >= :from ORDER BY opened_at DESC LIMIT :most
                        ) AS with_people
                        UNION ALL
                        SELECT case_id, opened_at FROM (
                            SELECT case_id, opened_at FROM case_head
                            WHERE (standing = 'answered' OR (standing = 'at work' AND awaiting))
                                AND opened_at >= :from AND updated_at >= :from ORDER BY opened_at DESC LIMIT :most
                        ) AS with_the_machine
                        ORDER BY opened_at DESC
                        """)
                .param("from", Timestamp.from(clock.instant().minus(LOOK_BACK)))
                .param("most", MOST_COMPARED)
                .query((row, _) -> new CaseId(row.getString("case_id")))
                .list()
                .stream()
                .flatMap(id -> clusters.findReadable(id).stream())
                .filter(record -> record.findings().triage().isPresent())
                .filter(record -> record.standing() instanceof Standing.WithPeople || isFault(record))
                .toList();
        OneCause.groups(compared, clusters::ids).forEach(this::link);
    }

    /** Many ask one question alike, and an answer serves each of them; that is no outage. */
    private static boolean isFault(CaseRecord record) {
        return FAULTS.contains(record.triage().category())
                || Clusters.knownIssue(record).isPresent()
                || record.handOver().cluster().isPresent();
    }

    private void link(List<CaseRecord> group) {
        group.stream()
                .flatMap(record -> record.handOver().cluster().map(HandOver.Cluster::id).stream())
                .min(Comparator.naturalOrder())
                .or(() -> nameAfter(group))
                .ifPresent(cluster -> link(cluster, group));
    }

    private void link(String cluster, List<CaseRecord> group) {
        List<CaseRecord> grave = group.stream().filter(this::isGraveByItself).toList();
        Priority raisedTo = grave.isEmpty() ? Priority.P2 : Priority.P1;
        boolean isCalledFor = grave.stream().anyMatch(ClusterLinker::hasCalled);
        int customers = customers(cluster, group);
        for (CaseRecord record : group) {
            var joined = new Fact.ClusterJoined(cluster, customers, atLeast(raisedTo, record));
            if (isToJoin(record, joined)) {
                var facts = new ArrayList<Fact>(List.of(joined));
                handOver(record, customers).ifPresent(facts::add);
                if (isCalledFor && !isToCallByItself(record)) {
                    facts.add(NOBODY_ELSE);
                }
                join(record, facts);
            }
        }
    }

    /** A draft that waits is no answer to what many have; once people gave it back it stays where it is. */
    private static Optional<Fact> handOver(CaseRecord record, int customers) {
        boolean isWaiting = record.standing() instanceof Standing.AtWork && record.answer() instanceof AnswerWork.Held;
        return isWaiting && record.handOver().cluster().isEmpty()
                ? record.findings()
                        .route()
                        .map(route -> new Fact.Escalated(
                                route.queue(), List.of(), customers + " customers have one cause", List.of()))
                : Optional.empty();
    }

    /** Whoever is on call knows of it. */
    private static boolean hasCalled(CaseRecord grave) {
        return grave.handOver().errands().stream()
                .anyMatch(work -> work.errand().kind() == Errand.Kind.PAGE && work.stage() instanceof ErrandWork.Done);
    }

    private boolean isToCallByItself(CaseRecord record) {
        return record.handOver().isPaged()
                || isGraveByItself(record)
                || (record.standing() instanceof Standing.WithPeople people
                        && people.triggers().stream().anyMatch(why -> HandOver.CALLED_FOR.contains(why.kind())));
    }

    /** Those that a cluster made P1 make no others so; else one that was read wrongly would go on through them. */
    private boolean isGraveByItself(CaseRecord record) {
        return record.triage().priority() == Priority.P1
                && own(record).filter(own -> own.priority() == Priority.P1).isPresent();
    }

    /** What a person set stands until the customer writes again. */
    private Priority atLeast(Priority raisedTo, CaseRecord record) {
        Priority now = record.triage().priority();
        return now.compareTo(raisedTo) > 0
                        && own(record).filter(OwnPriority::isSetByPerson).isPresent()
                ? now
                : raisedTo;
    }

    private Optional<OwnPriority> own(CaseRecord record) {
        return OwnPriority.of(cases.events(record.id()));
    }

    /** Those whose cases are over had it, too. */
    private int customers(String cluster, List<CaseRecord> group) {
        var customers =
                new HashSet<>(jdbc.sql("SELECT DISTINCT customer FROM case_head WHERE cluster = ? AND customer <> ''")
                        .param(cluster)
                        .query(String.class)
                        .list());
        customers.addAll(OneCause.customers(group));
        return customers.size();
    }

    /** By its oldest case, so that two nodes give it one name; not by one that was taken out of the cluster of its name. */
    private static Optional<String> nameAfter(List<CaseRecord> group) {
        return group.stream()
                .sorted(Comparator.comparing(CaseRecord::openedAt)
                        .thenComparing(record -> record.id().value()))
                .filter(record -> record.handOver().partings().stream()
                        .noneMatch(parting -> parting.cluster().equals(nameAfter(record))))
                .map(ClusterLinker::nameAfter)
                .findFirst();
    }

    private static String nameAfter(CaseRecord record) {
        return "CL" + record.id().value().substring(2);
    }

    private static boolean isToJoin(CaseRecord record, Fact.ClusterJoined joined) {
        boolean isSaid = record.handOver().cluster().stream()
                .anyMatch(known -> known.id().equals(joined.cluster())
                        && known.customers() * WORTH_SAYING > joined.size()
                        && joined.size() * WORTH_SAYING > known.customers());
        return !isSaid || record.triage().priority().compareTo(joined.raisedTo()) > 0;
    }

    /** Whoever moved it meanwhile is not waited for: the next round comes soon. */
    private void join(CaseRecord record, List<Fact> joined) {
        try {
            CaseRecord linked = cases.append(
                    record,
                    joined.stream()
                            .map(fact -> new Entry(Actor.agent("router"), fact))
                            .toList());
            LOG.info(
                    "a case joined a cluster case={} cluster={}",
                    record.id(),
                    linked.handOver().cluster().map(HandOver.Cluster::id).orElse(""));
        } catch (CaseMoved moved) {
            LOG.debug("not linked yet case={} because={}", record.id(), moved.getMessage());
        }
    }
}
