package io.sallyport.gate.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.gate.authorization.DeskRoles.Change;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A role is a person's, however the name is written, and who gave it is kept for good. */
@Tag("database")
class DeskRolesTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock(Plans.NOW);
    private final DeskRoles roles = new DeskRoles(database.dataSource(), clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void oneNameIsOnePersonHoweverItIsWritten() {
        roles.give(" Ines ", DeskRoles.LEAD, "operator");
        assertThat(roles.of("INES")).isEqualTo(DeskRoles.LEAD);
        roles.give("ines", DeskRoles.AGENT, "operator");
        assertThat(roles.of("Ines")).isEqualTo(DeskRoles.AGENT);
        assertThat(roles.isGiven("iNES")).isTrue();
        assertThat(roles.isGiven("Olu")).isFalse();
    }

    @Test
    void ofTwoRolesThatWereOnceGivenToOneNameTheLaterHolds() {
        database.jdbc()
                .sql("INSERT INTO person_role VALUES ('Ines', 'lead', '2026-01-01'), ('INES', 'agent', '2026-02-01')")
                .update();
        assertThat(roles.of("ines")).isEqualTo(DeskRoles.AGENT);
        clock.tick(Duration.ofDays(-90));
        roles.give("ines", DeskRoles.LEAD, "operator");
        assertThat(roles.of("Ines")).isEqualTo(DeskRoles.LEAD);
    }

    @Test
    void whoGaveWhichRoleWhenIsKeptAndCannotBeChanged() {
        roles.give("Ines", DeskRoles.LEAD, "operator");
        clock.tick(Duration.ofHours(1));
        roles.give("ines", DeskRoles.AGENT, "Olu");

        assertThat(roles.changes())
                .containsExactly(
                        new Change(Plans.NOW, "operator", "ines", "lead"),
                        new Change(Plans.NOW.plus(Duration.ofHours(1)), "Olu", "ines", "agent"));
        for (String attempt : new String[] {
            "UPDATE person_role_change SET by = 'nobody'",
            "DELETE FROM person_role_change",
            "TRUNCATE person_role_change"
        }) {
            assertThatThrownBy(() -> database.jdbc().sql(attempt).update())
                    .as(attempt)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void aRoleThatNobodyGivesIsNotGiven() {
        assertThatThrownBy(() -> roles.give("Ines", DeskRoles.LEAD, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> roles.give("Ines", "king", "Olu")).isInstanceOf(IllegalArgumentException.class);
        assertThat(roles.of("Ines")).isEqualTo(DeskRoles.AGENT);
        assertThat(roles.changes()).isEmpty();
    }
}
