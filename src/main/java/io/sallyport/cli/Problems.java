package io.sallyport.cli;

import java.io.FileNotFoundException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one line. */
final class Problems {

    private Problems() {}

    /** What the outermost says that is not the framework's own account of a start that failed. */
    static String inOneLine(Throwable problem) {
        Throwable speaker = problem;
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return "port " + taken.getPort() + " is taken by another program; choose another with --port";
            }
        }
        while (speaker.getCause() != null && !speaksForItself(speaker)) {
            speaker = speaker.getCause();
        }
        String said = Objects.toString(speaker.getMessage(), speaker.toString());
        return plainly(speaker, said).lines().findFirst().orElse(said);
    }

    private static boolean speaksForItself(Throwable problem) {
        String message = problem.getMessage();
        boolean isFramework = problem.getClass().getName().startsWith("org.springframework.");
        return !isFramework
                && message != null
                && !message.isBlank()
                && !message.equals(String.valueOf(problem.getCause()));
    }

    /** Of a file's troubles Java says little more than its name. */
    private static String plainly(Throwable problem, String message) {
        return switch (problem) {
            case NoSuchFileException _ -> "there is no file " + message;
            case FileNotFoundException _ -> "cannot open " + message;
            case AccessDeniedException _ -> "may not read or write " + message;
            case FileAlreadyExistsException _ -> message + " is there already";
            case CharacterCodingException _ -> "the file is not UTF-8 text: " + message;
            default -> message;
        };
    }

    /** @return the exit status */
    static int sayMisread(ParameterException problem) {
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        String name = command.qualifiedName(" ");
        String help = command.parent() == null ? "help" : "help" + name.substring(name.indexOf(' '));
        problem.getCommandLine()
                .getErr()
                .println(name + ": " + whatIsWrong(problem) + " (./sallyport " + help + " says more)");
        return command.exitCodeOnInvalidInput();
    }

    private static String whatIsWrong(ParameterException problem) {
        boolean isGroup = !problem.getCommandLine().getSubcommands().isEmpty();
        if (isGroup && problem instanceof UnmatchedArgumentException unknown) {
            return "there is no command '" + unknown.getUnmatched().getFirst() + "'";
        }
        String said = Objects.toString(problem.getMessage(), "");
        return isGroup && said.startsWith("Missing required subcommand")
                ? "say which: "
                        + String.join(
                                ", ", problem.getCommandLine().getSubcommands().keySet())
                : said.lines().findFirst().orElse("");
    }
}
