package io.sallyport.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Leads whoever is not signed in to the form. A list that asks for itself has no room for one, so its page goes there; a case's
 * page stays, as it may hold what somebody wrote, and {@link LoginPage} says a word in its place.
 */
final class ToLogin implements AuthenticationEntryPoint {

    static final String FORM = "/console/login";

    private static final RequestMatcher FOR_A_PART = new RequestHeaderRequestMatcher("HX-Request");

    private static final RequestMatcher FOR_A_LIST = new AndRequestMatcher(
            FOR_A_PART,
            new NegatedRequestMatcher(
                    PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/console/cases/*/news")));

    private final AuthenticationEntryPoint pages = new LoginUrlAuthenticationEntryPoint(FORM);

    /** Remembers where somebody wanted to go: to pages, never to parts of them. */
    static RequestCache wanted() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/console/**"),
                new NegatedRequestMatcher(FOR_A_PART)));
        return cache;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        if (FOR_A_LIST.matches(request)) {
            response.setHeader("HX-Redirect", request.getContextPath() + FORM);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            pages.commence(request, response, why);
        }
    }
}
