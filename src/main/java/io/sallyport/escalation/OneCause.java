package io.sallyport.escalation;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which cases have one cause: those that triage took for duplicates of one another, or for the same known issue. A person's
 * word that a case is none of a cluster stands against that.
 */
final class OneCause {

    /** Two customers may be chance. */
    static final int SEVERAL = 3;

    private final Map<String, String> parents = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Partings partings;

    private OneCause(Partings partings) {
        this.partings = partings;
    }

    /** Something speaks for one cause of these two: ids of cases, known issues or clusters. */
    private record Link(String one, String other) {}

    /**
     * Groups of cases of {@link #SEVERAL} customers or more.
     *
     * @param members of a cluster that people took cases out of, those that are over, too
     */
    static List<List<CaseRecord>> groups(List<CaseRecord> records, Function<String, List<CaseId>> members) {
        var causes = new OneCause(Partings.of(records, members));
        records.forEach(causes::add);
        causes.follow();
        Map<String, List<CaseRecord>> byCause = records.stream()
                .collect(Collectors.groupingBy(
                        record -> causes.root(record.id().value()), LinkedHashMap::new, Collectors.toList()));
        return byCause.values().stream()
                .filter(group -> customers(group).size() >= SEVERAL)
                .toList();
    }

    private void add(CaseRecord record) {
        String id = record.id().value();
        for (CaseId duplicate : record.triage().related().duplicates()) {
            join(id, duplicate.value());
        }
        Clusters.knownIssue(record).ifPresent(issue -> join(id, "issue " + issue));
        // Before any other link is followed: what is one cluster stays one.
        record.handOver().cluster().ifPresent(cluster -> parents.put(root(id), root("cluster " + cluster.id())));
    }

    private void join(String one, String other) {
        links.add(new Link(one, other));
    }

    /** Those of a case that was taken out come last, so that it parts no others that belong together without it. */
    private void follow() {
        links.sort(Comparator.comparing(link -> partings.isParted(link.one()) || partings.isParted(link.other())));
        for (Link link : links) {
            String one = root(link.one());
            String other = root(link.other());
            if (!one.equals(other) && !partings.keepApart(one, other, this::root)) {
                parents.put(one, other);
            }
        }
    }

    private String root(String node) {
        String at = node;
        String parent = parents.getOrDefault(at, at);
        while (!parent.equals(at)) {
            at = parent;
            parent = parents.getOrDefault(at, at);
        }
        return at;
    }

    static Set<String> customers(List<CaseRecord> group) {
        return group.stream()
                .map(record -> record.ticket().customer())
                .filter(customer -> !customer.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }
}
