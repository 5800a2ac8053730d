package io.sallyport.gate;

import io.sallyport.text.Names;
import io.sallyport.text.Openers;
import io.sallyport.text.Token;
import io.sallyport.text.Tokens;
import io.sallyport.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a sentence speaks of, by its first words: "The Pro plan …", "Monthly plans …". It may run into the verb, which
 * nothing here tells from a noun.
 *
 * @param words stems, the one that tells it from its like first
 * @param isName whether that one is written like a name
 */
record Topic(List<String> words, boolean isName) {

    private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "our", "each", "every");
    private static final int LONGEST = 3;

    Topic {
        words = List.copyOf(words);
    }

    static Optional<Topic> of(String sentence) {
        List<Token> tokens = Tokens.in(sentence);
        if (tokens.size() < 2) {
            return Optional.empty();
        }
        boolean isDetermined = DETERMINERS.contains(tokens.getFirst().lower());
        return isDetermined || opensWithPlural(tokens)
                ? of(sentence, tokens.subList(isDetermined ? 1 : 0, tokens.size()))
                : Optional.empty();
    }

    /** Whether the customer wrote of this one of its kind and not of that one. */
    boolean isMeantInsteadOf(Topic that, Set<String> written) {
        var kind = new HashSet<>(words.subList(1, words.size()));
        kind.retainAll(that.words.subList(1, that.words.size()));
        return !kind.isEmpty()
                && written.contains(words.getFirst())
                && !written.contains(that.words.getFirst())
                && (isName || kind.stream().anyMatch(written::contains));
    }

    /** Whether a sentence speaks of one thing and of another of its kind, too: of the Home and the Pro plan. */
    static boolean isOneOfSeveral(String sentence) {
        List<Token> tokens = Tokens.in(sentence);
        return opening(sentence, tokens).filter(first -> first.hasLike(tokens)).isPresent();
    }

    /** Of the first thing that has an article where the sentence opens otherwise: "With the Home plan you have …". */
    private static Optional<Topic> opening(String sentence, List<Token> tokens) {
        return of(sentence)
                .or(() -> IntStream.range(0, tokens.size())
                        .filter(at -> DETERMINERS.contains(tokens.get(at).lower()))
                        .boxed()
                        .findFirst()
                        .filter(at -> at + 1 < tokens.size())
                        .flatMap(at -> of(sentence, tokens.subList(at + 1, tokens.size()))));
    }

    /** "Pro plans", "Pro includes" behind "The Home plan includes". */
    private boolean hasLike(List<Token> tokens) {
        var kind = words.subList(1, words.size());
        return IntStream.range(1, tokens.size())
                .filter(at -> kind.contains(Words.stem(tokens.get(at).lower())))
                .mapToObj(at -> tokens.get(at - 1))
                .anyMatch(before -> before.isWord()
                        && !Words.isStopWord(before.lower())
                        && !words.contains(Words.stem(before.lower())));
    }

    private static Optional<Topic> of(String sentence, List<Token> tokens) {
        var words = new ArrayList<String>();
        for (Token token : tokens) {
            if (token.isSign() || Words.isStopWord(token.lower()) || words.size() == LONGEST) {
                break;
            }
            words.add(Words.stem(token.lower()));
        }
        boolean isName = Names.wordsIn(sentence).contains(tokens.getFirst().lower());
        return words.isEmpty() ? Optional.empty() : Optional.of(new Topic(words, isName));
    }

    /** "Monthly plans", not "Choose plans" or "It includes". */
    private static boolean opensWithPlural(List<Token> tokens) {
        String first = tokens.getFirst().lower();
        return (first.endsWith("ly") || !Openers.contains(first))
                && !Words.isStopWord(first)
                && tokens.get(1).lower().matches("[a-z]{3,}s");
    }
}
