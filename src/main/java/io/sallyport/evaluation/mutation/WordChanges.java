package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.SourceRef;
import io.sallyport.text.Lexicon;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** Words that turn a true sentence false. */
final class WordChanges {

    private static final List<Swap> NEGATIONS = Swap.oneWay("negations");
    private static final List<Swap> MODALITIES = Swap.oneWay("modalities");
    private static final List<Swap> OPPOSITES = Swap.bothWays("opposites");
    private static final List<Swap> UNITS = Swap.bothWays("units");
    private static final List<Swap> QUANTITIES = Swap.bothWays("quantities");
    private static final List<String> ADVERBS = Lexicon.lines("/evaluation/mutation/adverbs.txt");
    private static final Pattern VERB = Pattern.compile(
            "(?<= )(?:is|are|can|must|may|will|sends|shows|works|needs|costs|includes|takes|gets|receives|runs|ends|starts)(?= )");
    private static final Pattern ORDER = Pattern.compile(
            "(?:Open|Choose|Click|Select|Add|Go|Use|Write|Turn|Press|Enter|Check|Copy|Set|Install|Wait|Keep|Hold)\\b.*");

    private WordChanges() {}

    static Optional<String> negated(String sentence, SourceRef source, Corpus corpus, Random random) {
        return Swap.any(NEGATIONS, sentence, random).or(() -> notDone(sentence));
    }

    static Optional<String> otherModality(String sentence, SourceRef source, Corpus corpus, Random random) {
        return Swap.any(MODALITIES, sentence, random);
    }

    static Optional<String> opposite(String sentence, SourceRef source, Corpus corpus, Random random) {
        return Swap.any(OPPOSITES, sentence, random);
    }

    static Optional<String> otherUnit(String sentence, SourceRef source, Corpus corpus, Random random) {
        return Swap.any(UNITS, sentence, random);
    }

    static Optional<String> otherQuantity(String sentence, SourceRef source, Corpus corpus, Random random) {
        return Swap.any(QUANTITIES, sentence, random);
    }

    static Optional<String> otherName(String sentence, SourceRef source, Corpus corpus, Random random) {
        List<String> here = Corpus.namesIn(sentence);
        List<String> others =
                corpus.names().stream().filter(name -> !sentence.contains(name)).toList();
        if (here.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        String old = here.get(random.nextInt(here.size()));
        return Optional.of(
                sentence.replaceFirst("(?<=[a-z,] )" + Pattern.quote(old), others.get(random.nextInt(others.size()))));
    }

    /** "Open Settings" becomes "Do not open Settings". */
    private static Optional<String> notDone(String sentence) {
        boolean order = ORDER.matcher(sentence).matches();
        return order
                ? Optional.of("Do not " + Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1))
                : Optional.empty();
    }

    /** "It works" becomes "it always works". */
    static Optional<String> withAdverb(String sentence, SourceRef source, Corpus corpus, Random random) {
        var verb = VERB.matcher(sentence);
        String adverb = ADVERBS.get(random.nextInt(ADVERBS.size()));
        return verb.find() && !sentence.contains(adverb)
                ? Optional.of(verb.replaceFirst(adverb + " " + verb.group()))
                : Optional.empty();
    }
}
