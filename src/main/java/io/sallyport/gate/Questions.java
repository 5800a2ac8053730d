package io.sallyport.gate;

import io.sallyport.text.Contractions;
import io.sallyport.text.Lexicon;
import io.sallyport.text.Tokens;
import io.sallyport.text.Values;
import io.sallyport.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a question that only asks from one that smuggles a claim in ("Did you know that refunds are unlimited?"). It has
 * to open as a question does, may not assert or deny on the side, and may use only the customer's own words, those of
 * sources it cites, and everyday words for asking.
 */
final class Questions {

    private static final Set<String> EVERYDAY = stems(Lexicon.list("/gate/question-words.txt"));
    private static final List<Pattern> OPENINGS = Lexicon.lines("/gate/question-openings.txt").stream()
            .map(line -> Pattern.compile("^" + line + "\\b.*", Pattern.CASE_INSENSITIVE))
            .toList();

    /** Words that carry an assertion into a question, or ask for agreement with one. */
    private static final Pattern ASSERTS = Pattern.compile(
            "\\b(?:know|knew|known|aware|realis\\w+|realiz\\w+|notice\\w*|agree\\w*|accept\\w*|understand\\w*|understood|"
                    + "forg[eo]t\\w*|why|because|since|although|though|whereas|unless|so that|given that|now that|considering|"
                    + "true|fact|not|never|no longer|already|still|yet|even|only|always)\\b"
                    + "|\\b(?:right|correct)\\?|[;—–]|: .*\\b(?:is|are|was|were|will|has|have|can)\\b");

    private static final int LONGEST = 30;

    private Questions() {}

    static boolean isQuestion(String sentence) {
        return sentence.strip().matches("(?s).*\\?[\"'”’)\\]]*");
    }

    /** Why the question claims more than it asks, empty when it only asks. */
    static Optional<String> whyItClaims(String question, List<String> knownTexts) {
        String plain = Contractions.expand(question.strip());
        if (OPENINGS.stream().noneMatch(opening -> opening.matcher(plain).matches())) {
            return Optional.of("it does not open as a question that only asks");
        }
        if (ASSERTS.matcher(plain.toLowerCase(Locale.ROOT)).find()) {
            return Optional.of("the question asserts something on the side");
        }
        if (Words.of(plain).size() > LONGEST) {
            return Optional.of("the question is too long to be only a question");
        }
        return unknownValue(plain, knownTexts).or(() -> unknownWord(plain, knownTexts));
    }

    private static Optional<String> unknownValue(String question, List<String> knownTexts) {
        var known = new HashSet<String>();
        knownTexts.forEach(text -> known.addAll(Values.normalsIn(text)));
        return Values.in(question).stream()
                .filter(value -> !known.contains(value.toString()))
                .findFirst()
                .map(value -> "the question brings in '" + value.span().in(question) + "'");
    }

    private static Optional<String> unknownWord(String question, List<String> knownTexts) {
        var known = new HashSet<>(EVERYDAY);
        knownTexts.forEach(text -> known.addAll(stems(Words.of(text))));
        return Tokens.in(question).stream()
                .filter(token -> !token.isSign() && !Words.isStopWord(token.lower()))
                .filter(token -> !known.contains(Words.stem(token.lower())))
                .findFirst()
                .map(token -> "the question brings in '" + token.text()
                        + "', which neither the customer nor a cited source said");
    }

    private static Set<String> stems(List<String> words) {
        var stems = new HashSet<String>();
        words.forEach(word -> stems.add(Words.stem(word.toLowerCase(Locale.ROOT))));
        return Set.copyOf(stems);
    }
}
