package io.sallyport.console;

import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in.
 *
 * @param stamp another one for each password that the account is given
 * @param since when they gave it
 */
record Operator(String login, String stamp, Instant since) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return login;
    }
}
