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

    /** Log odds above which a word is a name: half as likely as not is enough, since what is masked too much comes back. */
    private static final double LIKELY = -0.7;

    /** And beside a name, where the rest of it stands. */
    private static final double LIKELY_BESIDE = -2.0;

    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "da", "di", "del", "della", "la", "le", "du", "dos", "bin", "binti",
            "ibn", "al", "el", "zu", "ter", "ten", "y", "af");

    private static final Set<String> JOINTS = Set.of(".", "-", "'", "’");

    private final BgeSmall network;
    private final NameHead head;

    NameTagger(BgeSmall network, NameHead head) {
        this.network = network;
        this.head = head;
    }

    public static NameTagger shipped(BgeSmall network) {
        return new NameTagger(network, NameHead.shipped());
    }

    @Override
    public List<Finding> in(String text) {
        var words = NameWord.in(text);
        var isName = tag(words);
        repeat(words, isName);
        return joined(words, isName);
    }

    private boolean[] tag(List<NameWord> words) {
        var rows = NameFeatures.of(network, words);
        var scores = new double[words.size()];
        var isName = new boolean[words.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = words.get(i).isWord() ? head.score(rows.get(i)) : Double.NEGATIVE_INFINITY;
            isName[i] = scores[i] > LIKELY;
        }
        for (int i = 0; i < scores.length; i++) {
            isName[i] |= words.get(i).isLarge() && scores[i] > LIKELY_BESIDE && isBeside(words, isName, i);
        }
        return isName;
    }

    private static boolean isBeside(List<NameWord> words, boolean[] isName, int at) {
        return (at > 0 && isName[at - 1] && !words.get(at).isLineFirst())
                || (at + 1 < isName.length
                        && isName[at + 1]
                        && !words.get(at + 1).isLineFirst());
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
