package io.sallyport.flow;

import io.sallyport.casefile.ActionWork;
import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseEvent;
import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CaseStore.Summary;
import io.sallyport.casefile.HandOver;
import io.sallyport.casefile.PersonName;
import io.sallyport.casefile.Route;
import io.sallyport.casefile.Standing;
import io.sallyport.casefile.Triage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row that sums a case up and holds its version fence. */
final class HeadRow {

    private HeadRow() {}

    /** @return false when this source and external id have opened a case before */
    static boolean insert(JdbcClient jdbc, CaseRecord record, CaseEvent last) {
        return jdbc.sql("""
                        INSERT INTO case_head (case_id, version, last_hash, source, external_id, link, customer, subject,
                            standing, category, priority, queue, awaiting, opened_at, updated_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '', false, ?, ?)
                        ON CONFLICT (source, external_id) DO NOTHING
                        """)
                        .params(
                                record.id().value(),
                                record.version(),
                                last.hash(),
                                record.ticket().source(),
                                record.ticket().externalId(),
                                record.ticket().link(),
                                record.ticket().customer(),
                                record.ticket().subject(),
                                record.standing().label(),
                                Timestamp.from(record.openedAt()),
                                Timestamp.from(last.at()))
                        .update()
                == 1;
    }

    /** Locks the row and gives the last hash, empty when the case is not at this version. */
    static Optional<String> lockedHash(JdbcClient jdbc, CaseId id, long version) {
        return jdbc.sql("SELECT last_hash FROM case_head WHERE case_id = ? AND version = ? FOR UPDATE")
                .params(id.value(), version)
                .query(String.class)
                .optional();
    }

    static boolean isAt(JdbcClient jdbc, CaseId id, long version) {
        return jdbc.sql("SELECT 1 FROM case_head WHERE case_id = ? AND version = ?")
                .params(id.value(), version)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    static void update(JdbcClient jdbc, CaseRecord record, CaseEvent last) {
        Optional<Triage> triage = record.findings().triage();
        jdbc.sql("""
                UPDATE case_head SET version = ?, last_hash = ?, standing = ?, category = COALESCE(?, category),
                    priority = COALESCE(?, priority), queue = ?, awaiting = ?, updated_at = ?,
                    due_at = CASE WHEN ? THEN COALESCE(?, due_at) END, solution_due_at = ?, owner = ?, people_since = ?, why = ?, triggers = ?, reminders = ?,
                    remind_at = ?, mentions = ?, cluster = ?
                WHERE case_id = ?
                """)
                .param(record.version())
                .param(last.hash())
                .param(record.standing().label())
                .param(triage.map(found -> found.category().label()).orElse(null))
                .param(triage.map(found -> found.priority().name()).orElse(null))
                .param(queue(record))
                .param(isAwaitingDecision(record))
                .param(Timestamp.from(last.at()))
                .params(ofPeople(record))
                .param(record.id().value())
                .update();
    }

    /** From whether an answer is due to its cluster, in the order of the columns. */
    private static List<?> ofPeople(CaseRecord record) {
        Optional<Standing.WithPeople> people = Optional.of(record.standing())
                .filter(Standing.WithPeople.class::isInstance)
                .map(Standing.WithPeople.class::cast);
        HandOver handOver = record.handOver();
        Optional<Triage.Sla> sla = record.findings().triage().map(Triage::sla);
        boolean isOwed = record.isAnswerOwed();
        return Arrays.asList(
                isOwed,
                sla.map(due -> at(due.firstAnswerDue())).orElse(null),
                people.filter(_ -> !isOwed)
                        .flatMap(_ -> sla)
                        .map(due -> at(due.solutionDue()))
                        .orElse(null),
                people.flatMap(Standing.WithPeople::owner).orElse(""),
                people.map(with -> at(with.since())).orElse(null),
                people.map(Standing.WithPeople::why).orElse(""),
                people.map(HeadRow::triggers).orElse(""),
                handOver.reminders(),
                handOver.remindAt().map(HeadRow::at).orElse(null),
                handOver.notes().stream()
                        .flatMap(note -> note.mentions().stream())
                        .map(name -> PersonName.of(name).folded())
                        .distinct()
                        .toArray(String[]::new),
                handOver.cluster().map(HandOver.Cluster::id).orElse(""));
    }

    /** Of cases that people have, their queue says so. */
    private static boolean isAwaitingDecision(CaseRecord record) {
        return switch (record.standing()) {
            case Standing.AtWork() ->
                record.answer() instanceof AnswerWork.Held || record.action() instanceof ActionWork.Held;
            case Standing.AwaitingCustomer _, Standing.Resolved _ ->
                record.isNewsHeld() || record.handOver().remindAt().isPresent();
            case Standing.WithPeople _, Standing.Junk _ -> false;
        };
    }

    private static String triggers(Standing.WithPeople people) {
        return people.triggers().stream()
                .map(trigger -> trigger.kind().label() + ": " + trigger.because())
                .collect(Collectors.joining("\n"));
    }

    private static Timestamp at(Instant time) {
        return Timestamp.from(time);
    }

    private static String queue(CaseRecord record) {
        return record.standing() instanceof Standing.WithPeople people
                ? people.queue()
                : record.findings().route().map(Route::queue).orElse("");
    }

    static Summary summary(ResultSet row) throws SQLException {
        return new Summary(
                new CaseId(row.getString("case_id")),
                row.getString("customer"),
                row.getString("subject"),
                row.getString("standing"),
                row.getString("category"),
                row.getString("priority"),
                row.getString("queue"),
                row.getBoolean("awaiting"),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("reminders"),
                Optional.ofNullable(row.getTimestamp("remind_at")).map(Timestamp::toInstant));
    }
}
