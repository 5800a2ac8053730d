package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import io.sallyport.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guessing is slow, and shuts nobody else out. */
@Tag("database")
class LoginTriesTest {

    private static final String STRANGER = "203.0.113.9";

    private final TestDatabase database = TestDatabase.fresh();
    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final LoginTries tries = new LoginTries(database.jdbc(), clock);
    private final LoginTries onAnotherNode = new LoginTries(database.jdbc(), clock);

    @AfterEach
    void close() {
        database.close();
    }

    private void spend(String login, String address) {
        for (int i = 0; i < LoginTries.MOST_FOR_A_NAME; i++) {
            assertThat(tries.isAllowed(login, address))
                    .as("%s, try %d", login, i)
                    .isTrue();
        }
        assertThat(tries.isAllowed(login, address)).isFalse();
    }

    @Test
    void aStrangerShutsNobodyOutElsewhere() {
        spend("operator", STRANGER);
        assertThat(tries.isAllowed("operator", "198.51.100.4")).isTrue();
        clock.tick(LoginTries.WINDOW.plus(Duration.ofSeconds(1)));
        assertThat(tries.isAllowed("operator", STRANGER)).isTrue();
    }

    @Test
    void oneAddressTriesOnlySoManyNames() {
        for (int i = 0; i < LoginTries.MOST_FROM_AN_ADDRESS; i++) {
            assertThat(tries.isAllowed("name " + i, STRANGER)).isTrue();
        }
        assertThat(tries.isAllowed("another", STRANGER)).isFalse();
        assertThat(tries.isAllowed("another", "198.51.100.4")).isTrue();
    }

    @Test
    void aNetworkOfOneHouseholdIsOneAddress() {
        spend("operator", "2001:db8:1:2::1");
        assertThat(tries.isAllowed("operator", "2001:db8:1:2:3:4:5:6")).isFalse();
        assertThat(tries.isAllowed("operator", "2001:db8:1:3::1")).isTrue();
        spend("operator", "what a proxy made up");
        assertThat(tries.isAllowed("operator", "localhost")).isFalse();
    }

    @Test
    void colleaguesWhoSignInFromOneAddressAreNoAttack() {
        for (int i = 0; i < 3 * LoginTries.MOST_FROM_AN_ADDRESS; i++) {
            assertThat(tries.isAllowed("ines", STRANGER)).isTrue();
            tries.succeeded("ines", STRANGER);
        }
    }

    @Test
    void triesOnTwoNodesAreTriesOfOneDesk() {
        for (int i = 0; i < LoginTries.MOST_FOR_A_NAME; i++) {
            assertThat((i % 2 == 0 ? tries : onAnotherNode).isAllowed("operator", STRANGER))
                    .isTrue();
        }
        assertThat(tries.isAllowed("operator", STRANGER)).isFalse();
        assertThat(onAnotherNode.isAllowed("operator", STRANGER)).isFalse();
        assertThat(onAnotherNode.isAllowed("operator", "198.51.100.4")).isTrue();
    }

    @Test
    void triesAtOneMomentAreAllCounted() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            Callable<Boolean> here = () -> tries.isAllowed("operator", STRANGER);
            Callable<Boolean> there = () -> onAnotherNode.isAllowed("operator", STRANGER);
            var answers = threads.invokeAll(
                    List.of(here, there, here, there, here, there, here, there, here, there, here, there, here, there));
            int allowed = 0;
            for (var answer : answers) {
                allowed += answer.get() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(LoginTries.MOST_FOR_A_NAME);
        }
    }

    @Test
    void aClockThatIsSetBackShutsNobodyOut() {
        spend("operator", STRANGER);
        clock.set(DeskKit.MONDAY_MORNING.minus(Duration.ofHours(3)));
        assertThat(tries.isAllowed("operator", STRANGER)).isTrue();
    }

    @Test
    void whatIsOverIsDeletedAndNobodysNameIsKept() {
        tries.isAllowed("what somebody typed", STRANGER);
        assertThat(rows()).hasSize(2).allMatch(who -> who.matches("[0-9a-f]{64}"));
        clock.tick(LoginTries.WINDOW.plus(Duration.ofSeconds(1)));
        tries.isAllowed("ines", "198.51.100.4");
        assertThat(rows()).hasSize(2);
        tries.succeeded("ines", "198.51.100.4");
        assertThat(rows()).hasSize(1);
    }

    private List<String> rows() {
        return database.jdbc()
                .sql("select who from login_try")
                .query((row, _) -> String.valueOf(row.getString("who")))
                .list();
    }
}
