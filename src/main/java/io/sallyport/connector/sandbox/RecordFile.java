package io.sallyport.connector.sandbox;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.platform.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads files of JSON lines into the sandbox. What is there already stays as it is. */
public final class RecordFile {

    private static final JsonMapper JSON = new JsonMapper();

    private final RecordRows rows;
    private final long days;

    RecordFile(RecordRows rows, long days) {
        this.rows = rows;
        this.days = days;
    }

    /**
     * What became of a file.
     *
     * @param problems a line for each row that was skipped, with its place
     */
    public record Report(int taken, int known, List<String> problems) {
        public Report {
            problems = List.copyOf(problems);
        }
    }

    Report load(Path file) throws IOException {
        RecordKind kind = kind(file);
        int taken = 0;
        int known = 0;
        var problems = new ArrayList<String>();
        List<String> lines = TextLines.read(file);
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).isBlank()) {
                try {
                    if (take(kind, lines.get(at))) {
                        taken++;
                    } else {
                        known++;
                    }
                } catch (IllegalArgumentException | ArithmeticException wrong) {
                    problems.add(file + ":" + (at + 1) + ": " + wrong.getMessage());
                }
            }
        }
        return new Report(taken, known, problems);
    }

    private static RecordKind kind(Path file) {
        String name = file.getFileName().toString();
        return Arrays.stream(RecordKind.values())
                .filter(kind -> name.startsWith(kind.plural()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                file
                                        + ": a file for the sandbox begins with accounts, orders, invoices or subscriptions, as accounts.jsonl"));
    }

    private boolean take(RecordKind kind, String line) {
        var row = new RecordRow(tree(line), days);
        Optional<BusinessRecord> owner = kind == RecordKind.ACCOUNT ? Optional.empty() : Optional.of(owner(row));
        BusinessRecord record = kind.read(row, owner);
        if (kind == RecordKind.ACCOUNT) {
            rows.findAccount(row.text("email"))
                    .filter(it -> !it.id().equals(record.id()))
                    .ifPresent(other -> {
                        throw new IllegalArgumentException("the address belongs to the account " + other.id());
                    });
        }
        Instant at = record.text(kind.newestBy()).map(Instant::parse).orElse(Instant.EPOCH);
        return rows.insert(record, owner.orElse(record).id(), at);
    }

    private BusinessRecord owner(RecordRow row) {
        Optional<String> id = row.find("account");
        return id.flatMap(it -> rows.find("account", it))
                .or(() -> id.isPresent() ? Optional.empty() : row.find("email").flatMap(rows::findAccount))
                .orElseThrow(() -> new IllegalArgumentException("there is no account "
                        + id.orElseGet(() -> row.find("email").orElse("named")) + "; load the accounts first"));
    }

    private static JsonNode tree(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException("not JSON: " + unreadable.getOriginalMessage(), unreadable);
        }
        throw new IllegalArgumentException("not a JSON object");
    }
}
