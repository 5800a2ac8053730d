package io.sallyport.cli;

import org.jspecify.annotations.Nullable;

/** Says what went wrong in one line, from the innermost cause that says anything. */
final class Problems {

    private Problems() {}

    static String inOneLine(Throwable problem) {
        String said = problem.toString();
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && !message.isBlank()) {
                said = message;
            }
        }
        return said.lines().findFirst().orElse(said);
    }
}
