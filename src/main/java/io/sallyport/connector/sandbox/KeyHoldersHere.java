package io.sallyport.connector.sandbox;

import io.sallyport.platform.web.Forwarded;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in who is on this machine and has the key, and nobody through a proxy, by another name for this machine, or from another
 * site's page: what a page may send without being asked is never JSON. A proxy that says nothing of itself looks like somebody on
 * this machine, so that without the key only an e-mail's own link leads in.
 */
final class KeyHoldersHere extends OncePerRequestFilter {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Pattern LINK = Pattern.compile(Pattern.quote(LinkRows.PATH) + LinkRows.TOKEN);

    private final SandboxKey key;

    KeyHoldersHere(SandboxKey key) {
        this.key = key;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isHere(request) || !(isReading(request) || isJson(request) || isByLink(request))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (isByLink(request) || hasKey(request)) {
            chain.doFilter(request, response);
        } else {
            ask(response);
        }
    }

    private boolean hasKey(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(key::isIn)
                .isPresent();
    }

    private static void ask(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Basic realm=\"sandbox\", charset=\"UTF-8\"");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .println("The sandbox asks for a user name, sandbox, and a password: what is in " + SandboxKey.FILE
                        + " of the desk's var directory, or sallyport.sandbox.key where that is set.");
    }

    private static boolean isHere(HttpServletRequest request) {
        return !Forwarded.is(request)
                && isLoopback(request.getRemoteAddr())
                && NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** Whoever knows the secret in it may send a form there. */
    private static boolean isByLink(HttpServletRequest request) {
        return LINK.matcher(request.getRequestURI()).matches();
    }

    private static boolean isJson(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("application/json"))
                .isPresent();
    }
}
