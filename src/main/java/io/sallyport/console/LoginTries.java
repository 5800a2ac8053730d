package io.sallyport.console;

import io.sallyport.platform.web.ClientNetwork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How often somebody may try to sign in on all nodes together: under one name from one address, and from one address at all.
 * Counted by address, so that no stranger can shut an operator out, and before the password is looked at, so that a flood of tries
 * costs little. May be shared between threads.
 */
final class LoginTries {

    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int MOST_FOR_A_NAME = 8;
    static final int MOST_FROM_AN_ADDRESS = 20;

    private final LoginTryRows rows;
    private final InstantSource clock;

    LoginTries(JdbcClient jdbc, InstantSource clock) {
        this.rows = new LoginTryRows(jdbc, WINDOW);
        this.clock = clock;
    }

    /** Counts a try; false when it is one too many. */
    boolean isAllowed(String login, String address) {
        Instant now = clock.instant();
        rows.sweep(now);
        return rows.count(ClientNetwork.of(address), now) <= MOST_FROM_AN_ADDRESS
                && rows.count(both(login, address), now) <= MOST_FOR_A_NAME;
    }

    /** The password was right: colleagues who sign in from one address are no attack. */
    void succeeded(String login, String address) {
        rows.takeBack(ClientNetwork.of(address));
        rows.forget(both(login, address));
    }

    private static String both(String login, String address) {
        return ClientNetwork.of(address) + " " + login;
    }
}
