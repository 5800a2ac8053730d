package io.sallyport.platform.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in one directory. The first process to open it starts the server, later ones join, the last to
 * close it stops the server. A server that outlived its process (kill -9) is joined like any other. Safe for use from
 * several threads.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String DATABASE = "sallyport";

    /** A living server that has not answered for this long never will; recovery after a crash is told apart and waited for. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Duration RECOVERY = Duration.ofMinutes(10);

    /** File locks count per process, so within ours users are counted here. */
    private static final Map<Path, EmbeddedDatabase> OPENED = new HashMap<>();

    private final ServerFiles files;
    private final Server server;
    private final HeldLock use;
    private final ServerAddress address;
    private int users = 1;

    private EmbeddedDatabase(ServerFiles files, Server server, HeldLock use, ServerAddress address) {
        this.files = files;
        this.server = server;
        this.use = use;
        this.address = address;
    }

    /** Starts or joins the server in this directory; every call needs its {@link #close()}. */
    public static EmbeddedDatabase open(Path directory, Durability durability) {
        var files = ServerFiles.in(directory);
        synchronized (OPENED) {
            var opened = OPENED.get(files.directory());
            if (opened != null) {
                opened.users++;
                return opened;
            }
            try (var _ = HeldLock.alone(files.gate())) {
                var server = Server.in(files);
                var address = joined(files).orElseGet(() -> started(files, server, durability));
                var database = new EmbeddedDatabase(files, server, HeldLock.shared(files.users()), address);
                OPENED.put(files.directory(), database);
                return database;
            }
        }
    }

    public String url() {
        return url(DATABASE);
    }

    /** The address of another database on the same server. */
    public String url(String database) {
        return address.url(database);
    }

    public String user() {
        return Server.USER;
    }

    public String password() {
        return address.password();
    }

    @Override
    public void close() {
        synchronized (OPENED) {
            if (users == 0 || --users > 0) {
                return;
            }
            OPENED.remove(files.directory());
            try (var _ = HeldLock.alone(files.gate())) {
                use.close();
                HeldLock.aloneIfFree(files.users()).ifPresent(this::stop);
            }
        }
    }

    private void stop(HeldLock last) {
        try (last) {
            if (Postmaster.runningOn(files).isPresent()) {
                server.stop();
            }
        }
    }

    private static ServerAddress started(ServerFiles files, Server server, Durability durability) {
        var port = server.start(durability);
        var address = new ServerAddress(port, Password.readFrom(files.password()));
        address.makeSure(DATABASE);
        log.info("Database started port={} directory={}", port, files.directory());
        return address;
    }

    /** The server that already runs, if it answers; one that does not is ended, so that a new one can take over. */
    private static Optional<ServerAddress> joined(ServerFiles files) {
        return Postmaster.runningOn(files).flatMap(postmaster -> {
            var address = new ServerAddress(postmaster.port(), Password.readFrom(files.password()));
            if (answers(address, files)) {
                address.makeSure(DATABASE);
                return Optional.of(address);
            }
            if (Postmaster.runningOn(files).isPresent()) {
                log.warn("The database does not answer and is started anew pid={}", postmaster.pid());
                Postmaster.endAll(files);
            }
            return Optional.empty();
        });
    }

    private static boolean answers(ServerAddress address, ServerFiles files) {
        var silence = Deadline.in(SILENCE);
        var recovery = Deadline.in(RECOVERY);
        while (Postmaster.runningOn(files).isPresent()) {
            switch (address.ask()) {
                case READY -> {
                    return true;
                }
                case NOT_NOW -> silence = Deadline.in(SILENCE);
                case NONE -> {}
            }
            if (silence.isOver() || recovery.isOver()) {
                return false;
            }
            Deadline.betweenLooks();
        }
        return false;
    }
}
