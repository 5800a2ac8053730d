package io.sallyport.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions that have lasted as long as they may, and those whose account was removed or given another password
 * since they began, whichever node or command did it. Whoever asks for a part of a page only goes without: the page
 * itself is then told why.
 */
final class StillSignedIn extends OncePerRequestFilter {

    /** How long what the database said is believed: each open page asks every few seconds. */
    static final Duration BELIEVED = Duration.ofSeconds(5);

    private final Map<String, Stamp> stamps = new ConcurrentHashMap<>();
    private static final String TOO_LONG = StillSignedIn.class.getName();

    private final ConsoleAccess access;
    private final Duration longest;
    private final InstantSource clock;

    StillSignedIn(ConsoleAccess access, Duration longest, InstantSource clock) {
        this.access = access;
        this.longest = longest;
        this.clock = clock;
    }

    /** Whether this request came by a session that had lasted as long as it may. */
    static boolean wasTooLong(HttpServletRequest request) {
        return request.getAttribute(TOO_LONG) != null;
    }

    private record Stamp(String stamp, Instant readAt) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Object> who = Optional.ofNullable(
                        SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal);
        if (who.filter(this::isTooLong).isPresent()) {
            request.setAttribute(TOO_LONG, true);
            end(request);
        } else if (who.filter(someone -> !(someone instanceof Operator operator && isCurrent(operator)))
                .isPresent()) {
            end(request);
        }
        chain.doFilter(request, response);
    }

    private boolean isTooLong(Object who) {
        return who instanceof Operator operator
                && !operator.since().plus(longest).isAfter(clock.instant());
    }

    private static void end(HttpServletRequest request) {
        if (!ToLogin.FOR_A_PART.matches(request)) {
            Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        }
        SecurityContextHolder.clearContext();
    }

    /** Asked again before it says no: somebody may just have signed in by a new password. */
    private boolean isCurrent(Operator operator) {
        Optional<Stamp> known = Optional.ofNullable(stamps.get(operator.login()))
                .filter(stamp -> !stamp.readAt().plus(BELIEVED).isBefore(clock.instant()));
        return known.filter(stamp -> stamp.stamp().equals(operator.stamp())).isPresent() || isCurrentNow(operator);
    }

    private boolean isCurrentNow(Operator operator) {
        Optional<String> stamp = access.findStamp(operator.login());
        stamp.ifPresentOrElse(
                read -> stamps.put(operator.login(), new Stamp(read, clock.instant())),
                () -> stamps.remove(operator.login()));
        return stamp.filter(operator.stamp()::equals).isPresent();
    }
}
