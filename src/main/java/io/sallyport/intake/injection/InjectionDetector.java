package io.sallyport.intake.injection;

import io.sallyport.casefile.Screening.InjectionMark;
import io.sallyport.text.phrases.Phrasebook;
import io.sallyport.text.phrases.PlainWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Marks passages that read like orders to a machine. A mark decides nothing by itself: what the machine may do never follows
 * from a customer's words, marked or not. May be shared between threads.
 */
public final class InjectionDetector {

    /** More marks than these tell a reader nothing new. */
    private static final int MOST_MARKS = 10;

    private static final int LONGEST_PASSAGE = 300;

    private final Phrasebook phrases = Phrasebook.load("/intake/injection.txt");

    /** In what the customer wrote. */
    public List<InjectionMark> find(String text) {
        var marks = new ArrayList<InjectionMark>();
        Markup.find(text).forEach(marks::add);
        marks.addAll(inWords(text));
        Encoded.textsIn(text)
                .forEach(decoded -> inWords(decoded.text()).stream()
                        .findFirst()
                        .ifPresent(_ -> marks.add(new InjectionMark("encoded", shortened(decoded.written())))));
        return first(marks);
    }

    /** In what the customer quoted, such as a mail of somebody else's. */
    public List<InjectionMark> findInQuoted(String text) {
        return find(text);
    }

    /** In what is on a page but not to be seen on it: the same, said to be hidden. */
    public List<InjectionMark> findInHidden(String text) {
        return find(text).stream()
                .map(mark -> new InjectionMark("hidden-" + mark.kind(), mark.passage()))
                .toList();
    }

    private List<InjectionMark> inWords(String text) {
        return phrases.find(PlainWords.of(text)).stream()
                .map(hit -> new InjectionMark(hit.section(), shortened(hit.words())))
                .toList();
    }

    /** One mark for each passage, in the order found. */
    private static List<InjectionMark> first(List<InjectionMark> marks) {
        List<InjectionMark> kept = new ArrayList<>();
        for (InjectionMark mark : marks) {
            boolean isNew = kept.stream().noneMatch(one -> one.passage().contains(mark.passage()));
            if (isNew && kept.size() < MOST_MARKS) {
                kept.add(mark);
            }
        }
        return List.copyOf(kept);
    }

    static String shortened(String passage) {
        return passage.length() <= LONGEST_PASSAGE ? passage : passage.substring(0, LONGEST_PASSAGE);
    }

    /** What every detector of this room gives back. */
    static Stream<InjectionMark> marks(String kind, Stream<String> passages) {
        return passages.map(passage -> new InjectionMark(kind, shortened(passage.strip())));
    }
}
