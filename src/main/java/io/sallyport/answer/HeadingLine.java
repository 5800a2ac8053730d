package io.sallyport.answer;

import io.sallyport.casefile.Passage;
import io.sallyport.text.Denying;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The headings over a quote, where an article says other things under other headings: what is said of refunds may be of
 * annual plans only. A list needs every heading above it that denies, whoever has said its words.
 */
final class HeadingLine {

    /** Where a heading stands: in no paragraph or list. */
    static final int BLOCK = -1;

    /** "Why do no alerts arrive?" denies nothing of what stands below: those are the reasons. */
    private static final Pattern ASKS_WHY_OR_HOW =
            Pattern.compile("(?:why|how)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern SAYS_YES_OR_NO =
            Pattern.compile("(?:yes|no|not|there (?:is|are) no)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Question question;
    private final List<Passage> found;
    private final Set<String> banned;

    /** @param banned sentences that may not stand in the reply, flat */
    HeadingLine(Question question, List<Passage> found, Set<String> banned) {
        this.question = question;
        this.found = found;
        this.banned = banned;
    }

    /** The quote, under those of its headings that it needs, and none where one of them cannot be said. */
    List<Picked> over(List<Picked> quote) {
        if (quote.isEmpty()) {
            return quote;
        }
        Passage passage = quote.getFirst().passage();
        List<String> path = path(passage);
        var lines = new ArrayList<Picked>();
        for (int level = 0; level < path.size(); level++) {
            String heading = path.get(level);
            boolean isDenied = isDeniedList(heading, level, quote);
            if (!isDenied && (!tellsApart(level, quote, path) || isMereQuestion(level, quote, path))) {
                continue;
            }
            // An article's title is no part of the text that can be cited.
            List<String> sentences = level == 0 ? List.of() : SentenceSplitter.split(heading);
            if (sentences.isEmpty() || !sentences.stream().allMatch(this::canBeSaid)) {
                return List.of();
            }
            sentences.forEach(
                    one -> lines.add(new Picked(passage, new Unit(one, Unit.Form.PROSE, BLOCK, false, false, false))));
        }
        lines.addAll(quote);
        return List.copyOf(lines);
    }

    /**
     * A question of the article's own is no claim. It is half the answer where the quote only says yes or no, or where what stands
     * below another has the same heading.
     */
    private boolean isMereQuestion(int level, List<Picked> quote, List<String> path) {
        Passage passage = quote.getFirst().passage();
        return path.get(level).endsWith("?")
                && !SAYS_YES_OR_NO.matcher(quote.getFirst().unit().text()).matches()
                && found.stream()
                        .filter(other -> partsAt(level, other, passage, path))
                        .noneMatch(other -> path(other).getLast().equals(path.getLast()));
    }

    private boolean canBeSaid(String sentence) {
        return !sentence.endsWith("?") && !banned.contains(sentence);
    }

    /** Whole steps are something to do: below a question, or a title, nobody takes them for what it denies. */
    private static boolean isDeniedList(String heading, int level, List<Picked> quote) {
        boolean isUnsaid = level == 0 || heading.endsWith("?");
        return Denying.isSaidIn(heading)
                && !ASKS_WHY_OR_HOW.matcher(heading).matches()
                && quote.stream()
                        .map(Picked::unit)
                        .filter(unit -> unit.form() != Unit.Form.PROSE && !deniesForItself(unit))
                        .anyMatch(unit -> !(isUnsaid && unit.form() == Unit.Form.STEP && unit.endsLikeSentence()));
    }

    /** "Goods not in their box" does not: it would be taken for what is allowed. */
    private static boolean deniesForItself(Unit unit) {
        return unit.endsLikeSentence() && Denying.negates(unit.text());
    }

    /** Whether it tells the passage from others by a word that neither the customer nor the quote says. */
    private boolean tellsApart(int level, List<Picked> quote, List<String> path) {
        Passage passage = quote.getFirst().passage();
        if (level == 0 || found.stream().noneMatch(other -> partsAt(level, other, passage, path))) {
            return false;
        }
        var words = new HashSet<>(Words.content(String.join(" ", SentenceSplitter.split(path.get(level)))));
        path.subList(0, level).forEach(above -> Words.content(above).forEach(words::remove));
        Words.content(question.text()).forEach(words::remove);
        quote.forEach(one -> Words.content(one.unit().text()).forEach(words::remove));
        return !words.isEmpty();
    }

    private static boolean partsAt(int level, Passage other, Passage passage, List<String> path) {
        List<String> others = path(other);
        return AnswerSignal.isOneArticle(other, passage)
                && others.size() > level
                && others.subList(0, level).equals(path.subList(0, level))
                && !others.get(level).equals(path.get(level));
    }

    /** The article's title first. */
    private static List<String> path(Passage passage) {
        return List.of(passage.heading().split(" › "));
    }
}
