package io.sallyport.console;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in.
 *
 * @param stamp another one for each password that the account is given
 */
record Operator(String login, String stamp) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return login;
    }
}
