package io.sallyport.escalation;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which cases have one cause: those that triage took for duplicates of one another, or for the same known issue. */
final class OneCause {

    /** Two customers may be chance. */
    static final int SEVERAL = 3;

    private final Map<String, String> parents = new HashMap<>();

    private OneCause() {}

    /** Groups of cases of {@link #SEVERAL} customers or more. */
    static List<List<CaseRecord>> groups(List<CaseRecord> records) {
        var causes = new OneCause();
        records.forEach(causes::add);
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
        record.handOver().cluster().ifPresent(cluster -> join(id, "cluster " + cluster.id()));
    }

    private void join(String one, String other) {
        parents.put(root(one), root(other));
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
