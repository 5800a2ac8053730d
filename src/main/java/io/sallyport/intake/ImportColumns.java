package io.sallyport.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which column of a row holds what.
 *
 * @param id the row's own id; rows without one are known by their content
 * @param from the sender's address
 * @param at when it was written
 * @param thread the same in all messages of one conversation
 */
public record ImportColumns(
        Column id, Column from, Column subject, Column text, Column html, Column at, Column thread) {

    /** @param isNamed whether someone named it, so that a file without it is a mistake */
    public record Column(String name, boolean isNamed) {

        /** The column of this name, if the file has it. */
        public static Column usual(String name) {
            return new Column(name, false);
        }

        public static Column of(Optional<String> given, String usual) {
            return given.map(name -> new Column(name, true)).orElseGet(() -> usual(usual));
        }
    }

    public static ImportColumns usual() {
        return new ImportColumns(
                Column.usual("id"),
                Column.usual("from"),
                Column.usual("subject"),
                Column.usual("text"),
                Column.usual("html"),
                Column.usual("at"),
                Column.usual("thread"));
    }

    /** What a file with these columns lacks; empty when it can be read. */
    Optional<String> problemIn(List<String> columns) {
        String has = "; it has " + String.join(", ", columns);
        Optional<String> absent = Stream.of(id, from, subject, text, html, at, thread)
                .filter(column -> column.isNamed() && !columns.contains(column.name()))
                .map(column -> "there is no column '" + column.name() + "'" + has)
                .findFirst();
        boolean hasWords = Stream.of(text, html, subject).anyMatch(column -> columns.contains(column.name()));
        return hasWords
                ? absent
                : absent.or(() -> Optional.of("there is no column '" + text.name()
                        + "'; say with --text which one holds the customer's words" + has));
    }
}
