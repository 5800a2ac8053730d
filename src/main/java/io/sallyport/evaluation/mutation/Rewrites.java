package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.SourceRef;
import io.sallyport.text.Lexicon;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** Light changes after which a sentence is as true as before. */
final class Rewrites {

    private static final List<Swap> CONTRACTIONS = Swap.oneWay("contractions");
    private static final List<Swap> EXPANSIONS = Swap.otherWay("contractions");
    private static final List<Swap> SYNONYMS = Swap.oneWay("synonyms");
    private static final List<Swap> SPELLINGS = Swap.bothWays("spellings");
    private static final List<String> LEAD_INS = Lexicon.lines("/evaluation/mutation/lead-ins.txt");
    private static final List<String> WORDS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern SMALL =
            Pattern.compile("(?<![\\w.,$€£=/?&–-])([2-9]|1[0-2])(?![\\w.,%:°-])(?= [a-z])");
    private static final Pattern SPELT =
            Pattern.compile("\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b(?= [a-z])");
    private static final Pattern CLAUSE_LAST =
            Pattern.compile("^([A-Z][^,;:]*?) ((?:if|when|once|unless|before|after) [^,;:]*?)\\.$");
    private static final Pattern CLAUSE_FIRST =
            Pattern.compile("^((?:If|When|Once|Unless|Before|After) [^,;:]*?), ([^,;:]*?)\\.$");

    private Rewrites() {}

    static Optional<String> contracted(String sentence, SourceRef source, Corpus corpus, Random random) {
        return Swap.any(CONTRACTIONS, sentence, random);
    }

    static Optional<String> expanded(String sentence, SourceRef source, Corpus corpus, Random random) {
        return Swap.any(EXPANSIONS, sentence.replace('’', '\''), random);
    }

    static Optional<String> synonym(String sentence, SourceRef source, Corpus corpus, Random random) {
        return Swap.any(SYNONYMS, sentence, random);
    }

    static Optional<String> spelling(String sentence, SourceRef source, Corpus corpus, Random random) {
        return Swap.any(SPELLINGS, sentence, random);
    }

    static Optional<String> leadIn(String sentence, SourceRef source, Corpus corpus, Random random) {
        boolean name = sentence.matches("(?:I|[A-Z]\\w*[A-Z0-9]\\w*)\\b.*")
                || corpus.names().contains(sentence.replaceFirst("[\\s'].*", ""));
        String rest = name ? sentence : lowered(sentence);
        return Optional.of(LEAD_INS.get(random.nextInt(LEAD_INS.size())) + " " + rest);
    }

    static Optional<String> figureAsWord(String sentence, SourceRef source, Corpus corpus, Random random) {
        var small = SMALL.matcher(sentence);
        if (small.find()) {
            return Optional.of(small.replaceFirst(WORDS.get(Integer.parseInt(small.group(1)))));
        }
        var spelt = SPELT.matcher(sentence);
        return spelt.find()
                ? Optional.of(spelt.replaceFirst(String.valueOf(WORDS.indexOf(spelt.group()))))
                : Optional.empty();
    }

    static Optional<String> clauseMoved(String sentence, SourceRef source, Corpus corpus, Random random) {
        var last = CLAUSE_LAST.matcher(sentence);
        if (last.matches()
                && !last.group(1).matches("(?:And|But|Or|Note) .*|.*\\b(?:only|even|not|just|or|and|than|but)$")) {
            return Optional.of(raised(last.group(2)) + ", " + lowered(last.group(1)) + ".");
        }
        var first = CLAUSE_FIRST.matcher(sentence);
        return first.matches()
                ? Optional.of(raised(first.group(2)) + " " + lowered(first.group(1)) + ".")
                : Optional.empty();
    }

    /** "You need" becomes "one needs". */
    static Optional<String> oneForYou(String sentence, SourceRef source, Corpus corpus, Random random) {
        var you = Pattern.compile("\\b([Yy])ou (can|may|must|will|should|need)\\b")
                .matcher(sentence);
        if (!you.find()) {
            return Optional.empty();
        }
        String verb = you.group(2).equals("need") ? "needs" : you.group(2);
        String one = you.group(1).equals("Y") ? "One " : "one ";
        return Optional.of(you.replaceFirst(one + verb));
    }

    private static String lowered(String sentence) {
        boolean acronym = sentence.length() > 1 && Character.isUpperCase(sentence.charAt(1));
        return acronym ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static String raised(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
