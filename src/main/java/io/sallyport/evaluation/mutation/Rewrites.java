package io.sallyport.evaluation.mutation;

import io.sallyport.casefile.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** Light changes after which a sentence is as true as before. */
final class Rewrites {

    private static final List<Swap> CONTRACTIONS = new ArrayList<>();
    private static final List<Swap> EXPANSIONS = new ArrayList<>();
    private static final List<Swap> SYNONYMS = new ArrayList<>();
    private static final List<Swap> SPELLINGS = new ArrayList<>();

    static {
        both("cannot", "can't", "do not", "don't", "does not", "doesn't", "is not", "isn't", "are not", "aren't", "will not",
                "won't", "you will", "you'll", "it is", "it's", "you are", "you're", "we are", "we're", "we will", "we'll",
                "you have(?= (?:not|already|\\w+ed\\b))", "you've", "did not", "didn't", "has not", "hasn't", "that is", "that's");
        synonyms("go to", "open", "need to", "have to", "choose", "select", "click", "press", "turn on", "enable", "turn off",
                "disable", "log in", "sign in", "such as", "like", "in order to", "to", "about", "regarding", "help",
                "assist", "show", "display", "buy", "purchase", "for example", "for instance", "let you", "allow you to",
                "lets you", "allows you to", "at most", "no more than", "per month", "a month", "if you want", "if you wish",
                "visit", "go to", "every", "each", "as well as", "and", "until", "till", "contact us", "get in touch with us",
                "make sure", "ensure", "receive", "get", "immediately", "right away", "automatically", "by itself", "start",
                "begin", "because", "since", "via", "through");
        SPELLINGS.addAll(pairs("color", "colour", "behavior", "behaviour", "organization", "organisation", "customize",
                "customise", "analyze", "analyse", "center", "centre", "recognize", "recognise", "canceled", "cancelled",
                "labeled", "labelled", "license", "licence", "favorite", "favourite", "catalog", "catalogue", "authorize",
                "authorise", "personalize", "personalise", "optimize", "optimise", "synchronize", "synchronise", "meter", "metre",
                "meters", "metres", "authorization", "authorisation", "while", "whilst", "email", "e-mail", "emails", "e-mails"));
    }

    private static final List<String> LEAD_INS = List.of(
            "In short, ", "To sum up, ", "Please note that ", "As a reminder, ", "In other words, ", "Also, ", "In addition, ",
            "Put simply, ", "Note that ", "Briefly, ");
    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final Pattern SMALL = Pattern.compile("(?<![\\w.,$€£-])([2-9]|1[0-2])(?![\\w.,%:°-])(?= [a-z])");
    private static final Pattern SPELT =
            Pattern.compile("\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\b(?= [a-z])");
    private static final Pattern CLAUSE_LAST = Pattern.compile("^([A-Z][^,;:]*?) ((?:if|when|once|unless|before|after) [^,;:]*?)\\.$");
    private static final Pattern CLAUSE_FIRST = Pattern.compile("^((?:If|When|Once|Unless|Before|After) [^,;:]*?), ([^,;:]*?)\\.$");

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
        boolean name = sentence.matches("(?:I|[A-Z]\\w*[A-Z0-9]\\w*)\\b.*") || corpus.names().contains(sentence.split("[\\s']")[0]);
        String rest = name ? sentence : lowered(sentence);
        return Optional.of(LEAD_INS.get(random.nextInt(LEAD_INS.size())) + rest);
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
        if (last.matches() && !last.group(1).matches(".*\\b(?:only|even|not|just)$")) {
            return Optional.of(raised(last.group(2)) + ", " + lowered(last.group(1)) + ".");
        }
        var first = CLAUSE_FIRST.matcher(sentence);
        return first.matches()
                ? Optional.of(raised(first.group(2)) + " " + lowered(first.group(1)) + ".")
                : Optional.empty();
    }

    /** "You need" becomes "one needs". */
    static Optional<String> oneForYou(String sentence, SourceRef source, Corpus corpus, Random random) {
        var you = Pattern.compile("\\b([Yy])ou (can|may|must|will|should|need)\\b").matcher(sentence);
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

    private static void both(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            CONTRACTIONS.add(Swap.words(pairs[i], pairs[i + 1]));
            EXPANSIONS.add(Swap.words(pairs[i + 1], pairs[i].replaceAll("\\(.*", "")));
        }
    }

    /** One way only: the second is as plain as the first, but not always the other way round. */
    private static void synonyms(String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            SYNONYMS.add(Swap.words(pairs[i], pairs[i + 1]));
        }
    }

    private static List<Swap> pairs(String... pairs) {
        var swaps = new ArrayList<Swap>();
        for (int i = 0; i < pairs.length; i += 2) {
            swaps.addAll(Swap.pair(pairs[i], pairs[i + 1]));
        }
        return swaps;
    }
}
