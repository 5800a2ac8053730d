package io.sallyport.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** What a caller is told whose key is not for this. */
final class NotAllowed implements AccessDeniedHandler {

    private final JsonMapper json;

    NotAllowed(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(json.writeValueAsString(ProblemDocument.of(
                        HttpStatus.FORBIDDEN.value(),
                        "not-allowed",
                        "This key is not for that",
                        "The key may not take people's decisions; './sallyport api-key create NAME --decides' makes one"
                                + " that may.")));
    }
}
