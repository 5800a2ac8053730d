package io.sallyport.model.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code retry-after} into seconds: RFC 9110, 10.2.3 allows a date as well, which client libraries leave to their
 * callers.
 */
final class RetryAfter implements Interceptor {

    private static final String NAME = "retry-after";

    @Override
    public Response intercept(Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        var written = response.header(NAME);
        return written == null ? response : withSeconds(response, written.strip());
    }

    /** No time at all is left out: on a 503, OkHttp would take a zero as leave to repeat by itself, unseen and unmetered. */
    private static Response withSeconds(Response response, String written) {
        var seconds = seconds(written, response);
        return seconds > 0
                ? response.newBuilder().header(NAME, Long.toString(seconds)).build()
                : response.newBuilder().removeHeader(NAME).build();
    }

    private static long seconds(String written, Response response) {
        if (!written.isEmpty() && written.chars().allMatch(Character::isDigit)) {
            // More digits than these are decades.
            return Long.parseLong(written.substring(0, Math.min(written.length(), 9)));
        }
        return findInstant(written)
                .map(until -> roundedUp(Duration.between(now(response), until)))
                .orElse(0L);
    }

    /** By the vendor's own clock where it says the time, since it reckoned with that. */
    private static Instant now(Response response) {
        return findInstant(response.header("date"))
                .orElseGet(() -> Instant.ofEpochMilli(response.receivedResponseAtMillis()));
    }

    private static Optional<Instant> findInstant(@Nullable String date) {
        try {
            return Optional.ofNullable(date)
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static long roundedUp(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }
}
