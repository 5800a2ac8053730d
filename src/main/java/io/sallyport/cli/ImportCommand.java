package io.sallyport.cli;

import io.sallyport.casefile.Channel;
import io.sallyport.intake.FileImport;
import io.sallyport.intake.FileImport.Report;
import io.sallyport.intake.FileImport.Skipped;
import io.sallyport.intake.ImportColumns;
import io.sallyport.intake.ImportColumns.Column;
import io.sallyport.intake.IntakeWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Takes in tickets from files of mail (mbox, EML) and of rows (CSV under a line of column names, JSONL).",
            "What cannot be read is reported with its line and skipped; the rest stays in, and the status is 1.",
            "Giving a file again adds nothing."
        })
final class ImportCommand implements Callable<Integer> {

    private static final int BETWEEN_LINES = 500;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Known by their endings, else by their first line.")
    private List<Path> files = List.of();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}, for files whose names do not say.")
    private Optional<FileImport.Format> format = Optional.empty();

    @Option(names = "--id", paramLabel = "COLUMN", description = "Of rows: the ticket's own id (default: id).")
    private Optional<String> id = Optional.empty();

    @Option(names = "--from", paramLabel = "COLUMN", description = "The customer's address (default: from).")
    private Optional<String> from = Optional.empty();

    @Option(names = "--subject", paramLabel = "COLUMN", description = "(default: subject)")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--text", paramLabel = "COLUMN", description = "The customer's words (default: text).")
    private Optional<String> text = Optional.empty();

    @Option(names = "--html", paramLabel = "COLUMN", description = "The words as HTML, used when --text is empty.")
    private Optional<String> html = Optional.empty();

    @Option(
            names = "--at",
            paramLabel = "COLUMN",
            description = "When it was written; UTC unless it says (default: at).")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--thread",
            paramLabel = "COLUMN",
            description =
                    "The same in all of a customer's messages that belong to one case, also where no row names its"
                            + " sender (default: thread).")
    private Optional<String> thread = Optional.empty();

    @Option(
            names = "--channel",
            defaultValue = "email",
            description = "Of rows, how the customers wrote: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Channel channel = Channel.EMAIL;

    @Override
    public Integer call() {
        files.stream().flatMap(file -> whyNot(file).stream()).forEach(why -> {
            throw Usage.wrong(spec, why);
        });
        try (var desk = OpenDesk.toLookAt()) {
            var reader = new FileImport(
                    desk.getBean(IntakeWatcher.class), columns(), channel, desk.getBean(InstantSource.class));
            Report all = new Report(0, 0, 0, List.of());
            boolean isWhole = true;
            for (Path file : files) {
                Optional<Report> report = take(reader, file);
                isWhole &= report.isPresent();
                all = report.map(all::and).orElse(all);
            }
            System.out.printf(
                    "%d tickets opened, %d messages joined a case, %d known before, %d skipped%n",
                    all.opened(), all.joined(), all.known(), all.skipped().size());
            return isWhole && all.skipped().isEmpty() ? 0 : Sallyport.EXIT_FAILED;
        }
    }

    private static Optional<String> whyNot(Path file) {
        if (Files.isDirectory(file)) {
            return Optional.of(file + " is a folder; give files of mail or rows");
        }
        if (!Files.isReadable(file)) {
            return Optional.of(file + " cannot be read; give files of mail or rows");
        }
        // It is read twice: once for its charset and columns.
        return Files.isRegularFile(file)
                ? Optional.empty()
                : Optional.of(file + " is a pipe or device, which can be read only once; write it to a file first");
    }

    private ImportColumns columns() {
        return new ImportColumns(
                Column.of(id, "id"),
                Column.of(from, "from"),
                Column.of(subject, "subject"),
                Column.of(text, "text"),
                Column.of(html, "html"),
                Column.of(at, "at"),
                Column.of(thread, "thread"));
    }

    /** @return empty when nothing of the file could be read; the others are tried all the same */
    private Optional<Report> take(FileImport reader, Path file) {
        try {
            Report report = reader.run(file, format, read -> {
                if (read % BETWEEN_LINES == 0) {
                    System.out.println("  " + file + ": " + read + " read");
                }
            });
            report.skipped().forEach(ImportCommand::say);
            System.out.printf(
                    "%s: %d opened, %d joined, %d known before, %d skipped%n",
                    file,
                    report.opened(),
                    report.joined(),
                    report.known(),
                    report.skipped().size());
            return Optional.of(report);
        } catch (IOException | IllegalArgumentException unreadable) {
            System.err.println("sallyport: " + Problems.inOneLine(unreadable));
            return Optional.empty();
        }
    }

    private static void say(Skipped one) {
        System.err.println("sallyport: skipped " + one.file() + ":" + one.line() + ": " + one.why());
    }
}
