package io.sallyport.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Makes, starts and stops one PostgreSQL. Callers hold the gate lock. */
record Server(ServerFiles files, Binaries binaries, ServerAccount account) {
    private static final Logger log = LoggerFactory.getLogger(Server.class);

    static final String USER = "sallyport";

    /**
     * Given on the command line, where they outrank every configuration file. Statements and the details of errors hold
     * customers' words, so they stay out of the server's log.
     */
    private static final List<String> ALWAYS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            "max_connections=100",
            "timezone=UTC",
            "jit=off",
            "log_checkpoints=off",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse");

    /** Ten minutes: replaying the journal after a crash may take that long on a slow disk. */
    private static final String SECONDS_TO_WAIT = "600";

    static Server in(ServerFiles files) {
        var binaries = Binaries.unpackedIn(files);
        return new Server(files, binaries, ServerAccount.thatCanRun(binaries.program("postgres")));
    }

    /** Starts it on the port it listens on from then on; makes the cluster first if there is none. */
    int start(Durability durability) {
        try {
            if (!Files.exists(files.data())) {
                makeCluster();
            }
            checkRelease();
            account.own(files.data());
            var port = Port.chosenFor(files);
            var options = Stream.of(ALWAYS, durability.settings(), List.of("port=" + port))
                    .flatMap(List::stream)
                    .map(setting -> "-c " + setting)
                    .collect(Collectors.joining(" "));
            run(
                    "pg_ctl",
                    "start",
                    "-D",
                    files.data().toString(),
                    "-l",
                    files.log().toString(),
                    "-o",
                    options);
            return port;
        } catch (IOException e) {
            throw new DatabaseUnavailable("The database in " + files.directory() + " could not be started: " + e, e);
        }
    }

    /** Ends connections, writes everything out and stops. */
    void stop() {
        run("pg_ctl", "stop", "-D", files.data().toString(), "-m", "fast");
    }

    private void makeCluster() throws IOException {
        log.info("Making a new database in {}", files.data());
        FileSystemUtils.deleteRecursively(files.unfinishedData());
        Files.createDirectory(files.unfinishedData());
        account.own(files.unfinishedData());
        Password.makeIn(files.password());
        account.own(files.password());
        // A locale of PostgreSQL's own: the order of text cannot change under an index with the system's library.
        run(
                "initdb",
                "--pgdata=" + files.unfinishedData(),
                "--username=" + USER,
                "--pwfile=" + files.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.move(files.unfinishedData(), files.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkRelease() throws IOException {
        var written = Files.readString(files.data().resolve("PG_VERSION")).strip();
        var ours = Command.as(account, program("postgres"), "--version").run().output();
        if (!ours.contains(" " + written + ".")) {
            throw new DatabaseUnavailable("The data in " + files.data() + " was written by PostgreSQL " + written
                    + ", which this release (" + ours.strip()
                    + ") cannot read: back it up with the release that wrote it"
                    + " and restore it here.");
        }
    }

    private void run(String program, String... arguments) {
        var words = new ArrayList<>(List.of(program(program)));
        words.addAll(List.of(arguments));
        if (program.equals("pg_ctl")) {
            words.addAll(List.of("-w", "-t", SECONDS_TO_WAIT));
        }
        var outcome = Command.as(account, words.toArray(String[]::new)).run();
        if (!outcome.succeeded()) {
            throw new DatabaseUnavailable("PostgreSQL's " + program + " " + arguments[0] + " failed: "
                    + lastLine(outcome.output()) + lastWords(files.log()));
        }
    }

    private String program(String name) {
        return binaries.program(name).toString();
    }

    private static String lastWords(Path log) {
        try {
            return Files.exists(log) ? "; its log " + log + " ends: " + lastLine(Files.readString(log)) : "";
        } catch (IOException _) {
            return "";
        }
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce("no message", (_, line) -> line);
    }
}
