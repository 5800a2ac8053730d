package io.sallyport.gate.authorization;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people of the desk may decide of plans. May be shared between threads and nodes. */
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

    /** Who was never given a role is an agent. */
    public String of(String person) {
        return jdbc.sql("SELECT role FROM person_role WHERE login = ?")
                .param(person)
                .query(String.class)
                .optional()
                .orElse(AGENT);
    }

    /** @throws IllegalArgumentException when there is no such role */
    public void give(String person, String role) {
        if (person.isBlank() || !ALL.contains(role)) {
            throw new IllegalArgumentException(
                    "'" + role + "' for '" + person + "': a person's name and one of the roles " + ALL + " are needed");
        }
        jdbc.sql("""
                INSERT INTO person_role (login, role, changed_at) VALUES (?, ?, ?)
                ON CONFLICT (login) DO UPDATE SET role = excluded.role, changed_at = excluded.changed_at
                """).params(person, role, Timestamp.from(clock.instant())).update();
    }
}
