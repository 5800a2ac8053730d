package io.sallyport.intake.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row, fed line by line: a quoted value may hold line ends. */
final class CsvRow {

    private enum Place {
        START,
        PLAIN,
        QUOTED,
        BEHIND_QUOTE
    }

    private final char separator;
    private final List<String> fields = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private Place place = Place.START;
    private boolean hasStray;

    CsvRow(char separator) {
        this.separator = separator;
    }

    void feed(String line) {
        if (place == Place.QUOTED) {
            value.append('\n');
        }
        line.chars().forEach(c -> take((char) c));
        if (place != Place.QUOTED) {
            endValue();
        }
    }

    /** Inside a quoted value, so that the next line belongs to it. */
    boolean isOpen() {
        return place == Place.QUOTED;
    }

    /** Its quotes do not work out, so nobody can say where it ends. */
    boolean isTorn() {
        return isOpen() || hasStray;
    }

    List<String> fields() {
        return List.copyOf(fields);
    }

    Optional<String> problem(int columns) {
        if (isOpen()) {
            return Optional.of("a quote is opened and never closed");
        }
        if (hasStray) {
            return Optional.of("characters behind a closing quote; a quote inside a value is written twice");
        }
        return fields.size() == columns
                ? Optional.empty()
                : Optional.of(fields.size() + " values where the first line names " + columns + " columns");
    }

    private void take(char c) {
        switch (place) {
            case START -> {
                if (c == '"') {
                    place = Place.QUOTED;
                } else {
                    place = Place.PLAIN;
                    plain(c);
                }
            }
            case PLAIN -> plain(c);
            case QUOTED -> {
                if (c == '"') {
                    place = Place.BEHIND_QUOTE;
                } else {
                    value.append(c);
                }
            }
            case BEHIND_QUOTE -> behindQuote(c);
        }
    }

    private void plain(char c) {
        if (c == separator) {
            endValue();
        } else {
            value.append(c);
        }
    }

    private void behindQuote(char c) {
        if (c == separator) {
            endValue();
        } else if (c == '"') {
            value.append(c);
            place = Place.QUOTED;
        } else if (!Character.isWhitespace(c)) {
            hasStray = true;
        }
    }

    private void endValue() {
        fields.add(value.toString());
        value.setLength(0);
        place = Place.START;
    }
}
