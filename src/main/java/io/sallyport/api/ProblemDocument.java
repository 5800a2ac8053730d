package io.sallyport.api;

import io.sallyport.api.Problem.FieldProblem;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns a {@link Problem} into the document that RFC 9457 describes. */
@RestControllerAdvice(basePackageClasses = ProblemDocument.class)
final class ProblemDocument {

    private static final String TYPE = "urn:sallyport:problem:";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> show(Problem problem) {
        ProblemDetail document = of(problem.status().value(), problem.type(), problem.title(), problem.detail());
        List<FieldProblem> fields = problem.fields();
        if (!fields.isEmpty()) {
            document.setProperty("errors", fields);
        }
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(document);
    }

    static ProblemDetail of(int status, String type, String title, String detail) {
        ProblemDetail document = ProblemDetail.forStatus(status);
        document.setType(URI.create(TYPE + type));
        document.setTitle(title);
        document.setDetail(detail);
        return document;
    }
}
