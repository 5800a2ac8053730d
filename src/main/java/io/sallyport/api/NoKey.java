package io.sallyport.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import tools.jackson.databind.json.JsonMapper;

/** What a caller without a key in use is told. */
final class NoKey implements AuthenticationEntryPoint {

    private final JsonMapper json;

    NoKey(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean isMissing = header == null || header.isBlank();
        String detail = isMissing
                ? "Expected the header Authorization: Bearer and an API key."
                : "The Authorization header holds no API key in use; expected Bearer and a key.";
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(json.writeValueAsString(
                        ProblemDocument.of(HttpStatus.UNAUTHORIZED.value(), "no-key", "An API key is needed", detail)));
    }
}
