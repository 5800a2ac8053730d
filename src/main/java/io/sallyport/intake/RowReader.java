package io.sallyport.intake;

import io.sallyport.casefile.ChainHash;
import io.sallyport.casefile.Channel;
import io.sallyport.intake.imports.Found;
import io.sallyport.intake.mail.MailAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes messages of one file's rows. */
final class RowReader {

    /** A row as a message, or why it is none. */
    sealed interface Result {
        record Read(Incoming incoming) implements Result {}

        record Unread(String why) implements Result {}
    }

    private static final String THREADS = "@import.sallyport.invalid>";

    private final String source;
    private final ImportColumns columns;
    private final Channel channel;
    private final InstantSource clock;
    private final Map<String, Integer> twins = new HashMap<>();

    RowReader(String source, ImportColumns columns, Channel channel, InstantSource clock) {
        this.source = source;
        this.columns = columns;
        this.channel = channel;
        this.clock = clock;
    }

    Result read(Found.Row row) {
        String text = value(row, columns.text());
        String html = value(row, columns.html());
        if (text.isBlank() && html.isBlank() && value(row, columns.subject()).isBlank()) {
            return new Result.Unread("no words: neither '" + columns.text().name() + "' nor '"
                    + columns.subject().name() + "' holds any");
        }
        String from = value(row, columns.from());
        Optional<String> address = MailAddress.in(from);
        if (address.isEmpty() && !from.isBlank()) {
            return new Result.Unread("'" + columns.from().name() + "' is no address");
        }
        String written = value(row, columns.at());
        Optional<Instant> at = WrittenTime.read(written);
        if (at.isEmpty() && !written.isBlank()) {
            return new Result.Unread(
                    "'" + columns.at().name() + "' is no time such as 2026-06-30T09:15:00Z: " + written.strip());
        }
        var body = new Incoming.Body(text, text.isBlank() ? html : "", List.of());
        var incoming = new Incoming(
                source,
                id(row),
                channel,
                address.orElse(""),
                value(row, columns.subject()),
                body,
                at.orElseGet(clock::instant),
                thread(row),
                List.of(),
                Optional.empty());
        return new Result.Read(incoming.asHistory());
    }

    /** Its own, else its content's and which of several alike it is. */
    private String id(Found.Row row) {
        String own = value(row, columns.id()).strip();
        if (!own.isEmpty()) {
            return own;
        }
        String hash = ChainHash.of(
                value(row, columns.from()),
                value(row, columns.subject()),
                value(row, columns.text()),
                value(row, columns.html()),
                value(row, columns.at()));
        return "row-" + hash.substring(0, 32) + "-" + twins.merge(hash, 1, Integer::sum);
    }

    /** A conversation's name becomes a mail id that all its messages refer to. */
    private Map<String, String> thread(Found.Row row) {
        String name = value(row, columns.thread()).strip();
        return name.isEmpty()
                ? Map.of()
                : Map.of("references", "<" + ChainHash.of(source, name).substring(0, 32) + THREADS);
    }

    static boolean isThread(String messageId) {
        return messageId.endsWith(THREADS);
    }

    private static String value(Found.Row row, ImportColumns.Column column) {
        return row.values().getOrDefault(column.name(), "");
    }
}
