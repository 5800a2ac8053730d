package io.sallyport.console;

import io.sallyport.casefile.PersonName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Lets a person into the console by login and password. */
final class OperatorLogin implements AuthenticationProvider {

    static final String ROLE = "OPERATOR";

    private final ConsoleAccess access;

    OperatorLogin(ConsoleAccess access) {
        this.access = access;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = PersonName.of(attempt.getName()).folded();
        String password = text(attempt.getCredentials());
        return switch (access.check(login, password)) {
            case OPEN ->
                UsernamePasswordAuthenticationToken.authenticated(
                        login, null, List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)));
            case WRONG -> throw new BadCredentialsException("wrong login or password");
            case LOCKED -> throw new LockedException("locked for a minute");
        };
    }

    private static String text(@Nullable Object credentials) {
        return credentials == null ? "" : credentials.toString();
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
