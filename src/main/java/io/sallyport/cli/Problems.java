package io.sallyport.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Says what went wrong in one line, from the innermost cause that says anything. */
final class Problems {

    private Problems() {}

    static String inOneLine(Throwable problem) {
        String said = problem.toString();
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return "port " + taken.getPort() + " is taken by another program; choose another with --port";
            }
            String message = cause.getMessage();
            if (message != null && !message.isBlank()) {
                said = message;
            }
        }
        return said.lines().findFirst().orElse(said);
    }
}
