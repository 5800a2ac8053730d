package io.sallyport.escalation.packet;

import io.sallyport.text.Lexicon;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By what words a sentence is known to say something that people need. Immutable. */
public final class Cues {

    /** What a sentence may say. */
    public enum Cue {
        COURTESY,
        TRIED,
        RESULT,
        STEPS,
        EXPECTED,
        ACTUAL,
        ENVIRONMENT,
        WORKFLOW,
        TIME,
        CHARGE,
        ORDER,
        UNKNOWN,
        PROMISE
    }

    private static final String LIST = "/escalation/cues.txt";

    private static final Map<Cue, Pattern> PATTERNS = read();

    private Cues() {}

    public static boolean isIn(String sentence, Cue cue) {
        return find(sentence, cue).isPresent();
    }

    /** Where the first such words begin. */
    public static OptionalInt find(String sentence, Cue cue) {
        Matcher matcher = pattern(cue).matcher(sentence);
        return matcher.find() ? OptionalInt.of(matcher.start()) : OptionalInt.empty();
    }

    /** How many such words there are. */
    static int count(String sentence, Cue cue) {
        return Math.toIntExact(pattern(cue).matcher(sentence).results().count());
    }

    private static Pattern pattern(Cue cue) {
        return Optional.ofNullable(PATTERNS.get(cue))
                .orElseThrow(() -> new IllegalStateException(LIST + " has nothing for " + cue));
    }

    private static Map<Cue, Pattern> read() {
        var all = new EnumMap<Cue, StringBuilder>(Cue.class);
        for (List<String> row : Lexicon.rows(LIST)) {
            Cue cue = Cue.valueOf(row.getFirst().toUpperCase(Locale.ROOT));
            var pattern = all.computeIfAbsent(cue, _ -> new StringBuilder());
            pattern.append(pattern.isEmpty() ? "" : "|")
                    .append("(?:")
                    .append(row.get(1))
                    .append(')');
        }
        var patterns = new EnumMap<Cue, Pattern>(Cue.class);
        all.forEach((cue, pattern) -> patterns.put(cue, Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE)));
        return Map.copyOf(patterns);
    }
}
