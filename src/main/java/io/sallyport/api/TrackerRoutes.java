package io.sallyport.api;

import io.sallyport.api.Problem.FieldProblem;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.IssueNews.State;
import io.sallyport.escalation.tracking.FollowUp;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a tracker says of itself: signed with {@code X-Sallyport-Signature: sha256=…}, the HMAC-SHA-256 over the time in
 * {@code X-Sallyport-Timestamp} (seconds), a full stop, and the body. However often it comes, a case hears it once.
 */
@RestController
@ConditionalOnWebApplication
final class TrackerRoutes {

    static final String PATH = "/api/v1/tracker/events";

    private static final Logger LOG = LoggerFactory.getLogger(TrackerRoutes.class);

    private static final Set<String> FIELDS = Set.of("id", "issue", "state", "note", "by", "at");
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NOTE = 10_000;

    private final FollowUp followUp;
    private final TrackerSettings settings;
    private final InstantSource clock;

    TrackerRoutes(FollowUp followUp, TrackerSettings settings, InstantSource clock) {
        this.followUp = followUp;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.ACCEPTED)
    void hear(HttpServletRequest request) throws IOException {
        TrackerSignature signature = TrackerSignature.of(request);
        // Nothing of a stranger's body is read, and nothing of it parsed, that can be refused before.
        signature.fault(settings.webhookSecret(), clock.instant()).ifPresent(TrackerRoutes::refuse);
        String body = JsonBody.read(request);
        signature.fault(body, settings.webhookSecret()).ifPresent(TrackerRoutes::refuse);
        followUp.hear(Fields.read(
                JsonBody.of(body).root(),
                FIELDS,
                fields -> new IssueNews(
                        fields.text("id", LONGEST_ID),
                        fields.text("issue", LONGEST_ID),
                        state(fields.text("state", LONGEST_ID)),
                        fields.optional("note", LONGEST_NOTE).orElse(""),
                        fields.text("by", LONGEST_ID),
                        at(fields))));
    }

    private static void refuse(TrackerSignature.Fault fault) {
        LOG.warn("a tracker's call was refused why={}", fault.label());
        throw Problem.notSigned();
    }

    /** The tracker's own time; what it says of times to come was said now, or nothing newer could be heard until then. */
    private Instant at(Fields fields) {
        Instant now = clock.instant();
        return fields.optional("at", LONGEST_ID)
                .map(written -> read(fields, written))
                .filter(now::isAfter)
                .orElse(now);
    }

    private static Instant read(Fields fields, String written) {
        try {
            Instant at = Instant.parse(written);
            if (!at.isBefore(Instant.EPOCH)) {
                return at;
            }
        } catch (DateTimeParseException _) {
            // Refused below.
        }
        fields.refuse("at", "a time since 1970, as 2026-03-02T09:00:00Z", "another text");
        return Instant.EPOCH;
    }

    private static State state(String written) {
        return Stream.of(State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(written))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(List.of(
                        new FieldProblem("#/state", "open, answered, fixed or declined", "'" + written + "'"))));
    }
}
