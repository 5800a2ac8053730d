package io.sallyport.api;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request refused, with everything its sender needs to mend it. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * What is wrong with one field.
     *
     * @param pointer a JSON pointer into the body ({@code #/attachments/0/name}), or {@code ?name} for a query parameter
     */
    record FieldProblem(String pointer, String expected, String found) {}

    private final HttpStatus status;
    private final String type;
    private final String title;

    @SuppressWarnings("serial") // never serialized
    private final List<FieldProblem> fields;

    private Problem(HttpStatus status, String type, String title, String detail, List<FieldProblem> fields) {
        super(detail);
        this.status = status;
        this.type = type;
        this.title = title;
        this.fields = List.copyOf(fields);
    }

    static Problem invalid(List<FieldProblem> fields) {
        FieldProblem first = fields.getFirst();
        String more = fields.size() == 1 ? "" : " (and " + (fields.size() - 1) + " more)";
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "invalid-field",
                "A field is not as expected",
                first.pointer() + ": expected " + first.expected() + ", found " + first.found() + more,
                fields);
    }

    static Problem unreadable(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, "unreadable-body", "The body is not valid JSON", detail, List.of());
    }

    static Problem tooLarge(int mostBytes) {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The body is too large",
                "A body may have up to " + mostBytes + " bytes.",
                List.of());
    }

    static Problem wrongContentType(String found) {
        return new Problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "wrong-content-type",
                "The body is not declared as JSON",
                "Expected Content-Type: application/json, found " + found + ".",
                List.of());
    }

    static Problem conflict(String detail) {
        return new Problem(
                HttpStatus.CONFLICT, "conflict", "The same key was used for a different request", detail, List.of());
    }

    static Problem refused(String why) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "refused", "The message was not taken in", why, List.of());
    }

    /** Which of them was missing or wrong is in the log of whoever runs the desk. */
    static Problem notSigned() {
        String detail = "Expected " + TrackerSignature.TIMESTAMP + ", seconds since 1970 at most "
                + TrackerSignature.MOST_APART_SECONDS + " s from now, and " + TrackerSignature.SIGNATURE
                + ", sha256= and the HMAC-SHA-256 in lower-case hex over that time, a full stop and the body"
                + " under the secret that the desk has.";
        return new Problem(
                HttpStatus.UNAUTHORIZED, "not-signed", "The tracker's signature is needed", detail, List.of());
    }

    /** It does not fit the case as it stands. */
    static Problem notTaken(String why) {
        return new Problem(HttpStatus.CONFLICT, "not-taken", "The decision was not taken", why, List.of());
    }

    static Problem overtaken(long seen, long now) {
        String detail = "The case is at version " + now + " now, not " + seen + "; read it again and decide anew.";
        return new Problem(HttpStatus.CONFLICT, "overtaken", "The case has moved on", detail, List.of());
    }

    static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing", detail, List.of());
    }

    HttpStatus status() {
        return status;
    }

    String type() {
        return type;
    }

    String title() {
        return title;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    List<FieldProblem> fields() {
        return fields;
    }
}
