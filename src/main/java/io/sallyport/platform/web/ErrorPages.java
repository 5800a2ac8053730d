package io.sallyport.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is answered when nothing else answers: a problem document to programs, a plain page to people. No inner details. */
@Controller
@ConditionalOnWebApplication
final class ErrorPages implements ErrorController {

    @RequestMapping("/error")
    Object show(HttpServletRequest request, HttpServletResponse response, Model model) {
        HttpStatus status = status(request);
        response.setStatus(status.value());
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(document(status, path));
        }
        model.addAttribute("status", status.value());
        model.addAttribute("sentence", sentence(status));
        return "error";
    }

    private static ProblemDetail document(HttpStatus status, String path) {
        ProblemDetail document = ProblemDetail.forStatusAndDetail(status, sentence(status));
        document.setType(URI.create(
                "urn:sallyport:problem:" + status.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        document.setInstance(URI.create(path));
        return document;
    }

    private static HttpStatus status(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((Integer) code))
                .orElse(HttpStatus.NOT_FOUND);
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not take that method.";
            case FORBIDDEN ->
                "The form has expired or is not yours. Go back, copy what you wrote, reload the page and try again.";
            case TOO_MANY_REQUESTS -> "That was a lot at once. Wait a few minutes and try again.";
            case BAD_REQUEST -> "The request could not be understood.";
            default ->
                status.is4xxClientError()
                        ? "The request could not be taken."
                        : "Something broke on our side. Nothing you sent before is lost.";
        };
    }
}
