package io.sallyport.model.language;

import io.sallyport.model.language.Answer.Fault;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What failed calls mean; vendors agree on HTTP, whatever their libraries throw. */
public final class HttpFaults {

    /** Longer waits are not a back-off but an outage, which fallbacks are for. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private HttpFaults() {}

    /** @param retryAfter the values of the header of that name, in seconds: a date was put into seconds on the way */
    public static Reply.Broken ofStatus(int status, List<String> retryAfter) {
        return new Reply.Broken(fault(status), "HTTP " + status + meaning(status), pause(retryAfter));
    }

    /**
     * A call that brought no HTTP answer, or half of one.
     *
     * @param otherwise what it is when the connection is not to blame
     */
    public static Reply.Broken ofException(Exception problem, Fault otherwise) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case InterruptedIOException _ -> {
                    return new Reply.Broken(Fault.TIMED_OUT, "no whole answer in time");
                }
                case SocketException _, EOFException _, ProtocolException _ -> {
                    return new Reply.Broken(Fault.UNREACHABLE, "no connection, or it broke");
                }
                default -> {}
            }
        }
        return new Reply.Broken(
                otherwise,
                otherwise == Fault.UNREACHABLE
                        ? "no connection, or it broke"
                        : "not what the vendor's protocol promises");
    }

    private static Fault fault(int status) {
        return switch (status) {
            case 429 -> Fault.RATE_LIMITED;
            // 529 is Anthropic's own for an overloaded service.
            case 503, 529 -> Fault.OVERLOADED;
            case 408, 504 -> Fault.TIMED_OUT;
            default -> status >= 500 ? Fault.SERVER_ERROR : Fault.REJECTED;
        };
    }

    private static String meaning(int status) {
        return switch (status) {
            case 400, 422 -> ", the request was not understood";
            case 401, 403 -> ", the key was not accepted";
            case 404 -> ", no such model or address";
            case 301, 302, 303, 307, 308 -> ", redirects are not followed: set the final address as base-url";
            default -> "";
        };
    }

    private static Duration pause(List<String> retryAfter) {
        try {
            var pause = Duration.ofSeconds(
                    retryAfter.isEmpty()
                            ? 0
                            : Long.parseLong(retryAfter.getFirst().strip()));
            if (pause.isNegative()) {
                return Duration.ZERO;
            }
            return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
        } catch (NumberFormatException _) {
            return Duration.ZERO;
        }
    }
}
