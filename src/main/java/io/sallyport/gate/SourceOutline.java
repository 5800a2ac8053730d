package io.sallyport.gate;

import io.sallyport.text.Denying;
import io.sallyport.text.Leaning;
import io.sallyport.text.Markers;
import io.sallyport.text.Markers.Marker;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** In which order a source's sentences stand, under which line, and which of them the next one takes back. */
final class SourceOutline {

    /** An entry of a list or a row of a table. */
    private static final Pattern ENTRY = Pattern.compile("^\\s*(?:(?:[-*+•‣▪◦]|\\d{1,3}[.)])\\s+\\S|\\|).*");

    private static final Pattern ENDS_LIKE_SENTENCE = Pattern.compile("(?s).*[.!:][\"')\\]”’]*");
    private static final String FENCE = "```";

    private static final Pattern STEP = Pattern.compile("^\\s*\\d{1,3}[.)]\\s.*");

    /** A lead-in that says of whom, when or where its entries hold. */
    private static final Pattern NARROWS = Pattern.compile(
            "(?s)(?:(?:if|only|unless)\\s.*"
                    + "|(?:.*[\\s,])?(?:with|for|on|in|during|after|before|until)\\s"
                    + ".*\\b(?:plans?|tiers?|editions?|trial)\\b.*"
                    + "|for\\s.*\\b(?:customers|members|owners|admins|orders)\\b.*):",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OPENING_CLAUSE = Pattern.compile(
            "^(?:if|when|where|because|since|as|to|for|imagine)\\b[^,:]*[,:]", Pattern.CASE_INSENSITIVE);

    /** It adds another way to what the sentence before allows; what that denies it would take back. */
    private static final Pattern OFFERS = Pattern.compile(
            "(?s)(?:however|but),? (?:if [^,]*, )?you can (?:still|always|also)\\b.*", Pattern.CASE_INSENSITIVE);

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
    private final Map<String, String> takenBack = new HashMap<>();
    private final List<String> paragraph = new ArrayList<>();
    /** The last sentence of the paragraph above. */
    private String above = "";
    /** Whether nothing stands between it and what is read. */
    private boolean isDirectlyBelow;
    /** Whether the entry that is read, or went on with, has a number. */
    private boolean isInSteps;

    private SourceOutline(String text) {
        this.sentences = SentenceSplitter.split(text);
        text.lines().forEach(this::read);
        endParagraph();
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

    List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** For each place where it stands what leads up to it, from the nearest sentence that leans on none. */
    List<String> leadUps(String sentence) {
        var found = new ArrayList<String>();
        for (int at = 1; at < sentences.size(); at++) {
            if (sentences.get(at).equals(sentence)) {
                int from = at - 1;
                while (from > 0 && Leaning.leans(sentences.get(from))) {
                    from--;
                }
                found.add(String.join(" ", sentences.subList(from, at)));
            }
        }
        return found;
    }

    /** The line over the sentence's list, table or paragraph when it denies or narrows what they seem to say. */
    Optional<String> findRestriction(String sentence) {
        return Optional.ofNullable(restrictions.get(sentence));
    }

    /** The sentence right behind it in its paragraph that takes something back of what it says. */
    Optional<String> findTakingBack(String sentence) {
        return Optional.ofNullable(takenBack.get(sentence));
    }

    private void read(String line) {
        boolean goesOn = line.startsWith("  ") && !(above.isEmpty() && paragraph.isEmpty());
        if (ENTRY.matcher(line).matches() || goesOn) {
            endParagraph();
            List<String> said = SentenceSplitter.split(line);
            takeBack(said);
            isInSteps = STEP.matcher(line).matches()
                    || (isInSteps && !ENTRY.matcher(line).matches());
            boolean isAnswer = above.endsWith("?")
                    && isInSteps
                    && ENDS_LIKE_SENTENCE.matcher(line).matches();
            if (restricts(above) && !isAnswer) {
                restrict(said);
            }
            isDirectlyBelow = false;
        } else if (line.isBlank() || line.startsWith(FENCE)) {
            endParagraph();
            above = line.isBlank() ? above : "";
        } else {
            paragraph.add(line);
            if (line.stripTrailing().endsWith(":")) {
                endParagraph();
            }
        }
    }

    /** A line that does not end like a sentence is a heading, which begins something else. */
    private void endParagraph() {
        if (paragraph.isEmpty()) {
            return;
        }
        String text = String.join("\n", paragraph);
        List<String> said = SentenceSplitter.split(text);
        takeBack(said);
        if (isDirectlyBelow
                && leadsIn(above)
                && ENDS_LIKE_SENTENCE.matcher(text).matches()) {
            restrict(said);
        }
        above = said.isEmpty() ? "" : said.getLast();
        isDirectlyBelow = true;
        paragraph.clear();
    }

    private void takeBack(List<String> said) {
        for (int at = 1; at < said.size(); at++) {
            String before = said.get(at - 1);
            if (takesBack(said.get(at), before)) {
                takenBack.put(before, said.get(at));
            }
        }
    }

    private static boolean takesBack(String sentence, String before) {
        boolean merelyOffers = OFFERS.matcher(sentence).matches() && !denies(before);
        return Leaning.takesBack(sentence) && !merelyOffers;
    }

    /** What denies for itself needs no such line. */
    private void restrict(List<String> said) {
        said.stream().filter(one -> !denies(one)).forEach(one -> restrictions.put(one, above));
    }

    private static boolean restricts(String above) {
        return leadsIn(above) || Denying.opens(above);
    }

    private static boolean leadsIn(String above) {
        return above.endsWith(":") && (denies(above) || NARROWS.matcher(above).matches());
    }

    /** What an opening clause says ("If nothing arrives, …") is not said of the entries. */
    private static boolean denies(String line) {
        var found = Markers.kindsIn(OPENING_CLAUSE.matcher(line).replaceFirst(""));
        return RESTRICTING.stream().anyMatch(found::contains);
    }
}
