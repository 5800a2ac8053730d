package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.SourceRef;
import io.sallyport.text.Lexicon;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** False by how sentences are put together, or by what is left out of them. */
final class SentenceChanges {

    /** Halves shorter than this are no statements. */
    private static final int SHORTEST = 6;

    private static final Pattern CONDITION = Pattern.compile(
            ",? (?:unless|except|only if|only when|if|when|until|as long as|provided|but only|but not|once|within|before|after)\\b[^.]*(?=\\.?$)");
    private static final Pattern OPENING_CONDITION = Pattern.compile(
            "^(?:If|When|Unless|Once|Until|After|Before|For(?! example| instance)|On|With|In(?! fact| short| addition| general))\\b[^,]*, ");
    private static final Pattern FROM_TO =
            Pattern.compile("\\bfrom ((?:[\\w-]+ ){1,3})to ((?:the |your |a )?[\\w-]+)\\b");

    private static final List<String> ADDITIONS = Lexicon.lines("/evaluation/mutation/additions.txt");
    private static final List<String> MADE_UP = Lexicon.lines("/evaluation/mutation/made-up.txt");

    private SentenceChanges() {}

    /** The first half of one sentence and the second half of another of the same source. */
    static Optional<String> spliced(String sentence, SourceRef source, Corpus corpus, Random random) {
        List<String> all = corpus.source(source).sentences();
        if (all.isEmpty()) { // evidence of a word or two, which is no sentence
            return Optional.empty();
        }
        String other = all.get(random.nextInt(all.size()));
        List<String> first = List.of(sentence.split(" "));
        List<String> second = List.of(other.split(" "));
        if (first.size() < SHORTEST || second.size() < SHORTEST || other.equals(sentence)) {
            return Optional.empty();
        }
        String head = String.join(" ", first.subList(0, first.size() / 2));
        String tail = String.join(" ", second.subList(second.size() / 2, second.size()));
        String spliced = head + " " + tail;
        return all.contains(spliced) ? Optional.empty() : Optional.of(spliced);
    }

    /** Two whole sentences as one. */
    static Optional<String> joined(String sentence, SourceRef source, Corpus corpus, Random random) {
        List<String> all = corpus.source(source).sentences();
        if (all.isEmpty()) { // evidence of a word or two, which is no sentence
            return Optional.empty();
        }
        String other = all.get(random.nextInt(all.size()));
        if (other.equals(sentence) || other.split(" ").length < SHORTEST) {
            return Optional.empty();
        }
        String tail = Character.toLowerCase(other.charAt(0)) + other.substring(1);
        List<String> links = List.of(" because ", " and therefore ", " unless ", ", but only if ");
        return Optional.of(sentence.replaceFirst("[.!]$", "") + links.get(random.nextInt(links.size())) + tail);
    }

    static Optional<String> fromAnother(String sentence, SourceRef source, Corpus corpus, Random random) {
        List<String> others = corpus.another(source, random).sentences();
        List<String> own = corpus.source(source).sentences();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String other = others.get(random.nextInt(others.size()));
        return own.contains(other) ? Optional.empty() : Optional.of(other);
    }

    static Optional<String> withoutCondition(String sentence, SourceRef source, Corpus corpus, Random random) {
        for (Pattern condition : List.of(CONDITION, OPENING_CONDITION)) {
            String shorter = Swap.tidy(condition.matcher(sentence).replaceFirst(""));
            boolean fewer = shorter.split(" ").length < sentence.split(" ").length;
            if (fewer && shorter.split(" ").length >= 3) {
                return Optional.of(shorter);
            }
        }
        return Optional.empty();
    }

    /** "From A to B" the other way round, or the words around a verb changed over. */
    static Optional<String> rolesSwapped(String sentence, SourceRef source, Corpus corpus, Random random) {
        var fromTo = FROM_TO.matcher(sentence);
        if (fromTo.find()) {
            String swapped =
                    "from " + fromTo.group(2) + " to " + fromTo.group(1).strip();
            return Optional.of(sentence.substring(0, fromTo.start()) + swapped + sentence.substring(fromTo.end()));
        }
        List<String> names = Corpus.namesIn(sentence).stream().distinct().toList();
        if (names.size() < 2
                || names.get(0).contains(names.get(1))
                || names.get(1).contains(names.get(0))) {
            return Optional.empty();
        }
        String one = names.get(0);
        String two = names.get(1);
        String marked = sentence.replaceFirst(Pattern.quote(one), "\u0001").replaceFirst(Pattern.quote(two), one);
        return Optional.of(marked.replace("\u0001", two));
    }

    static Optional<String> withClaimAdded(String sentence, SourceRef source, Corpus corpus, Random random) {
        String addition = ADDITIONS.get(random.nextInt(ADDITIONS.size()));
        return Optional.of(sentence.replaceFirst("([.!]?)$", " " + addition + "$1"));
    }

    static Optional<String> madeUp(String sentence, SourceRef source, Corpus corpus, Random random) {
        return Optional.of(MADE_UP.get(random.nextInt(MADE_UP.size())));
    }
}
