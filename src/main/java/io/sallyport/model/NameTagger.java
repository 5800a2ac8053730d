package io.sallyport.model;

import io.sallyport.privacy.Finder;
import io.sallyport.privacy.Finding;
import io.sallyport.privacy.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds names of persons by what the embedded network says of each word in its sentence. About 10 ms for a short message. */
public final class NameTagger implements Finder {

    /**
     * Log odds above which a word is a name. Here 95 in 100 are found in sentences that the head did not learn from, and one in
     * fifteen other words that begin large is taken for one: what is masked too much comes back, what is not masked does not.
     */
    private static final double LIKELY = -1.5;

    /** And beside a name, where the rest of it stands. */
    private static final double LIKELY_BESIDE = -3.0;

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "da", "di", "del", "della", "la", "le", "du", "dos", "bin", "binti",
            "ibn", "al", "el", "zu", "ter", "ten", "y", "af");

    private static final String[] JOINED_BY = {"and", "&", ",", "or"};

    private static final Set<String> JOINTS = Set.of(".", "-", "'", "’");

    private final NameFeatures features;
    private final NameHead head;

    NameTagger(NameFeatures features, NameHead head) {
        this.features = features;
        this.head = head;
    }

    public static NameTagger shipped(BgeSmall network) {
        return new NameTagger(new NameFeatures(network), NameHead.shipped());
    }

    @Override
    public List<Finding> in(String text) {
        var words = NameWord.in(text);
        var isName = tag(words);
        repeat(words, isName);
        return joined(words, isName);
    }

    private boolean[] tag(List<NameWord> words) {
        var rows = features.of(words);
        var scores = new double[words.size()];
        var isName = new boolean[words.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = words.get(i).isWord() && !words.get(i).isHonorific()
                    ? head.score(rows.get(i))
                    : Double.NEGATIVE_INFINITY;
            isName[i] = scores[i] > LIKELY || isAddressed(words, i);
        }
        for (int i = 0; i < scores.length; i++) {
            isName[i] |= words.get(i).isLarge() && scores[i] > LIKELY_BESIDE && isBeside(words, isName, i);
        }
        return isName;
    }

    /** What begins large after "Mrs" or "Dr." is a name, whatever the head thinks of it. */
    private static boolean isAddressed(List<NameWord> words, int at) {
        if (at == 0 || !words.get(at).isLarge() || !words.get(at).isWord()) {
            return false;
        }
        return words.get(at - 1).isHonorific()
                || (at > 1
                        && words.get(at - 1).isOneOf(".")
                        && words.get(at - 2).isHonorific());
    }

    /** Right beside a name, or joined to one: in "Ek, Lund and Brown" all are of one kind. */
    private static boolean isBeside(List<NameWord> words, boolean[] isName, int at) {
        int before = at > 0 && words.get(at - 1).isOneOf(JOINED_BY) ? at - 2 : at - 1;
        int after = at + 1 < isName.length && words.get(at + 1).isOneOf(JOINED_BY) ? at + 2 : at + 1;
        return (before >= 0 && isName[before] && !words.get(at).isLineFirst())
                || (after < isName.length && isName[after] && !words.get(at + 1).isLineFirst());
    }

    /** Who is named once is meant wherever the same word stands. */
    private static void repeat(List<NameWord> words, boolean[] isName) {
        var named = new HashSet<String>();
        for (int i = 0; i < isName.length; i++) {
            if (isName[i] && words.get(i).text().length() > 2) {
                named.add(words.get(i).text().toLowerCase(Locale.ROOT));
            }
        }
        for (int i = 0; i < isName.length; i++) {
            isName[i] |=
                    words.get(i).isLarge() && named.contains(words.get(i).text().toLowerCase(Locale.ROOT));
        }
    }

    private static List<Finding> joined(List<NameWord> words, boolean[] isName) {
        var found = new ArrayList<Finding>();
        int at = 0;
        while (at < isName.length) {
            if (!isName[at]) {
                at++;
                continue;
            }
            int last = lastOf(words, isName, at);
            found.add(Finding.at(
                    Kind.NAME,
                    words.get(at).span().start(),
                    words.get(last).span().end()));
            at = last + 1;
        }
        return found;
    }

    /** Goes on over initials, particles and joints, as long as the name goes on behind them on the same line. */
    private static int lastOf(List<NameWord> words, boolean[] isName, int first) {
        int last = first;
        for (int i = first + 1;
                i < isName.length && i <= last + 4 && !words.get(i).isLineFirst();
                i++) {
            if (isName[i]) {
                last = i;
            } else if (!isBetween(words.get(i))) {
                break;
            }
        }
        return last;
    }

    private static boolean isBetween(NameWord word) {
        return JOINTS.contains(word.text())
                || (word.isLarge() && word.text().length() == 1)
                || PARTICLES.contains(word.text().toLowerCase(Locale.ROOT));
    }
}
