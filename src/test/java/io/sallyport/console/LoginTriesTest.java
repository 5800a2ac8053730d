package io.sallyport.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.testkit.DeskKit;
import io.sallyport.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Guessing is slow, and shuts nobody else out. */
class LoginTriesTest {

    private static final String STRANGER = "203.0.113.9";

    private final SettableClock clock = new SettableClock(DeskKit.MONDAY_MORNING);
    private final LoginTries tries = new LoginTries(clock);

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
}
