package io.sallyport.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Findings of one expression: its group {@code value} where it has one, else the whole match. */
final class Matches {

    private Matches() {}

    static List<Finding> of(Kind kind, Pattern pattern, String text) {
        return of(kind, pattern, text, _ -> true);
    }

    static List<Finding> of(Kind kind, Pattern pattern, String text, Predicate<MatchResult> accepts) {
        var found = new ArrayList<Finding>();
        Matcher matcher = pattern.matcher(text);
        boolean isPart = pattern.namedGroups().containsKey("value");
        while (matcher.find()) {
            if (accepts.test(matcher)) {
                found.add(
                        isPart
                                ? Finding.at(kind, matcher.start("value"), matcher.end("value"))
                                : Finding.at(kind, matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    /** Whether one of the words stands shortly before the place, in the same or the previous sentence. */
    static boolean follows(Pattern words, String text, int place, int reach) {
        return words.matcher(text.substring(Math.max(0, place - reach), place)).find();
    }
}
