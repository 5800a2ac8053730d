package io.sallyport.platform.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Writes all tables as they stand at one moment, while the desk goes on. */
public final class BackupWriter {

    /** It holds customers' words and hashes of passwords. */
    private static final FileAttribute<?>[] OWNER_ONLY =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];

    private final DataSource database;

    public BackupWriter(DataSource database) {
        this.database = database;
    }

    /**
     * Writes the file in one move: it is there whole or not at all.
     *
     * @param progress told each table and its number of rows
     * @throws FileAlreadyExistsException when the file is there already
     */
    public Manifest write(Path file, Instant now, BiConsumer<String, Long> progress) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path directory = file.toAbsolutePath().getParent();
        Path begun = Files.createTempFile(directory, file.getFileName().toString(), ".part", OWNER_ONLY);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            Manifest manifest = write(connection, begun, now, progress);
            connection.rollback();
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private static Manifest write(Connection connection, Path file, Instant now, BiConsumer<String, Long> progress)
            throws IOException, SQLException {
        var tables = new Tables(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        List<Manifest.Table> written = new ArrayList<>();
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : tables.inOrder()) {
                Manifest.Table table = copy(connection, name, tables.columns(name), zip);
                written.add(table);
                progress.accept(name, table.rows());
            }
            var manifest = new Manifest(Manifest.FORMAT, now, tables.schema(), written);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        }
    }

    private static Manifest.Table copy(Connection connection, String name, List<String> columns, ZipOutputStream zip)
            throws IOException, SQLException {
        MessageDigest digest = Checksum.begun();
        zip.putNextEntry(new ZipEntry(new Manifest.Table(name, columns, 0, "").entry()));
        OutputStream out = new DigestOutputStream(zip, digest);
        String sql = "COPY " + Tables.quoted(name) + " (" + Tables.quoted(columns) + ") TO STDOUT";
        long rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
        zip.closeEntry();
        return new Manifest.Table(name, columns, rows, Checksum.ended(digest));
    }
}
