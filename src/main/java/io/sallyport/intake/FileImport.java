package io.sallyport.intake;

import io.sallyport.casefile.CaseId;
import io.sallyport.casefile.Channel;
import io.sallyport.intake.imports.Found;
import io.sallyport.intake.imports.ImportFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Takes the tickets of a file in, each once however often the file is given; what cannot be read is reported and skipped. */
public final class FileImport {

    /** How a file is written. */
    public enum Format {
        MBOX(ImportFile.Format.MBOX),
        EML(ImportFile.Format.EML),
        CSV(ImportFile.Format.CSV),
        JSONL(ImportFile.Format.JSONL);

        private final ImportFile.Format format;

        Format(ImportFile.Format format) {
            this.format = format;
        }
    }

    /** @param line counted from 1 */
    public record Skipped(Path file, long line, String why) {}

    /** What became of a file's tickets. */
    public record Report(long opened, long joined, long known, List<Skipped> skipped) {
        public Report {
            skipped = List.copyOf(skipped);
        }

        public Report and(Report other) {
            var all = new ArrayList<>(skipped);
            all.addAll(other.skipped);
            return new Report(opened + other.opened, joined + other.joined, known + other.known, all);
        }
    }

    /** A mail is read whole, so its size is bounded; files of more than this are no customer's words. */
    private static final int LARGEST_MAIL = 64 << 20;

    private final IntakeWatcher watcher;
    private final ImportColumns columns;
    private final Channel channel;
    private final InstantSource clock;

    /** @param channel how the customers of rows wrote; mails came by mail */
    public FileImport(IntakeWatcher watcher, ImportColumns columns, Channel channel, InstantSource clock) {
        this.watcher = watcher;
        this.columns = columns;
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Takes one file in.
     *
     * @param progress told how many tickets were read
     * @throws IllegalArgumentException when nothing of the file can be read, such as for want of a column
     */
    public Report run(Path file, Optional<Format> format, LongConsumer progress) throws IOException {
        var written = format.isPresent() ? format.get().format : ImportFile.formatOf(file);
        findProblem(file, written).ifPresent(problem -> {
            throw new IllegalArgumentException(file + problem);
        });
        try (var tickets = ImportFile.open(file, written, LARGEST_MAIL)) {
            return takeAll(file, tickets, progress);
        }
    }

    /** Looked for before anything is taken in: a row read by the wrong columns would stand in the way of the right ones. */
    private Optional<String> findProblem(Path file, ImportFile.Format written) throws IOException {
        return switch (written) {
            case MBOX, EML -> Optional.empty();
            case CSV -> {
                try (var rows = ImportFile.open(file, written, LARGEST_MAIL)) {
                    yield columns.problemIn(rows.columns()).map(problem -> ":1: " + problem);
                }
            }
            case JSONL -> {
                try (var rows = ImportFile.open(file, written, LARGEST_MAIL)) {
                    yield Optional.of(columnsOfAll(rows))
                            .filter(found -> !found.isEmpty())
                            .flatMap(columns::problemIn)
                            .map(problem -> ": " + problem);
                }
            }
        };
    }

    /** A row need not have all of them, so all are read. */
    private static List<String> columnsOfAll(ImportFile rows) throws IOException {
        Optional<Found> row = rows.next();
        while (row.isPresent()) {
            row = rows.next();
        }
        return rows.columns();
    }

    private Report takeAll(Path file, ImportFile tickets, LongConsumer progress) throws IOException {
        var rows = new RowReader("import:" + file.getFileName(), columns, channel, clock);
        var count = new Count(file);
        long read = 0;
        for (Optional<Found> found = tickets.next(); found.isPresent(); found = tickets.next()) {
            switch (found.get()) {
                case Found.Bad(long line, String why) -> count.skip(line, why);
                case Found.Letter letter -> count.add(letter.line(), watcher.receive(mail(letter)));
                case Found.Row row -> {
                    switch (rows.read(row)) {
                        case RowReader.Result.Read(Incoming incoming) ->
                            count.add(row.line(), incoming, watcher.receive(incoming));
                        case RowReader.Result.Unread(String why) -> count.skip(row.line(), why);
                    }
                }
            }
            progress.accept(++read);
        }
        return count.report();
    }

    /** Known by its bytes: a Message-ID is only what its sender wrote. */
    private Incoming mail(Found.Letter letter) {
        return Incoming.mail("import:mail", letter.key(), letter.mail(), clock.instant())
                .asHistory();
    }

    private static final class Count {
        private final Path file;
        private final List<Skipped> skipped = new ArrayList<>();
        private final Map<Class<? extends Receipt>, Long> receipts = new HashMap<>();

        Count(Path file) {
            this.file = file;
        }

        void add(long line, Receipt receipt) {
            if (receipt instanceof Receipt.Refused(String why)) {
                skip(line, why);
            } else {
                receipts.merge(receipt.getClass(), 1L, Long::sum);
            }
        }

        /** Ids of rows often begin at 1 in every file, and a file is known by its name alone. */
        void add(long line, Incoming row, Receipt receipt) {
            if (receipt instanceof Receipt.AlreadyKnown(CaseId _, boolean asBefore) && !asBefore) {
                skip(
                        line,
                        "id " + row.externalId() + " was taken in before with other words or by another sender;"
                                + " if it is another ticket, give the file a name of its own;"
                                + " if it is a later message of one conversation, name a column with an id for each"
                                + " message with --id and the conversation's with --thread");
            } else {
                add(line, receipt);
            }
        }

        void skip(long line, String why) {
            skipped.add(new Skipped(file, line, why));
        }

        Report report() {
            return new Report(
                    receipts.getOrDefault(Receipt.Opened.class, 0L),
                    receipts.getOrDefault(Receipt.Joined.class, 0L),
                    receipts.getOrDefault(Receipt.AlreadyKnown.class, 0L),
                    skipped);
        }
    }
}
