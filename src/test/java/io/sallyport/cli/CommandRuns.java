package io.sallyport.cli;

import io.sallyport.testkit.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands as a shell would, in this process, each with a whole desk of its own over one database. */
final class CommandRuns implements AutoCloseable {

    /** What a command said and how it ended. */
    record Ran(int status, String out, String err) {
        List<String> errorLines() {
            return err.lines().filter(line -> line.startsWith("sallyport")).toList();
        }
    }

    private final TestDatabase database;
    private final Map<String, String> settings = new HashMap<>();

    CommandRuns(Path var) {
        this(var, TestDatabase.fresh());
    }

    CommandRuns(Path var, TestDatabase database) {
        this.database = database;
        database.settings().forEach((name, value) -> settings.put(name, value.toString()));
        settings.put("sallyport.var", var.toString());
    }

    TestDatabase database() {
        return database;
    }

    Ran run(String... arguments) {
        settings.forEach(System::setProperty);
        try {
            return captured(arguments);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    /** A command that needs no database. */
    static Ran captured(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var said = new ByteArrayOutputStream();
        var complained = new ByteArrayOutputStream();
        try (var newOut = new PrintStream(said, true, StandardCharsets.UTF_8);
                var newErr = new PrintStream(complained, true, StandardCharsets.UTF_8)) {
            System.setOut(newOut);
            System.setErr(newErr);
            int status = Sallyport.run(arguments);
            return new Ran(status, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
