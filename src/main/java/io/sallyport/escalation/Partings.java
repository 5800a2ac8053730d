package io.sallyport.escalation;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.HandOver.Parting;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What {@link OneCause} must not link again, as people took it apart: a case on one side, on the other its former cluster, the
 * cases of that and the known issue that it was linked by, so that no new cluster of the same cause gets it either.
 */
record Partings(Map<String, Set<String>> byCase) {

    /** @param members of a cluster */
    static Partings of(List<CaseRecord> records, Function<String, List<CaseId>> members) {
        var known = new HashMap<String, List<CaseId>>();
        var byCase = new HashMap<String, Set<String>>();
        for (CaseRecord record : records) {
            for (Parting parting : record.handOver().partings()) {
                Set<String> from = byCase.computeIfAbsent(record.id().value(), _ -> new HashSet<>());
                from.add("cluster " + parting.cluster());
                parting.linkedBy().knownIssue().ifPresent(issue -> from.add("issue " + issue));
                known.computeIfAbsent(parting.cluster(), members).forEach(member -> from.add(member.value()));
            }
        }
        return new Partings(byCase);
    }

    boolean isParted(String node) {
        return byCase.containsKey(node);
    }

    /**
     * Whether linking two groups would put a case among those that it was taken from.
     *
     * @param root of the group that a case, issue or cluster is in
     */
    boolean keepApart(String one, String other, UnaryOperator<String> root) {
        return byCase.entrySet().stream().anyMatch(parted -> {
            String own = root.apply(parted.getKey());
            String across = own.equals(one) ? other : one;
            return (own.equals(one) || own.equals(other))
                    && parted.getValue().stream()
                            .anyMatch(node -> root.apply(node).equals(across));
        });
    }
}
