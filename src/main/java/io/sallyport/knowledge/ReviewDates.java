package io.sallyport.knowledge;

import io.sallyport.platform.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The newest date for each path of a tab-separated file.
 *
 * @param byPath paths as the file writes them
 * @param by who vouches for the dates
 * @param unread lines that say no date or path, as {@code line 3: …}
 */
public record ReviewDates(Map<String, LocalDate> byPath, String by, List<String> unread) {

    public ReviewDates {
        byPath = Map.copyOf(byPath);
        unread = List.copyOf(unread);
        if (!ReviewerName.isPerson(by)) {
            throw new IllegalArgumentException("review dates need a person's name, not '" + by + "'");
        }
    }

    /**
     * @param pathColumn a number counted from 1, or a name in the file's first line
     * @param dateColumn likewise; its values start with a date such as 2026-06-02
     */
    public static ReviewDates read(Path file, String pathColumn, String dateColumn, String by) throws IOException {
        var lines = TextLines.read(file);
        var header = lines.isEmpty() ? List.<String>of() : columns(lines.getFirst());
        var path = columnNumber(pathColumn, header, file);
        var date = columnNumber(dateColumn, header, file);
        var named = !isNumber(pathColumn) || !isNumber(dateColumn);
        var newest = new HashMap<String, LocalDate>();
        var unread = new ArrayList<String>();
        for (var number = named ? 2 : 1; number <= lines.size(); number++) {
            var columns = columns(lines.get(number - 1));
            var day = dateIn(columns, date);
            if (day.isPresent() && columns.size() > path && !columns.get(path).isBlank()) {
                newest.merge(columns.get(path).replace('\\', '/'), day.get(), ReviewDates::later);
            } else if (!lines.get(number - 1).isBlank()) {
                unread.add("line " + number + ": no date and path in it");
            }
        }
        return new ReviewDates(newest, by, unread);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<String> columns(String line) {
        return List.of(line.split("\t", -1));
    }

    private static boolean isNumber(String column) {
        return column.matches("[1-9]\\d{0,3}");
    }

    private static int columnNumber(String column, List<String> header, Path file) {
        var number = isNumber(column) ? Integer.parseInt(column) - 1 : header.indexOf(column);
        if (number < 0 || number >= header.size()) {
            throw new IllegalArgumentException(
                    file + " has no column '" + column + "'; its first line is: " + String.join(" | ", header));
        }
        return number;
    }

    private static Optional<LocalDate> dateIn(List<String> columns, int number) {
        try {
            return columns.size() > number && columns.get(number).strip().length() >= 10
                    ? Optional.of(LocalDate.parse(columns.get(number).strip().substring(0, 10)))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /**
     * Dates by path within the imported folder. The listed paths may start elsewhere, such as at a repository's root: of
     * all leading folders the one that fits the most files is taken off.
     */
    Map<String, LocalDate> alignedTo(Collection<String> files) {
        var leading = leadingFolder(files);
        var aligned = new HashMap<String, LocalDate>();
        for (var file : files) {
            Optional.ofNullable(byPath.get(leading + file)).ifPresent(date -> aligned.put(file, date));
        }
        return aligned;
    }

    private String leadingFolder(Collection<String> files) {
        var fits = new HashMap<String, Integer>();
        for (var path : byPath.keySet()) {
            for (var at = 0; at >= 0; at = nextStart(path, at)) {
                if (files.contains(path.substring(at))) {
                    fits.merge(path.substring(0, at), 1, Integer::sum);
                }
            }
        }
        return fits.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparingInt(String::length))))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static int nextStart(String path, int from) {
        var slash = path.indexOf('/', from);
        return slash < 0 ? -1 : slash + 1;
    }
}
