package io.sallyport.text;

import io.sallyport.text.ValueReader.Found;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern NUMERIC = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{2,4}");
    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}");
    private static final Pattern HOUR = Pattern.compile("\\d{1,2}");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Set<String> HALVES = Set.of("am", "pm");
    private static final Set<String> DOTTED_HALVES = Set.of("a.m", "p.m");
    private static final Set<String> INITIALS_OF_HALVES = Set.of("a", "p");

    private final List<Token> tokens;
    private final Figures figures;

    Dates(List<Token> tokens, Figures figures) {
        this.tokens = tokens;
        this.figures = figures;
    }

    Optional<Found> readDate(int at) {
        String word = lower(at);
        if (isFigure(word) && NUMERIC.matcher(word).matches()) {
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
        if (!isFigure(word)) {
            return Optional.empty();
        }
        boolean clock = CLOCK.matcher(word).matches();
        boolean hour = HOUR.matcher(word).matches();
        int half = halfOfDay(at + 1);
        if (!clock && !(hour && half > 0)) {
            return Optional.empty();
        }
        int hours = Integer.parseInt(clock ? word.substring(0, word.indexOf(':')) : word);
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
        if (!isFigure(word)) {
            return 0;
        }
        Matcher written = DAY.matcher(word);
        int day = written.matches() ? Integer.parseInt(written.group(1)) : 0;
        return day <= 31 ? day : 0;
    }

    private String yearAt(int at) {
        return figures.readAt(at).isPresent() && YEAR.matcher(lower(at)).matches() ? lower(at) : "";
    }

    /** How many tokens say a.m. or p.m. at this place. */
    private int halfOfDay(int at) {
        if (HALVES.contains(lower(at))) {
            return 1;
        }
        boolean dotted =
                INITIALS_OF_HALVES.contains(lower(at)) && ".".equals(lower(at + 1)) && "m".equals(lower(at + 2));
        if (DOTTED_HALVES.contains(lower(at))) {
            return ".".equals(lower(at + 1)) ? 2 : 1;
        }
        return dotted ? ".".equals(lower(at + 3)) ? 4 : 3 : 0;
    }

    /** Most words are none, and need not be compared with any pattern. */
    private static boolean isFigure(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
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
