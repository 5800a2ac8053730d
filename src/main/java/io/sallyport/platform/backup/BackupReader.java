package io.sallyport.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Puts a backup into a database that nobody has used yet, whole or not at all. */
public final class BackupReader {

    /** A backup cannot be taken as it is; nothing was changed. */
    public static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(String why) {
            super(why);
        }
    }

    private final DataSource database;

    public BackupReader(DataSource database) {
        this.database = database;
    }

    /**
     * Checks the whole file before the first row is written.
     *
     * @param progress told each table and its number of rows
     * @throws Unfit when the file is damaged, of another version, or the database is in use
     */
    public Manifest restore(Path file, BiConsumer<String, Long> progress) throws IOException, SQLException {
        try (ZipFile zip = open(file)) {
            Manifest manifest = checked(file, zip);
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    fill(connection, zip, manifest, progress);
                    connection.commit();
                } finally {
                    connection.rollback();
                }
            }
            return manifest;
        }
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException broken) {
            throw new Unfit(file + " is no backup, or was cut off: " + broken.getMessage());
        }
    }

    private static Manifest checked(Path file, ZipFile zip) throws IOException {
        Manifest manifest = manifest(file, zip);
        for (Manifest.Table table : manifest.tables()) {
            MessageDigest digest = Checksum.begun();
            try (InputStream in = new DigestInputStream(entry(file, zip, table.entry()), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (ZipException broken) {
                throw new Unfit(file + " is damaged at " + table.name() + ": " + broken.getMessage());
            }
            if (!Checksum.ended(digest).equals(table.sha256())) {
                throw new Unfit(file + " is damaged: the checksum of " + table.name() + " is wrong");
            }
        }
        return manifest;
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        try (InputStream in = entry(file, zip, Manifest.ENTRY)) {
            Manifest manifest = JsonMapper.shared().readValue(in, Manifest.class);
            if (!manifest.format().equals(Manifest.FORMAT)) {
                throw new Unfit(
                        file + " is written as " + manifest.format() + "; this version reads " + Manifest.FORMAT);
            }
            return manifest;
        } catch (JacksonException broken) {
            throw new Unfit(file + " is damaged: its manifest cannot be read");
        }
    }

    private static InputStream entry(Path file, ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Unfit(file + " is no backup, or is damaged: it has no " + name);
        }
        return Objects.requireNonNull(zip.getInputStream(entry));
    }

    private static void fill(Connection connection, ZipFile zip, Manifest manifest, BiConsumer<String, Long> progress)
            throws IOException, SQLException {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var tables = new Tables(jdbc);
        refuseUnlessFit(tables, manifest);
        List<String> order = tables.inOrder();
        order.reversed().forEach(table -> {
            if (tables.count(table) > 0) {
                jdbc.sql("DELETE FROM " + Tables.quoted(table)).update();
            }
        });
        for (String name : order) {
            Manifest.Table table = manifest.tables().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            copy(connection, zip, table);
            progress.accept(name, table.rows());
        }
        for (Tables.Identity identity : tables.identities()) {
            continueCounting(jdbc, identity);
        }
    }

    private static void refuseUnlessFit(Tables tables, Manifest manifest) {
        List<String> used = tables.used();
        if (!used.isEmpty()) {
            throw new Unfit("the database is in use (" + String.join(", ", used)
                    + "); restore into a new one: another SALLYPORT_VAR, or an empty database in SALLYPORT_DB_URL");
        }
        Set<String> names = new HashSet<>();
        manifest.tables().forEach(table -> names.add(table.name()));
        if (!tables.schema().equals(manifest.schema()) || !names.equals(Set.copyOf(tables.inOrder()))) {
            throw new Unfit("the backup is of schema " + manifest.schema() + ", this version has " + tables.schema()
                    + "; restore it with the version that wrote it, then upgrade");
        }
    }

    private static void copy(Connection connection, ZipFile zip, Manifest.Table table)
            throws IOException, SQLException {
        String sql = "COPY " + Tables.quoted(table.name()) + " (" + Tables.quoted(table.columns()) + ") FROM STDIN";
        try (InputStream in = entry(Path.of(zip.getName()), zip, table.entry())) {
            long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, in);
            if (rows != table.rows()) {
                throw new Unfit(table.name() + " came back with " + rows + " rows of " + table.rows());
            }
        }
    }

    private static void continueCounting(JdbcClient jdbc, Tables.Identity identity) {
        String column = Tables.quoted(identity.column());
        String table = Tables.quoted(identity.table());
        jdbc.sql("SELECT setval(pg_get_serial_sequence(?, ?), coalesce(max(" + column + "), 1), max(" + column
                        + ") IS NOT NULL) FROM " + table)
                .params(table, identity.column())
                .query(Long.class)
                .single();
    }
}
