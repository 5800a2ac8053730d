package io.sallyport.gate;

import io.sallyport.text.Markers;
import io.sallyport.text.Markers.Marker;
import io.sallyport.text.SentenceSplitter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** In which order a source's sentences stand, and which line a list stands under. */
final class SourceOutline {

    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*+•‣▪◦]|\\d{1,3}[.)])\\s+\\S.*");
    /** A heading or lead-in that denies from its first word. */
    private static final Pattern DENIES = Pattern.compile(
            "(?s)(?:not?|never|without|except(?:ions?|ed)?|excluded|exclusions?)\\b.*", Pattern.CASE_INSENSITIVE);

    /** A lead-in that says of whom, when or where its entries hold. */
    private static final Pattern NARROWS = Pattern.compile(
            "(?s)(?:(?:if|only|unless)\\s.*"
                    + "|(?:.*[\\s,])?(?:with|for|on|in|during|after|before|until)\\s.*\\b(?:plans?|tiers?|editions?|trial)\\b.*"
                    + "|for\\s.*\\b(?:customers|members|owners|admins|orders)\\b.*):",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OPENING_CLAUSE = Pattern.compile(
            "^(?:if|when|where|because|since|as|to|for|imagine)\\b[^,:]*[,:]", Pattern.CASE_INSENSITIVE);

    private static final Set<Marker> RESTRICTING = EnumSet.of(
            Marker.NOT,
            Marker.NEVER,
            Marker.NONE,
            Marker.NO_LONGER,
            Marker.WITHOUT,
            Marker.EXCEPT,
            Marker.UNLESS,
            Marker.INSTEAD);

    private final List<String> sentences;
    private final Map<String, String> restrictions = new HashMap<>();

    private SourceOutline(String text) {
        this.sentences = SentenceSplitter.split(text);
        String above = "";
        for (String line : text.split("\n", -1)) {
            boolean goesOn = line.startsWith("  ");
            if (ITEM.matcher(line).matches() || (goesOn && !above.isEmpty())) {
                addEntry(line, above);
            } else if (!line.isBlank()) {
                List<String> said = SentenceSplitter.split(line);
                above = said.isEmpty() ? "" : said.getLast();
            }
        }
    }

    static SourceOutline of(String text) {
        return new SourceOutline(text);
    }

    boolean follows(String before, String sentence) {
        for (int at = 1; at < sentences.size(); at++) {
            if (sentences.get(at).equals(sentence) && sentences.get(at - 1).equals(before)) {
                return true;
            }
        }
        return false;
    }

    /** The line over the sentence's list when it denies or narrows what its entries seem to say. */
    Optional<String> findRestriction(String sentence) {
        return Optional.ofNullable(restrictions.get(sentence));
    }

    /** An entry that denies for itself needs no such line. */
    private void addEntry(String line, String above) {
        if (restricts(above)) {
            SentenceSplitter.split(line).stream()
                    .filter(entry -> !denies(entry))
                    .forEach(entry -> restrictions.put(entry, above));
        }
    }

    private static boolean restricts(String above) {
        boolean leadsIn =
                above.endsWith(":") && (denies(above) || NARROWS.matcher(above).matches());
        return leadsIn || DENIES.matcher(above).matches();
    }

    /** What an opening clause says ("If nothing arrives, …") is not said of the entries. */
    private static boolean denies(String line) {
        var found = Markers.kindsIn(OPENING_CLAUSE.matcher(line).replaceFirst(""));
        return RESTRICTING.stream().anyMatch(found::contains);
    }
}
