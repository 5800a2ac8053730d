package io.sallyport.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the server's own pid file says about a server that runs, or once ran, on our data. */
record Postmaster(long pid, int port) {
    /** What is told to end does so within moments; after this it is ended by force. */
    private static final Duration ENDING_MAY_TAKE = Duration.ofSeconds(10);

    /** The file's line with the port, counted from zero: see PostgreSQL's own {@code miscadmin.h}. */
    private static final int PORT_LINE = 3;

    /** The server that runs on this data now; what a dead one left behind is cleared on the way. */
    static Optional<Postmaster> runningOn(ServerFiles files) {
        if (!Files.exists(files.postmaster())) {
            return Optional.empty();
        }
        var found = read(files.postmaster());
        if (found.isPresent() && ourProcesses(files).stream().anyMatch(p -> p.pid() == found.get().pid)) {
            return found;
        }
        // Without its pid file PostgreSQL cannot see that orphans still write to the data, so they have to be gone
        // first.
        endAll(files);
        return Optional.empty();
    }

    private static Optional<Postmaster> read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            var port = lines.size() > PORT_LINE
                    ? Integer.parseInt(lines.get(PORT_LINE).strip())
                    : 0;
            return Optional.of(new Postmaster(Long.parseLong(lines.getFirst().strip()), port));
        } catch (IOException | RuntimeException _) {
            // Half written when the machine went down; no server that runs leaves it so.
            return Optional.empty();
        }
    }

    /**
     * Living processes whose program lies in this server's directory. A zombie has no program any more and a reused pid
     * has another one, so neither is taken for the server.
     */
    static List<ProcessHandle> ourProcesses(ServerFiles files) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .filter(command -> command.startsWith(files.directory() + "/"))
                        .isPresent())
                .toList();
    }

    /** Ends whatever still runs on this data, a deaf server or the orphans of a dead one; the journal makes that safe. */
    static void endAll(ServerFiles files) {
        ourProcesses(files).forEach(ProcessHandle::destroy);
        if (!Deadline.in(ENDING_MAY_TAKE).await(() -> ourProcesses(files).isEmpty())) {
            ourProcesses(files).forEach(ProcessHandle::destroyForcibly);
        }
        if (!Deadline.in(ENDING_MAY_TAKE).await(() -> ourProcesses(files).isEmpty())) {
            throw new DatabaseUnavailable("Processes of a dead PostgreSQL still hold " + files.data()
                    + " and cannot be ended: "
                    + ourProcesses(files).stream().map(ProcessHandle::pid).toList() + ".");
        }
        delete(files.postmaster());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new DatabaseUnavailable("The stale file " + file + " of a dead PostgreSQL cannot be removed.", e);
        }
    }
}
