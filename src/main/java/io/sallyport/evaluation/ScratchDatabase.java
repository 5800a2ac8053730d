package io.sallyport.evaluation;

import io.sallyport.casefile.ChainHash;
import io.sallyport.platform.postgres.Durability;
import io.sallyport.platform.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A database of its own for a run that must not touch the desk's cases. It is named for what the run is about, so that a run
 * that was killed finds its work again; {@link #drop} ends it.
 */
public final class ScratchDatabase implements AutoCloseable {

    private final EmbeddedDatabase server;
    private final String name;
    private final boolean isResumed;

    private ScratchDatabase(EmbeddedDatabase server, String name) {
        this.server = server;
        this.name = name;
        this.isResumed = exists();
        if (!isResumed) {
            execute("CREATE DATABASE " + name);
        }
    }

    /**
     * Opens it on the embedded server under this directory, whatever server the desk itself uses.
     *
     * @param about whatever tells this run from others
     */
    public static ScratchDatabase open(Path var, String... about) {
        var server = EmbeddedDatabase.open(var.resolve("postgres"), Durability.DURABLE);
        return new ScratchDatabase(server, "scratch_" + ChainHash.of(about).substring(0, 16));
    }

    /** The same, without whatever an earlier run left. */
    public static ScratchDatabase openFresh(Path var, String... about) {
        try (ScratchDatabase earlier = open(var, about)) {
            earlier.drop();
            return open(var, about);
        }
    }

    /** Whether an earlier run left it behind. */
    public boolean isResumed() {
        return isResumed;
    }

    public String name() {
        return name;
    }

    /** Settings that make a desk use this database. */
    public Map<String, Object> settings() {
        return Map.of(
                "sallyport.database.url", server.url(name),
                "sallyport.database.user", server.user(),
                "sallyport.database.password", server.password());
    }

    public void drop() {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    private boolean exists() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            return rows.next();
        } catch (SQLException broken) {
            throw new IllegalStateException("could not look for the scratch database " + name, broken);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException("could not prepare the scratch database: " + sql, broken);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
    }

    @Override
    public void close() {
        server.close();
    }
}
