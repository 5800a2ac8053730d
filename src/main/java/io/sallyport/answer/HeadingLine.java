package io.sallyport.answer;

import io.sallyport.casefile.Passage;
import io.sallyport.text.SentenceSplitter;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The heading over a quote, where an article says other things under other headings: what is said of refunds may be of
 * annual plans only.
 */
final class HeadingLine {

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

    /** The quote, under its heading where it needs that, and none where the heading cannot be said. */
    List<Picked> over(List<Picked> quote) {
        if (quote.isEmpty() || !isNeeded(quote)) {
            return quote;
        }
        Passage passage = quote.getFirst().passage();
        String heading = RankSignal.lastHeading(passage);
        if (heading.endsWith("?")) {
            // A question of the article's own is no claim, and half the answer where the quote only says yes or no.
            return SAYS_YES_OR_NO.matcher(quote.getFirst().unit().text()).matches() ? List.of() : quote;
        }
        boolean canBeSaid = SentenceSplitter.split(heading).equals(List.of(heading)) && !banned.contains(heading);
        return canBeSaid ? under(heading, quote) : List.of();
    }

    private static List<Picked> under(String heading, List<Picked> quote) {
        var line = new Unit(heading, Unit.Form.PROSE, -1, false, false);
        var all = new ArrayList<>(List.of(new Picked(quote.getFirst().passage(), line)));
        all.addAll(quote);
        return List.copyOf(all);
    }

    /** Whether it tells the passage from its siblings by a word that neither the customer nor the quote says. */
    private boolean isNeeded(List<Picked> quote) {
        Passage passage = quote.getFirst().passage();
        String parent = parent(passage);
        if (parent.isEmpty() || found.stream().noneMatch(other -> isSibling(other, passage, parent))) {
            return false;
        }
        var words = new HashSet<>(Words.content(RankSignal.lastHeading(passage)));
        Words.content(parent).forEach(words::remove);
        Words.content(question.text()).forEach(words::remove);
        quote.forEach(one -> Words.content(one.unit().text()).forEach(words::remove));
        return !words.isEmpty();
    }

    private static boolean isSibling(Passage other, Passage passage, String parent) {
        return AnswerSignal.isOneArticle(other, passage)
                && !other.heading().equals(passage.heading())
                && parent(other).equals(parent);
    }

    private static String parent(Passage passage) {
        int last = passage.heading().lastIndexOf('›');
        return last < 0 ? "" : passage.heading().substring(0, last).strip();
    }
}
