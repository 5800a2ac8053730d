package io.sallyport.escalation;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.CaseMoved;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Errand;
import io.sallyport.casefile.ErrandWork;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.HandOver;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import io.sallyport.casefile.Unreadable;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Several customers, one cause: finds their cases among those that people have, and links them. What a case is part of stands
 * on the case, so a second round, on whatever node, finds it done. May be shared between threads.
 */
public final class Clusters {

    private static final Logger LOG = LoggerFactory.getLogger(Clusters.class);

    private static final Duration LOOK_BACK = Duration.ofDays(7);

    /** So many of the newest are compared in one round; a wave of one cause is among them. */
    private static final int MOST_COMPARED = 500;

    /** Each time half as many have it again, so a wave of a thousand customers is said fifteen times on a case, not a thousand. */
    private static final double WORTH_SAYING = 1.5;

    /** A wave of a hundred cases of one cause calls whoever is on call once. */
    private static final Fact NOBODY_ELSE = new Fact.PagePlanned(Optional.empty());

    private final CaseStore cases;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    public Clusters(CaseStore cases, JdbcClient jdbc, InstantSource clock) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A cluster.
     *
     * @param open its cases that are not over
     */
    public record Cluster(String id, String subject, String priority, long cases, long customers, long open) {}

    /** The newest first. */
    public List<Cluster> list() {
        return jdbc.sql("""
                        SELECT cluster, (array_agg(subject ORDER BY opened_at))[1] AS subject, min(priority) AS priority,
                               count(*) AS cases, count(DISTINCT customer) AS customers,
                               count(*) FILTER (WHERE standing NOT IN ('resolved', 'junk')) AS open
                        FROM case_head WHERE cluster <> '' GROUP BY cluster ORDER BY max(opened_at) DESC
                        """)
                .query((row, _) -> new Cluster(
                        row.getString("cluster"),
                        row.getString("subject"),
                        row.getString("priority"),
                        row.getLong("cases"),
                        row.getLong("customers"),
                        row.getLong("open")))
                .list();
    }

    /** Its cases, the oldest first; none where there is no such cluster. */
    public List<CaseRecord> members(String cluster) {
        return jdbc
                .sql("SELECT case_id FROM case_head WHERE cluster = ? AND cluster <> '' ORDER BY opened_at, case_id")
                .param(cluster)
                .query((row, _) -> new CaseId(row.getString("case_id")))
                .list()
                .stream()
                .flatMap(id -> cases.find(id).stream())
                .toList();
    }

    /** Looks for causes that several customers have, and writes on each of their cases that it is one of them. */
    public void link() {
        List<CaseRecord> waiting = jdbc
                .sql("""
                        SELECT case_id FROM case_head
                        WHERE standing = 'with people' AND opened_at >= ? ORDER BY opened_at DESC LIMIT ?
                        """)
                .params(Timestamp.from(clock.instant().minus(LOOK_BACK)), MOST_COMPARED)
                .query((row, _) -> new CaseId(row.getString("case_id")))
                .list()
                .stream()
                .flatMap(id -> findReadable(id).stream())
                .filter(record -> record.findings().triage().isPresent())
                .toList();
        OneCause.groups(waiting).forEach(this::link);
    }

    /** One that cannot be read now is looked at in a later round. */
    private Optional<CaseRecord> findReadable(CaseId id) {
        try {
            return cases.find(id);
        } catch (RuntimeException broken) {
            LOG.warn(
                    "a case cannot be read and is compared with no other now case={} because={}",
                    id,
                    Unreadable.because(broken));
            return Optional.empty();
        }
    }

    private void link(List<CaseRecord> group) {
        String cluster = group.stream()
                .flatMap(record -> record.handOver().cluster().map(HandOver.Cluster::id).stream())
                .min(Comparator.naturalOrder())
                .orElseGet(() -> nameAfter(group));
        List<CaseRecord> grave = group.stream().filter(this::isGraveByItself).toList();
        Priority raisedTo = grave.isEmpty() ? Priority.P2 : Priority.P1;
        boolean isCalledFor = grave.stream().anyMatch(Clusters::hasCalled);
        int customers = customers(cluster, group);
        for (CaseRecord record : group) {
            var joined = new Fact.ClusterJoined(cluster, customers, atLeast(raisedTo, record));
            if (isToJoin(record, joined)) {
                join(record, isCalledFor && !isToCallByItself(record) ? List.of(joined, NOBODY_ELSE) : List.of(joined));
            }
        }
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

    /** By its oldest case, so that two nodes give it one name. */
    private static String nameAfter(List<CaseRecord> group) {
        CaseRecord oldest = group.stream()
                .min(Comparator.comparing(CaseRecord::openedAt)
                        .thenComparing(record -> record.id().value()))
                .orElseThrow();
        return "CL" + oldest.id().value().substring(2);
    }

    private static boolean isToJoin(CaseRecord record, Fact.ClusterJoined joined) {
        boolean isSaid = record.handOver().cluster().stream()
                .anyMatch(known ->
                        known.id().equals(joined.cluster()) && known.customers() * WORTH_SAYING > joined.size());
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

    /** What became of one case when all of a cluster were answered or closed; empty where it was done. */
    public record Outcome(CaseId caseId, Optional<String> whyNot) {}

    /** Answers every customer of the cluster in a person's words: each once, each through the gates of their own case. */
    public List<Outcome> tell(String cluster, String text, String person) {
        var decisions = new Decisions(cases);
        List<CaseRecord> members = members(cluster);
        Set<String> told = members.stream()
                .filter(record -> isTold(record, text))
                .map(record -> record.ticket().customer())
                .collect(Collectors.toCollection(HashSet::new));
        return members.stream()
                .filter(Clusters::isOpen)
                .map(record -> new Outcome(record.id(), tell(decisions, record, text, person, told)))
                .toList();
    }

    /** Only who was answered counts as told: where one case of theirs refuses, the next is tried. */
    private static Optional<String> tell(
            Decisions decisions, CaseRecord record, String text, String person, Set<String> told) {
        String customer = record.ticket().customer();
        if (told.contains(customer)) {
            return Optional.of(
                    isTold(record, text)
                            ? "The customer has been told this."
                            : "The customer is told this on another case of theirs.");
        }
        Decision decision = decisions.reply(Seen.of(record), text, person);
        if (decision instanceof Decision.Taken) {
            told.add(customer);
        }
        return whyNot(decision);
    }

    private static boolean isTold(CaseRecord record, String text) {
        String words = EditedText.own(record, text).text();
        return record.messages().stream()
                        .anyMatch(message ->
                                message.isAnswer() && message.written().equals(words))
                || record.answer()
                        .findDraft()
                        .filter(draft -> draft.reply().text().equals(words))
                        .isPresent();
    }

    /** Closes every case of the cluster that is not over. */
    public List<Outcome> resolve(String cluster, String how, String person) {
        var decisions = new Decisions(cases);
        return members(cluster).stream()
                .filter(Clusters::isOpen)
                .map(record -> new Outcome(record.id(), whyNot(decisions.resolve(Seen.of(record), how, person))))
                .toList();
    }

    private static boolean isOpen(CaseRecord record) {
        return switch (record.standing()) {
            case Standing.Resolved _, Standing.Junk _ -> false;
            case Standing.AtWork _, Standing.WithPeople _, Standing.AwaitingCustomer _ -> true;
        };
    }

    private static Optional<String> whyNot(Decision decision) {
        return switch (decision) {
            case Decision.Taken _ -> Optional.empty();
            case Decision.Refused refused -> Optional.of(refused.why());
            case Decision.Overtaken _ -> Optional.of("The case moved on just now.");
        };
    }

    static Optional<String> knownIssue(CaseRecord record) {
        return record.findings().triage().map(Triage::related).flatMap(Triage.Related::knownIssue);
    }
}
