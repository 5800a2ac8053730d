package io.sallyport.answer;

import io.sallyport.casefile.Passage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a long section goes on with, which may take back what the piece before it says. */
final class NextPiece {

    /** "article:refunds#gift-cards", the section's second piece "article:refunds#gift-cards.2". */
    private static final Pattern ID = Pattern.compile("(.*#[^.#]*)(?:\\.(\\d{1,4}))?");

    private NextPiece() {}

    /** The passage's units, behind them those of the next piece of its section where that was found as well. */
    static List<Unit> joined(Passage passage, List<Passage> found) {
        String text = found.stream()
                .filter(other -> isNext(other, passage))
                .findFirst()
                .map(next -> passage.text() + "\n\n" + next.text())
                .orElse(passage.text());
        return PassageText.units(text);
    }

    private static boolean isNext(Passage other, Passage passage) {
        Matcher id = ID.matcher(passage.id());
        if (!id.matches() || !other.source().equals(passage.source())) {
            return false;
        }
        int number = id.group(2) == null ? 1 : Integer.parseInt(id.group(2));
        return other.id().equals(id.group(1) + "." + (number + 1));
    }
}
