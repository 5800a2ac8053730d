package io.sallyport.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A short-lived program and what it said. */
record Command(List<String> words) {

    record Outcome(int status, String output) {
        boolean succeeded() {
            return status == 0;
        }
    }

    static Command as(ServerAccount account, String... words) {
        var all = new ArrayList<>(account.prefix());
        all.addAll(List.of(words));
        return new Command(List.copyOf(all));
    }

    /** Runs to its end; a program that cannot even be started counts as failed. */
    Outcome run() {
        try {
            // To a file, not a pipe: a server left running would hold a pipe open and we would wait for its end.
            var output = Files.createTempFile("sallyport", ".out");
            try {
                return new Outcome(start(output).waitFor(), Files.readString(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Outcome(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while running " + words.getFirst() + ".", e);
        }
    }

    private Process start(Path output) throws IOException {
        var builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        // Messages in one language, and no PGDATA, PGPORT or PGOPTIONS of the person's own server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
        var process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
