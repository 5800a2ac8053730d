package io.sallyport.gate.authorization;

import io.sallyport.casefile.PersonName;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people of the desk may decide of plans, and who said so. May be shared between threads and nodes. */
public final class DeskRoles {

    public static final String AGENT = "agent";
    public static final String LEAD = "lead";
    public static final List<String> ALL = List.of(AGENT, LEAD);

    private final JdbcClient jdbc;
    private final InstantSource clock;

    public DeskRoles(DataSource dataSource, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** Who was given which role by whom. */
    public record Change(Instant at, String by, String person, String role) {}

    /** Who was never given a role is an agent. */
    public String of(String person) {
        return all().getOrDefault(PersonName.of(person).folded(), AGENT);
    }

    /** Whether anybody gave this person a role. */
    public boolean isGiven(String person) {
        return all().containsKey(PersonName.of(person).folded());
    }

    /** The role of each person that was given one, by folded name. */
    public Map<String, String> all() {
        List<Row> rows = jdbc.sql("SELECT login, role, changed_at FROM person_role")
                .query((row, _) -> new Row(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .list();
        var roles = new TreeMap<String, String>();
        rows.stream()
                .sorted(Comparator.comparing(Row::isFolded).thenComparing(Row::at))
                .forEach(row -> roles.put(PersonName.of(row.login()).folded(), row.role()));
        return roles;
    }

    /** Names were once kept as they were typed: of two ways to write one the folded one holds, else the later. */
    private record Row(String login, String role, Instant at) {
        boolean isFolded() {
            return PersonName.of(login).folded().equals(login);
        }
    }

    /**
     * Gives a role and keeps who gave it, or neither.
     *
     * @throws IllegalArgumentException when there is no such role, or nobody is named
     */
    public void give(String person, String role, String by) {
        if (person.isBlank() || by.isBlank() || !ALL.contains(role)) {
            throw new IllegalArgumentException("'" + role + "' for '" + person + "' by '" + by
                    + "': a person's name, one of the roles " + ALL + " and who gives it are needed");
        }
        jdbc.sql("""
                WITH given AS (
                    INSERT INTO person_role (login, role, changed_at) VALUES (:login, :role, :now)
                    ON CONFLICT (login) DO UPDATE SET role = excluded.role, changed_at = excluded.changed_at)
                INSERT INTO person_role_change (login, role, at, by) VALUES (:login, :role, :now, :by)
                """)
                .param("login", PersonName.of(person).folded())
                .param("role", role)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.strip())
                .update();
    }

    /** Every role that was given since that is kept, oldest first. */
    public List<Change> changes() {
        return jdbc.sql("SELECT at, by, login, role FROM person_role_change ORDER BY id")
                .query((row, _) -> new Change(
                        row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
