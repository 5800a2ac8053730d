package io.sallyport.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * Knows what came through a proxy. Tomcat puts the client that a proxy names in the proxy's place and removes the header that
 * named it, so that a client called 127.0.0.1 would look like somebody on this machine: this looks before Tomcat does.
 */
public final class Forwarded extends ValveBase {

    private static final String MARK = Forwarded.class.getName();
    private static final List<String> HEADERS = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded-By",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Real-IP");

    private Forwarded() {
        super(true);
    }

    /** Whether a proxy passed it on, as far as proxies say so. */
    public static boolean is(HttpServletRequest request) {
        return request.getAttribute(MARK) != null || isNamed(request);
    }

    private static boolean isNamed(HttpServletRequest request) {
        return HEADERS.stream().anyMatch(name -> request.getHeader(name) != null);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (isNamed(request)) {
            request.setAttribute(MARK, true);
        }
        getNext().invoke(request, response);
    }

    /** Installs it ahead of the valve that Spring Boot adds for {@code server.forward-headers-strategy}. */
    static final class Installed implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory factory) {
            factory.addEngineValves(new Forwarded());
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
