package io.sallyport.answer;

import io.sallyport.casefile.Mood;
import io.sallyport.text.Lexicon;
import java.util.List;
import java.util.Locale;

/** The courtesies around an answer. Each is on the Grounding gate's list of sentences that claim nothing. */
final class Frames {

    /** What a courtesy does in a reply. */
    enum Part {
        GREET_BY_NAME,
        GREET,
        ACKNOWLEDGE,
        LEAD_IN,
        LEAD_IN_STEPS,
        NEED_DETAIL,
        NEXT_STEP,
        JUST_REPLY,
        CLOSE,
        SIGN_COMPANY,
        SIGN,
        DISCLOSE
    }

    private static final String ANY = "any";

    private final List<List<String>> rows;

    private Frames(List<List<String>> rows) {
        this.rows = rows;
    }

    /** @throws IllegalStateException when a part has no frame for some mood */
    static Frames shipped() {
        var frames = new Frames(Lexicon.rows("/answer/frames.txt"));
        for (Part part : Part.values()) {
            for (Mood mood : Mood.values()) {
                frames.text(part, mood);
            }
        }
        return frames;
    }

    String text(Part part, Mood mood) {
        return rows.stream()
                .filter(row -> row.getFirst().equals(label(part)))
                .filter(row -> row.get(1).equals(label(mood)) || row.get(1).equals(ANY))
                .map(List::getLast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no frame for " + label(part) + " and " + label(mood)));
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
