package io.sallyport.text.phrases;

import io.sallyport.text.Lexicon;
import io.sallyport.text.phrases.Part.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list of phrases, read from a resource. May be shared between threads. The notation, one entry a line:
 *
 * <pre>
 * # a comment
 * person = human, real person, member of staff    a name for phrases, for use further down
 * talk|speak to a? .. {person}                    | either word, ? may be missing, .. up to three words of any kind
 * escalat* this ... today                         * any ending, ... up to six words (.... up to nine)
 * lawyer~ wrote % times                           one letter may be wrong; % is any figure
 * ! software agent                                what overlaps this is not meant
 * ! if >                                          > the rest of the sentence
 * ^ cancel my order                               ^ only where a sentence begins with it
 * [section]                                       a heading; its exceptions hold for it alone, those of [all] for all
 * </pre>
 *
 * <p>Words are compared as {@link PlainWords} makes them, so case, accents, apostrophes and disguises do not matter. A
 * phrase stays within one sentence.
 */
public final class Phrasebook {

    /** @param opensSentence whether it is meant only where a sentence begins with it */
    record Entry(String section, boolean isException, boolean opensSentence, Sequence phrase) {
        int endIn(PlainWords.Sentence sentence, int from) {
            return opensSentence && !sentence.isOpenedBy(from) ? -1 : phrase.endIn(sentence, from);
        }
    }

    private final Openings exceptions;
    private final Openings phrases;

    private Phrasebook(List<Entry> entries) {
        this.exceptions =
                new Openings(entries.stream().filter(Entry::isException).toList());
        this.phrases = new Openings(
                entries.stream().filter(entry -> !entry.isException()).toList());
    }

    /**
     * @param resources read one after the other, so that names of the first may be used in the next
     * @throws IllegalArgumentException naming the list and the line that cannot be read
     */
    public static Phrasebook load(String... resources) {
        var reader = new PhraseReader();
        for (String resource : resources) {
            try {
                reader.read(Lexicon.lines(resource));
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException(resource + ": " + wrong.getMessage(), wrong);
            }
        }
        return new Phrasebook(reader.entries());
    }

    /**
     * @param more lines that are read after the resources and may use their names
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public static Phrasebook loadWith(List<String> more, String... resources) {
        var reader = new PhraseReader();
        for (String resource : resources) {
            reader.read(Lexicon.lines(resource));
        }
        reader.read(more);
        return new Phrasebook(reader.entries());
    }

    static Phrasebook of(List<String> lines) {
        var reader = new PhraseReader();
        reader.read(lines);
        return new Phrasebook(reader.entries());
    }

    /** What is found first in the text. */
    public Optional<PhraseHit> findFirst(PlainWords text) {
        return find(text).stream().findFirst();
    }

    /** Everything found, in the order of the text. */
    public List<PhraseHit> find(PlainWords text) {
        List<PhraseHit> found = hits(phrases, text);
        if (found.isEmpty()) {
            return found;
        }
        List<PhraseHit> notMeant = hits(exceptions, text);
        return found.stream()
                .filter(hit -> notMeant.stream()
                        .noneMatch(exception -> exception.overlaps(hit)
                                && (exception.section().isEmpty()
                                        || exception.section().equals(hit.section()))))
                .toList();
    }

    private static List<PhraseHit> hits(Openings openings, PlainWords text) {
        var found = new ArrayList<PhraseHit>();
        for (int from = 0; from < text.size(); from++) {
            List<Entry> entries = openings.at(text.word(from));
            if (entries.isEmpty()) {
                continue;
            }
            PlainWords.Sentence sentence = text.sentenceOf(from);
            for (Entry entry : entries) {
                int to = entry.endIn(sentence, from);
                if (to > from) {
                    found.add(new PhraseHit(entry.section(), text.quote(from, to), from, to));
                }
            }
        }
        return List.copyOf(found);
    }
}
