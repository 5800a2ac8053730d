package io.sallyport.intake.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows as in RFC 4180, under a line of column names. A quote that was never closed swallows the rows behind it, so a row whose
 * quotes do not work out is given up after its own first line, and the reading goes on with the next. A row that only has too
 * few values, or too many, is given up whole: its later lines are the middle of a message.
 */
final class CsvFile implements ImportFile {

    /** More lines than any message; a quote that is open so long was never meant to be closed. */
    private static final int MOST_LINES = 5_000;

    private final BufferedReader in;
    private final Deque<String> givenBack = new ArrayDeque<>();
    private final List<String> columns;
    private final char separator;
    private long number;

    CsvFile(BufferedReader in) throws IOException {
        this.in = in;
        String first = withoutMark(Optional.ofNullable(line()).orElse(""));
        this.separator = separatorOf(first);
        var row = new CsvRow(separator);
        row.feed(first);
        this.columns = row.fields().stream().map(String::strip).toList();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    /** Without the byte order mark that spreadsheets write. */
    static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    /** The one that occurs most often among the column names. */
    private static char separatorOf(String header) {
        char best = ',';
        for (char candidate : new char[] {';', '\t', '|'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    @Override
    public Optional<Found> next() throws IOException {
        String line = line();
        while (line != null && line.isBlank()) {
            line = line();
        }
        return line == null ? Optional.empty() : Optional.of(row(line));
    }

    private Found row(String first) throws IOException {
        long start = number;
        List<String> more = new ArrayList<>();
        var row = new CsvRow(separator);
        row.feed(first);
        while (row.isOpen() && more.size() < MOST_LINES) {
            String line = line();
            if (line == null) {
                break;
            }
            more.add(line);
            row.feed(line);
        }
        Optional<String> problem = row.problem(columns.size())
                .or(() -> row.fields().stream()
                        .flatMap(field -> ImportFile.whyUnread(field).stream())
                        .findFirst());
        if (problem.isEmpty()) {
            return new Found.Row(start, named(row.fields()));
        }
        if (row.isTorn()) {
            giveBack(more);
        }
        return new Found.Bad(start, problem.get());
    }

    private void giveBack(List<String> lines) {
        lines.reversed().forEach(givenBack::addFirst);
        number -= lines.size();
    }

    private @Nullable String line() throws IOException {
        String line = givenBack.isEmpty() ? in.readLine() : givenBack.removeFirst();
        if (line != null) {
            number++;
        }
        return line;
    }

    private Map<String, String> named(List<String> fields) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            values.putIfAbsent(columns.get(i), fields.get(i));
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
