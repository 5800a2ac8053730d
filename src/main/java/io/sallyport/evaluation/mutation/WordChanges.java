package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Words that turn a true sentence false. */
final class WordChanges {

    private static final List<Swap> NEGATIONS = new ArrayList<>();
    private static final List<Swap> MODALITIES = new ArrayList<>();
    private static final List<Swap> OPPOSITES = new ArrayList<>();
    private static final List<Swap> UNITS = new ArrayList<>();
    private static final List<Swap> QUANTITIES = new ArrayList<>();

    static {
        for (String verb : List.of("can", "will", "must", "should", "may", "is", "are", "was", "were", "has", "have", "does", "do")) {
            NEGATIONS.add(Swap.words(verb + "(?! not|n't)", verb + " not"));
            NEGATIONS.add(Swap.words(verb + " not", verb));
        }
        NEGATIONS.add(Swap.words("cannot|can't", "can"));
        NEGATIONS.add(Swap.words("(?:doesn't|does not)", "does"));
        NEGATIONS.add(Swap.words("(?:don't|do not)", "do"));
        NEGATIONS.add(Swap.words("never", "always"));
        NEGATIONS.add(Swap.words("without", "with"));
        NEGATIONS.add(Swap.words("no", "a"));

        MODALITIES.add(Swap.words("must|needs? to|have to|has to", "may"));
        MODALITIES.add(Swap.words("should", "must"));
        MODALITIES.add(Swap.words("can|may|might|could", "must"));
        MODALITIES.add(Swap.words("can", "should"));
        MODALITIES.add(Swap.words("will", "might"));
        MODALITIES.add(Swap.words("only", ""));
        MODALITIES.add(Swap.words("always", "sometimes"));
        MODALITIES.add(Swap.words("usually|normally|often|typically", "always"));
        MODALITIES.add(Swap.words("required", "optional"));
        MODALITIES.add(Swap.words("optional", "required"));

        both(OPPOSITES, "before", "after", "on", "off", "enable", "disable", "enabled", "disabled", "more", "fewer",
                "higher", "lower", "first", "last", "public", "private", "include", "exclude", "includes", "excludes",
                "automatically", "manually", "open", "close", "add", "remove", "old", "new", "show", "hide", "increase",
                "decrease", "online", "offline", "free", "paid", "above", "below", "import", "export", "same", "different",
                "start", "stop", "left", "right", "allow", "block", "up", "down", "inside", "outside", "with", "without",
                "single", "multiple", "internal", "external", "available", "unavailable", "supported", "unsupported");

        both(UNITS, "minutes", "hours", "days", "weeks", "seconds", "minutes", "months", "years", "month", "year", "day",
                "week", "hour", "minute", "monthly", "yearly", "daily", "hourly", "business days", "calendar days");

        both(QUANTITIES, "all", "some", "every", "only one", "at least", "at most", "up to", "more than", "both", "neither", "any",
                "no", "most", "few", "many", "few", "minimum", "maximum", "each", "no");
    }

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
        List<String> others = corpus.names().stream().filter(name -> !sentence.contains(name)).toList();
        if (here.isEmpty() || others.isEmpty()) {
            return Optional.empty();
        }
        String old = here.get(random.nextInt(here.size()));
        return Optional.of(sentence.replaceFirst(
                "(?<=[a-z,] )" + java.util.regex.Pattern.quote(old), others.get(random.nextInt(others.size()))));
    }

    /** "Open Settings" becomes "Do not open Settings". */
    private static Optional<String> notDone(String sentence) {
        boolean order = sentence.matches("(?:Open|Choose|Click|Select|Add|Go|Use|Write|Turn|Press|Enter|Check|Copy|Set|Install|Wait|Keep|Hold)\\b.*");
        return order
                ? Optional.of("Do not " + Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1))
                : Optional.empty();
    }

    private static void both(List<Swap> swaps, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            swaps.addAll(Swap.pair(pairs[i], pairs[i + 1]));
        }
    }
}
