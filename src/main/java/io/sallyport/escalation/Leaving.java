package io.sallyport.escalation;

import io.sallyport.casefile.Actor;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore;
import io.sallyport.casefile.CaseStore.CaseMoved;
import io.sallyport.casefile.CaseStore.Entry;
import io.sallyport.casefile.Fact;
import io.sallyport.casefile.PersonName;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Unreadable;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person leaves the desk: what is theirs is free again, and they serve no queue. May be shared between threads. */
public final class Leaving {

    /** A case that moves on between reading and writing so often is written to by a machine gone wild. */
    private static final int TRIES = 20;

    private final CaseStore cases;
    private final QueueMembers members;
    private final JdbcClient jdbc;

    public Leaving(CaseStore cases, QueueMembers members, JdbcClient jdbc) {
        this.cases = cases;
        this.members = members;
        this.jdbc = jdbc;
    }

    /** @param whyNot why a case is still theirs; empty once it is released */
    public record Outcome(CaseId caseId, Optional<String> whyNot) {}

    /**
     * Releases every case of a person's; one that cannot be read holds up no other.
     *
     * @param by who says that they have left
     */
    public List<Outcome> leave(String person, String by) {
        members.serve(person, List.of());
        return jdbc
                .sql("""
                        SELECT case_id FROM case_head WHERE standing = 'with people' AND lower(owner) = ?
                        ORDER BY people_since, case_id
                        """)
                .param(PersonName.of(person).folded())
                .query((row, _) -> new CaseId(row.getString("case_id")))
                .list()
                .stream()
                .map(id -> released(id, PersonName.of(person), Actor.person(by.strip())))
                .toList();
    }

    private Outcome released(CaseId id, PersonName person, Actor by) {
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                if (isReleased(cases.load(id), person, by)) {
                    return new Outcome(id, Optional.empty());
                }
            }
            return new Outcome(id, Optional.of("it moves on all the time; try again"));
        } catch (RuntimeException broken) {
            return new Outcome(id, Optional.of("it cannot be read now: " + Unreadable.because(broken)));
        }
    }

    private boolean isReleased(CaseRecord record, PersonName person, Actor by) {
        Optional<String> owner = record.standing() instanceof Standing.WithPeople people
                ? people.owner().filter(person::isOf)
                : Optional.empty();
        if (owner.isEmpty()) {
            return true;
        }
        try {
            var why = new Fact.NoteAdded(owner.get() + " has left; the case is free again", List.of());
            cases.append(record, List.of(new Entry(by, why), new Entry(by, new Fact.CaseReleased())));
            return true;
        } catch (CaseMoved _) {
            return false;
        }
    }
}
