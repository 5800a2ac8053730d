package io.sallyport.api;

import io.sallyport.api.Problem.FieldProblem;
import io.sallyport.casefile.IssueNews;
import io.sallyport.casefile.IssueNews.State;
import io.sallyport.escalation.tracking.FollowUp;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a tracker says of itself: signed with {@code X-Sallyport-Signature: sha256=…}, the HMAC-SHA-256 over the time in
 * {@code X-Sallyport-Timestamp} (seconds), a full stop, and the body. However often it comes, a case hears it once.
 */
@RestController
@ConditionalOnWebApplication
final class TrackerRoutes {

    static final String PATH = "/api/v1/tracker/events";

    /** Clocks differ by so much; what is older was recorded by somebody else. */
    private static final long MOST_APART_SECONDS = 300;

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
        JsonBody body = JsonBody.of(request);
        if (!isSigned(request, body.text())) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        followUp.hear(Fields.read(
                body.root(),
                FIELDS,
                fields -> new IssueNews(
                        fields.text("id", LONGEST_ID),
                        fields.text("issue", LONGEST_ID),
                        state(fields.text("state", LONGEST_ID)),
                        fields.optional("note", LONGEST_NOTE).orElse(""),
                        fields.text("by", LONGEST_ID),
                        at(fields))));
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

    private boolean isSigned(HttpServletRequest request, String body) {
        String timestamp = String.valueOf(request.getHeader("X-Sallyport-Timestamp"));
        if (settings.webhookSecret().isBlank() || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        long apart = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
        byte[] said = String.valueOf(request.getHeader("X-Sallyport-Signature")).getBytes(StandardCharsets.UTF_8);
        byte[] right = ("sha256=" + hmac(timestamp + "." + body)).getBytes(StandardCharsets.UTF_8);
        return apart <= MOST_APART_SECONDS && MessageDigest.isEqual(right, said);
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.webhookSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
