package io.sallyport.console;

import io.sallyport.platform.web.Tries;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * How often somebody may try to sign in: under one name from one address, and from one address at all. Counted by address, so that
 * no stranger can shut an operator out, and before the password is looked at, so that a flood of tries costs little.
 */
final class LoginTries {

    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int MOST_FOR_A_NAME = 8;
    static final int MOST_FROM_AN_ADDRESS = 20;

    /** What a provider gives to one household or server, of which it then holds every address. */
    private static final int NETWORK_BYTES = 8;

    private final Tries forNames;
    private final Tries fromAddresses;

    LoginTries(InstantSource clock) {
        this.forNames = new Tries(MOST_FOR_A_NAME, WINDOW, clock);
        this.fromAddresses = new Tries(MOST_FROM_AN_ADDRESS, WINDOW, clock);
    }

    /** Counts a try; false when it is one too many. */
    boolean isAllowed(String login, String address) {
        return fromAddresses.isAllowed(network(address)) && forNames.isAllowed(both(login, address));
    }

    /** The password was right: colleagues who sign in from one address are no attack. */
    void succeeded(String login, String address) {
        fromAddresses.takeBack(network(address));
        forNames.forget(both(login, address));
    }

    private static String both(String login, String address) {
        return network(address) + " " + login;
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (IllegalArgumentException _) {
            return "unknown";
        }
    }
}
