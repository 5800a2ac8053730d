package io.sallyport.cli;

import io.sallyport.platform.backup.BackupWriter;
import io.sallyport.platform.backup.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description = "Writes everything in the database, as it stands at one moment, into a file; the desk may go on.")
final class BackupCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A new file, such as desk-2026-06-30.backup.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException, SQLException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (Files.exists(file) || folder == null || !Files.isDirectory(folder)) {
            throw Usage.wrong(spec, Files.exists(file) ? file + " is there already" : "there is no folder " + folder);
        }
        try (var desk = OpenDesk.toLookAt()) {
            Manifest manifest = new BackupWriter(desk.getBean(DataSource.class))
                    .write(
                            file,
                            desk.getBean(InstantSource.class).instant(),
                            (table, rows) -> System.out.printf("  %-28s %d%n", table, rows));
            System.out.printf(
                    "%s: %d rows of %d tables, %d bytes%n",
                    file, manifest.rows(), manifest.tables().size(), Files.size(file));
            return 0;
        }
    }
}
