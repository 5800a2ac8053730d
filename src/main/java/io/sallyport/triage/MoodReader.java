package io.sallyport.triage;

import io.sallyport.casefile.Mood;
import io.sallyport.text.phrases.Concerns;
import io.sallyport.text.phrases.PhraseHit;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.Set;
import java.util.stream.Collectors;

/** How the customer sounds, by their words; the strongest word counts. */
final class MoodReader {

    private final Phrasebook book = Phrasebook.load(Concerns.COMMON, "/triage/moods.txt");

    Mood read(PlainWords words) {
        Set<String> found = book.find(words).stream().map(PhraseHit::section).collect(Collectors.toSet());
        if (found.contains("angry")) {
            return Mood.ANGRY;
        }
        if (found.contains("frustrated")) {
            return Mood.FRUSTRATED;
        }
        return found.contains("happy") ? Mood.HAPPY : Mood.CALM;
    }
}
