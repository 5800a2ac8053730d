package io.sallyport.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Category;
import io.sallyport.casefile.Customer;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.Priority;
import io.sallyport.casefile.Triage;
import io.sallyport.testkit.HandedOver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which cases are linked, and that a person's word parts them. */
class OneCauseTest {

    private static final Fact[] IN = {new Fact.ClusterJoined("CL1", 3, Priority.P2)};
    private static final Fact[] OUT = {IN[0], new Fact.ClusterLeft("CL1", "another matter")};

    private int customers;

    /** @param further what came once it was read */
    private CaseRecord read(String issue, List<CaseRecord> duplicates, Fact... further) {
        var customer = Customer.unknown("customer" + ++customers + "@example.com");
        var kind = HandedOver.of(Category.BUG, Priority.P3).from(customer);
        Triage read = kind.saying("It is cold.").triage();
        var related = new Triage.Related(
                Optional.of(issue).filter(id -> !id.isEmpty()),
                duplicates.stream().map(CaseRecord::id).toList());
        var facts = new ArrayList<Fact>();
        facts.add(new Fact.Triaged(new Triage(
                read.classification(),
                read.urgency(),
                read.impressions(),
                read.mood(),
                read.customer(),
                related,
                read.sla())));
        facts.addAll(Arrays.asList(further));
        return kind.sayingThen(facts, "It is cold.");
    }

    private CaseRecord like(CaseRecord... duplicates) {
        return read("", List.of(duplicates));
    }

    private static Set<Set<CaseId>> groups(Map<String, List<CaseId>> members, CaseRecord... records) {
        return OneCause.groups(List.of(records), cluster -> members.getOrDefault(cluster, List.of())).stream()
                .map(OneCauseTest::ids)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Set<CaseId>> groups(CaseRecord... records) {
        return groups(Map.of(), records);
    }

    private static Set<CaseId> ids(List<CaseRecord> records) {
        return records.stream().map(CaseRecord::id).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<CaseId> ids(CaseRecord... records) {
        return ids(List.of(records));
    }

    @Test
    void casesOfOneIssueAndWhateverLooksLikeThemAreOneGroup() {
        CaseRecord one = read("KI-7", List.of());
        CaseRecord other = read("KI-7", List.of());
        CaseRecord alike = like(other);
        assertThat(groups(one, other, alike, like())).containsExactly(ids(one, other, alike));
        assertThat(groups(one, other)).isEmpty();
    }

    @Test
    void aCaseThatWasTakenOutIsNotLinkedWithThemAgain() {
        CaseRecord one = read("KI-7", List.of(), IN);
        CaseRecord other = read("KI-7", List.of(), IN);
        CaseRecord third = read("", List.of(one), IN);
        CaseRecord out = read("KI-7", List.of(one, third), OUT);
        assertThat(groups(out, one, other, third)).containsExactly(ids(one, other, third));
    }

    @Test
    void nothingElseIsLinkedWithThemThroughIt() {
        CaseRecord one = read("KI-7", List.of(), IN);
        CaseRecord other = read("KI-7", List.of(), IN);
        CaseRecord third = read("KI-7", List.of(), IN);
        CaseRecord out = read("", List.of(one), OUT);
        CaseRecord later = like(out);
        assertThat(groups(later, out, one, other, third)).containsExactly(ids(one, other, third));
    }

    @Test
    void itPartsNoneThatLooksLikeThemAndLikeIt() {
        CaseRecord one = read("KI-7", List.of(), IN);
        CaseRecord other = read("KI-7", List.of(), IN);
        CaseRecord out = read("", List.of(one), OUT);
        CaseRecord later = like(out, one);
        assertThat(groups(out, later, one, other)).containsExactly(ids(one, other, later));
    }

    @Test
    void itMakesNoNewClusterOfTheSameIssueOnceThoseAreOver() {
        CaseRecord out = read("KI-7", List.of(), OUT);
        CaseRecord one = read("KI-7", List.of());
        CaseRecord other = read("KI-7", List.of());
        CaseRecord third = read("KI-7", List.of());
        assertThat(groups(out, one, other)).isEmpty();
        assertThat(groups(out, one, other, third)).containsExactly(ids(one, other, third));
    }

    @Test
    void itMakesNoNewClusterOfWhatLooksLikeThoseOnceTheyAreOver() {
        CaseRecord over = read("", List.of(), IN);
        CaseRecord out = read("", List.of(over), OUT);
        CaseRecord one = like(over, out);
        CaseRecord other = like(over, out);
        Map<String, List<CaseId>> members = Map.of("CL1", List.of(over.id()));
        assertThat(groups(members, out, one, other)).isEmpty();
        assertThat(groups(Map.of(), out, one, other))
                .as("this is what it would be")
                .hasSize(1);
    }

    @Test
    void anotherCauseLinksItLikeAnyCase() {
        CaseRecord one = read("KI-7", List.of(), IN);
        CaseRecord out = read("", List.of(one), OUT);
        CaseRecord another = like(out);
        CaseRecord further = like(another);
        assertThat(groups(further, another, out, one)).containsExactly(ids(out, another, further));
    }

    @Test
    void twoThatWereTakenOutMayBelongTogether() {
        CaseRecord one = read("KI-7", List.of(), IN);
        CaseRecord out = read("", List.of(one), OUT);
        CaseRecord too = read("", List.of(one, out), OUT);
        CaseRecord later = like(out, too);
        Map<String, List<CaseId>> members = Map.of("CL1", List.of(one.id()));
        assertThat(groups(members, later, too, out, one)).containsExactly(ids(later, too, out));
    }

    @Test
    void aClusterDoesNotJoinTheOneThatACaseOfItsWasTakenOutOf() {
        var second = new Fact.ClusterJoined("CL2", 3, Priority.P2);
        CaseRecord one = read("", List.of(), IN);
        CaseRecord other = read("", List.of(), IN);
        CaseRecord third = read("", List.of(), IN);
        CaseRecord moved = read("", List.of(one), OUT[0], OUT[1], second);
        CaseRecord there = read("", List.of(), second);
        CaseRecord like = read("", List.of(one), second);
        assertThat(groups(one, other, third, moved, there, like))
                .containsExactlyInAnyOrder(ids(one, other, third), ids(moved, there, like));
    }
}
