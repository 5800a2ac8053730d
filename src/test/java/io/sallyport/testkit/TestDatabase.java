package io.sallyport.testkit;

import com.zaxxer.hikari.HikariDataSource;
import io.sallyport.platform.postgres.Durability;
import io.sallyport.platform.postgres.EmbeddedDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A fresh, migrated database of a test's own on one real PostgreSQL per test process, copied from a template in some ten
 * milliseconds. The server is forgetful (no fsync): nothing a test writes has to outlive the machine, and crash safety
 * has tests of its own on a durable server.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final HikariDataSource pool;

    private TestDatabase(String name) {
        this.name = name;
        this.pool = new HikariDataSource();
        pool.setJdbcUrl(url());
        pool.setUsername(user());
        pool.setPassword(password());
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
    }

    public static TestDatabase fresh() {
        var name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        execute(Shared.SERVER, "create database " + name + " template " + Shared.TEMPLATE + " strategy wal_log");
        return new TestDatabase(name);
    }

    public DataSource dataSource() {
        return pool;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    /** Everything that is in it: for each table how many rows, and a hash over all their values. */
    public Map<String, String> contents() {
        var contents = new TreeMap<String, String>();
        jdbc().sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()
                .forEach(table -> contents.put(
                        table,
                        jdbc().sql(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                                                + " from \"" + table + "\" t")
                                .query(String.class)
                                .single()));
        return contents;
    }

    public String url() {
        return Shared.SERVER.url(name);
    }

    public String user() {
        return Shared.SERVER.user();
    }

    public String password() {
        return Shared.SERVER.password();
    }

    /** Settings that make an application under test use this database. */
    public Map<String, Object> settings() {
        return Map.of(
                "sallyport.database.url", url(),
                "sallyport.database.user", user(),
                "sallyport.database.password", password());
    }

    @Override
    public void close() {
        pool.close();
        execute(Shared.SERVER, "drop database if exists " + name + " with (force)");
    }

    private static void execute(EmbeddedDatabase server, String sql) {
        try (var connection = DriverManager.getConnection(server.url("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("While preparing the test database: " + sql, e);
        }
    }

    /** Opened by the first test that needs it; stopped with the test run, or adopted by the next if that was killed. */
    private static final class Shared {
        /** Each of the processes that share a run has a server of its own. */
        static final String FORK = System.getProperty("test.fork", "fork-1");

        static final TestServerFolder FOLDER = TestServerFolder.of(FORK);
        static final EmbeddedDatabase SERVER = EmbeddedDatabase.open(FOLDER.path(), Durability.FORGETFUL);
        static final String TEMPLATE = "template_" + ProcessHandle.current().pid();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                SERVER.close();
                FOLDER.leave();
            }));
            dropThoseOfDeadRuns();
            makeTemplate();
        }

        /** A run that was killed leaves its databases; their names carry its process's id. */
        private static void dropThoseOfDeadRuns() {
            var jdbc = JdbcClient.create(
                    new DriverManagerDataSource(SERVER.url("postgres"), SERVER.user(), SERVER.password()));
            jdbc
                    .sql("select datname from pg_database where datname ~ '^(test|template)_[0-9]+'")
                    .query(String.class)
                    .list()
                    .stream()
                    .filter(name -> ProcessHandle.of(Long.parseLong(name.replaceAll("\\D*(\\d+).*", "$1")))
                            .isEmpty())
                    .forEach(name -> execute(SERVER, "drop database if exists " + name + " with (force)"));
        }

        private static void makeTemplate() {
            execute(SERVER, "drop database if exists " + TEMPLATE);
            execute(SERVER, "create database " + TEMPLATE);
            Flyway.configure()
                    .dataSource(SERVER.url(TEMPLATE), SERVER.user(), SERVER.password())
                    .load()
                    .migrate();
        }
    }
}
