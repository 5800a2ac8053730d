package io.sallyport.text;

import io.sallyport.text.ValueReader.Found;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads calendar dates and times of day. A date written 3/4/2026 keeps its order, as nobody can tell the month. */
final class Dates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Set<String> FULL = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private final List<Token> tokens;
    private final Figures figures;

    Dates(List<Token> tokens, Figures figures) {
        this.tokens = tokens;
        this.figures = figures;
    }

    Optional<Found> readDate(int at) {
        String word = lower(at);
        if (word.matches("\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4}")) {
            return found(Value.Kind.DATE, word, at, at + 1);
        }
        int month = monthAt(at);
        return month > 0 ? readFromMonth(month, at) : readFromDay(at);
    }

    Optional<Found> readTime(int at) {
        String word = lower(at);
        if ("noon".equals(word) || "midnight".equals(word)) {
            return found(Value.Kind.TIME, "noon".equals(word) ? "12:00" : "00:00", at, at + 1);
        }
        boolean clock = word.matches("\\d{1,2}:\\d{2}");
        boolean hour = word.matches("\\d{1,2}");
        int half = halfOfDay(at + 1);
        if (!clock && !(hour && half > 0)) {
            return Optional.empty();
        }
        int hours = Integer.parseInt(word.replaceFirst(":.*", ""));
        String minutes = clock ? word.substring(word.indexOf(':') + 1) : "00";
        if (half > 0) {
            hours = hours % 12 + (isAfternoon(at + 1) ? 12 : 0);
        }
        return found(Value.Kind.TIME, "%02d:%s".formatted(hours, minutes), at, at + 1 + half);
    }

    private Optional<Found> readFromMonth(int month, int at) {
        int dayAt = ".".equals(lower(at + 1)) ? at + 2 : at + 1;
        int day = dayOf(dayAt);
        if (day > 0) {
            int yearAt = ",".equals(lower(dayAt + 1)) ? dayAt + 2 : dayAt + 1;
            return dated(month, day, yearAt, dayAt + 1, at);
        }
        String year = yearAt(dayAt);
        // "may" and "march" are words, too; a month alone must look like a name.
        boolean named = at > 0 && tokens.get(at).isCapitalised() && FULL.contains(lower(at));
        if (year.isEmpty() && !named) {
            return Optional.empty();
        }
        return found(
                Value.Kind.DATE,
                (year.isEmpty() ? "" : year + "-") + "%02d".formatted(month),
                at,
                year.isEmpty() ? at + 1 : dayAt + 1);
    }

    private Optional<Found> readFromDay(int at) {
        int day = dayOf(at);
        int monthAt = "of".equals(lower(at + 1)) ? at + 2 : at + 1;
        int month = day > 0 ? monthAt(monthAt) : 0;
        if (month == 0 || !tokens.get(monthAt).isCapitalised()) {
            return Optional.empty();
        }
        int yearAt = Set.of(",", ".").contains(lower(monthAt + 1)) ? monthAt + 2 : monthAt + 1;
        return dated(month, day, yearAt, monthAt + 1, at);
    }

    private Optional<Found> dated(int month, int day, int yearAt, int nextWithoutYear, int at) {
        String year = yearAt(yearAt);
        String normal = (year.isEmpty() ? "" : year + "-") + "%02d-%02d".formatted(month, day);
        return found(Value.Kind.DATE, normal, at, year.isEmpty() ? nextWithoutYear : yearAt + 1);
    }

    private int monthAt(int at) {
        String word = lower(at);
        if (word.length() < 3 || !(FULL.contains(word) || MONTHS.contains(word) || "sept".equals(word))) {
            return 0;
        }
        return MONTHS.indexOf(word.substring(0, 3)) + 1;
    }

    private int dayOf(int at) {
        String word = lower(at);
        if (word.matches("\\d{1,2}(?:st|nd|rd|th)?")) {
            int day = Integer.parseInt(word.replaceAll("\\D", ""));
            return day <= 31 ? day : 0;
        }
        return 0;
    }

    private String yearAt(int at) {
        return figures.readAt(at).isPresent() && lower(at).matches("(?:19|20)\\d{2}") ? lower(at) : "";
    }

    /** How many tokens say a.m. or p.m. at this place. */
    private int halfOfDay(int at) {
        if (Set.of("am", "pm").contains(lower(at))) {
            return 1;
        }
        boolean dotted = Set.of("a", "p").contains(lower(at)) && ".".equals(lower(at + 1)) && "m".equals(lower(at + 2));
        if (lower(at).matches("[ap]\\.m")) {
            return ".".equals(lower(at + 1)) ? 2 : 1;
        }
        return dotted ? ".".equals(lower(at + 3)) ? 4 : 3 : 0;
    }

    private boolean isAfternoon(int at) {
        return lower(at).startsWith("p");
    }

    private String lower(int at) {
        return at < tokens.size() ? tokens.get(at).lower() : "";
    }

    private Optional<Found> found(Value.Kind kind, String normal, int from, int next) {
        var span = new TextSpan(
                tokens.get(from).span().start(), tokens.get(next - 1).span().end());
        return Optional.of(new Found(new Value(kind, normal, span), next));
    }
}
