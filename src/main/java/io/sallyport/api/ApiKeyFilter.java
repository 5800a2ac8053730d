package io.sallyport.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who calls: the name of the key in {@code Authorization: Bearer …}. */
final class ApiKeyFilter extends OncePerRequestFilter {

    static final String ROLE = "API";

    /** Of those who may take people's decisions. */
    static final String DECIDES = "DECIDES";

    private static final Pattern BEARER = Pattern.compile("Bearer +(\\S{1,200})", Pattern.CASE_INSENSITIVE);

    private final ApiKeys keys;

    ApiKeyFilter(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        findKey(request).flatMap(keys::find).ifPresent(ApiKeyFilter::enter);
        chain.doFilter(request, response);
    }

    private static Optional<String> findKey(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(bearer -> bearer.group(1));
    }

    private static void enter(ApiKeys.Caller caller) {
        var authorities = Stream.of(ROLE, DECIDES)
                .filter(role -> caller.decides() || !role.equals(DECIDES))
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller.name(), null, authorities));
        SecurityContextHolder.setContext(context);
    }
}
