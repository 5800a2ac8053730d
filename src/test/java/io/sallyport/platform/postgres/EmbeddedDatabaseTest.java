package io.sallyport.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

@Tag("database")
class EmbeddedDatabaseTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Unpacked once and hard-linked into each test's directory, which has to lie on the same file system. */
    private static final Path PLACE =
            Path.of("target", "embedded-database-test").toAbsolutePath();

    private Path directory;

    @BeforeEach
    void linkTheBinaries() throws IOException {
        var unpacked = Binaries.unpackedIn(ServerFiles.in(PLACE)).home();
        directory = Files.createTempDirectory(PLACE, "case");
        try (var all = Files.walk(unpacked)) {
            for (var each : (Iterable<Path>) all::iterator) {
                var copy = directory.resolve(PLACE.relativize(each));
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createLink(copy, each);
                }
            }
        }
    }

    @AfterEach
    void endWhatIsLeft() throws IOException {
        Postmaster.endAll(ServerFiles.in(directory));
        FileSystemUtils.deleteRecursively(directory);
    }

    @Test
    void keepsWhatWasCommittedBeforeTheServerWasKilled() throws Exception {
        try (var database = open()) {
            execute(database, "create table kept (n int)", "insert into kept select generate_series(1, 1000)");
            killPostmaster();
        }
        try (var database = open()) {
            assertThat(query(database, "select count(*) from kept")).isEqualTo("1000");
        }
    }

    @Test
    void everyCommitIsForcedToDisk() throws Exception {
        try (var database = open()) {
            assertThat(Stream.of("fsync", "synchronous_commit", "full_page_writes")
                            .map(setting -> query(database, "show " + setting)))
                    .containsOnly("on");
        }
    }

    @Test
    void joinsAServerWhoseProcessWasKilled() throws Exception {
        var killed = DatabaseUser.of(directory);
        var server = postmasterPid();
        killed.kill();
        try (var database = open()) {
            assertThat(query(database, "select 1")).isEqualTo("1");
            assertThat(postmasterPid()).isEqualTo(server);
        }
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void theServerRunsUntilTheLastProcessHasLeft() throws Exception {
        var first = DatabaseUser.of(directory);
        var server = postmasterPid();
        try (var second = open()) {
            assertThat(postmasterPid()).isEqualTo(server);
            first.close();
            assertThat(query(second, "select 1")).isEqualTo("1");
        }
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void whoJoinsAndLeavesDoesNotStopTheServerOfAnother() throws Exception {
        try (var _ = DatabaseUser.of(directory)) {
            try (var second = open()) {
                assertThat(query(second, "select 1")).isEqualTo("1");
            }
            assertThat(serverRuns()).isTrue();
        }
        assertThat(serverRuns()).isFalse();
    }

    @Test
    void theSameProcessMayOpenItTwice() throws Exception {
        try (var first = open()) {
            try (var second = open()) {
                assertThat(second.url()).isEqualTo(first.url());
            }
            assertThat(query(first, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void clearsThePidFileOfADeadServerWhosePidSomeoneElseHas() throws Exception {
        open().close();
        Files.writeString(
                ServerFiles.in(directory).postmaster(), ProcessHandle.current().pid() + "\n");
        try (var database = open()) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesAWrongPasswordAndOtherMachinesAddresses() throws Exception {
        try (var database = open()) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(query(database, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(database, "show unix_socket_directories")).isEmpty();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void saysSoWhenThePasswordFileDoesNotFitTheData() throws Exception {
        try (var _ = DatabaseUser.of(directory)) {
            Files.writeString(directory.resolve("password"), "another");
            assertThatThrownBy(this::open)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("does not take the password");
            assertThat(serverRuns()).isTrue();
        }
    }

    @Test
    void keepsItsPortUnlessAnotherProgramSitsOnIt() throws Exception {
        try (var database = open()) {
            assertThat(database.url()).contains(":" + port());
        }
        var before = port();
        open().close();
        assertThat(port()).isEqualTo(before);
        try (var _ = new ServerSocket(Integer.parseInt(before), 1, InetAddress.getLoopbackAddress());
                var database = open()) {
            assertThat(query(database, "select 1")).isEqualTo("1");
            assertThat(port()).isNotEqualTo(before);
        }
    }

    /** As a kill leaves it, or a loss of power right behind the first start. */
    @ParameterizedTest
    @ValueSource(strings = {"", "0", "70000"})
    void startsOnAnotherPortWhereItsFileHoldsNone(String written) throws Exception {
        open().close();
        Files.writeString(directory.resolve("port"), written);
        try (var database = open()) {
            assertThat(query(database, "select 1")).isEqualTo("1");
            assertThat(database.url()).contains(":" + port());
        }
    }

    @Test
    void aFirstStartThatWasCutShortIsMadeAnew() throws Exception {
        Files.createDirectories(directory.resolve("data.new").resolve("base"));
        try (var database = open()) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesDataOfAnotherRelease() throws Exception {
        open().close();
        Files.writeString(directory.resolve("data").resolve("PG_VERSION"), "14\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("written by PostgreSQL 14");
    }

    private EmbeddedDatabase open() {
        return EmbeddedDatabase.open(directory, Durability.DURABLE);
    }

    private String port() throws IOException {
        return Files.readString(directory.resolve("port")).strip();
    }

    private long postmasterPid() throws IOException {
        return Postmaster.runningOn(ServerFiles.in(directory)).orElseThrow().pid();
    }

    private boolean serverRuns() {
        return !Postmaster.ourProcesses(ServerFiles.in(directory)).isEmpty();
    }

    /** The server's children notice and follow; the next start has to cope with those that have not yet. */
    private void killPostmaster() throws IOException {
        var process = ProcessHandle.of(postmasterPid()).orElseThrow();
        process.destroyForcibly();
        assertThat(Deadline.in(PATIENCE)
                        .await(() -> Postmaster.ourProcesses(ServerFiles.in(directory)).stream()
                                .noneMatch(it -> it.pid() == process.pid())))
                .isTrue();
    }

    private static void execute(EmbeddedDatabase database, String... statements) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String query(EmbeddedDatabase database, String sql) {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
