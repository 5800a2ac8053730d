package io.sallyport.cli;

import io.sallyport.audit.AuditTrail;
import io.sallyport.platform.backup.BackupReader;
import io.sallyport.platform.backup.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "restore",
        description =
                "Puts a backup into a database that nobody has used yet, whole or not at all, and verifies its record.")
final class RestoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "What ./sallyport backup wrote.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException, SQLException {
        if (!Files.isRegularFile(file)) {
            throw Usage.wrong(spec, "there is no file " + file);
        }
        try (var desk = OpenDesk.toLookAt()) {
            Manifest manifest = new BackupReader(desk.getBean(DataSource.class))
                    .restore(file, (table, rows) -> System.out.printf("  %-28s %d%n", table, rows));
            System.out.printf(
                    "restored %d rows of %d tables, as they stood at %s%n",
                    manifest.rows(), manifest.tables().size(), manifest.at());
            AuditTrail.Finding finding = desk.getBean(AuditTrail.class).verify();
            System.out.println(finding.firstBad()
                    .map(bad -> "BAD: " + bad)
                    .orElse("the record is intact: " + finding.events() + " entries of " + finding.cases() + " cases"));
            return finding.isIntact() ? 0 : Sallyport.EXIT_FAILED;
        }
    }
}
