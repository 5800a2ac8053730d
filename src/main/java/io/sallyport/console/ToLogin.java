package io.sallyport.console;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads whoever is not signed in to the form, and from there back. A list that asks for itself has no room for one, so
 * its page loads anew and is led there; a case's page stays, as it may hold what somebody wrote, and {@link LoginPage}
 * says a word in its place, as it does to what a form sent.
 */
final class ToLogin implements AuthenticationEntryPoint {

    static final String FORM = "/console/login";

    static final RequestMatcher FOR_A_PART = new RequestHeaderRequestMatcher("HX-Request");

    private static final RequestMatcher FOR_NEWS =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/console/cases/{id}/news");

    /**
     * Remembers where somebody wanted to go: to pages, never to parts of them. Their browser does: a session for each stranger's
     * request, with all its headers, would be memory for the asking.
     */
    static RequestCache wanted() {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/console/**"),
                new NegatedRequestMatcher(FOR_A_PART)));
        return cache;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException, ServletException {
        boolean isPart = FOR_A_PART.matches(request);
        if (HttpMethod.POST.matches(request.getMethod())) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            request.getRequestDispatcher(LoginPage.UNSENT).forward(request, response);
        } else if (isPart && !FOR_NEWS.matches(request)) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(request.getContextPath() + form(request, isPart));
        }
    }

    private static String form(HttpServletRequest request, boolean isForNews) {
        var form = UriComponentsBuilder.fromPath(FORM);
        if (StillSignedIn.wasTooLong(request)) {
            form.queryParam(LoginPage.TOO_LONG);
        }
        if (isForNews) {
            form.queryParam("of", FOR_NEWS.matcher(request).getVariables().get("id"));
        }
        return form.encode().toUriString();
    }
}
