package io.sallyport.console;

import io.sallyport.casefile.PersonName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Lets a person into the console by login and password. A name that nobody has is answered like any other. */
final class OperatorLogin implements AuthenticationProvider {

    static final String ROLE = "OPERATOR";

    private final ConsoleAccess access;
    private final LoginTries tries;

    OperatorLogin(ConsoleAccess access, LoginTries tries) {
        this.access = access;
        this.tries = tries;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String written = attempt.getName();
        String login = ConsoleAccess.isLogin(written) ? PersonName.of(written).folded() : "";
        String address = address(attempt);
        if (!tries.isAllowed(login, address)) {
            throw new LockedException("too many tries");
        }
        Optional<Operator> operator = access.check(login, text(attempt.getCredentials()));
        if (operator.isEmpty()) {
            throw new BadCredentialsException("wrong login or password");
        }
        tries.succeeded(login, address);
        return UsernamePasswordAuthenticationToken.authenticated(
                operator.get(), null, List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)));
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails web
                ? Optional.ofNullable(web.getRemoteAddress()).orElse("")
                : "";
    }

    private static String text(@Nullable Object credentials) {
        return credentials == null ? "" : credentials.toString();
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
