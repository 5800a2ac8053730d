package io.sallyport.text.phrases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** A piece of a phrase. */
sealed interface Part {

    /**
     * Tries every way this piece can stand at a place, and for each asks whether the rest of the phrase follows.
     *
     * @param rest given the place after this piece
     */
    boolean matches(PlainWords.Sentence in, int at, IntPredicate rest);

    /** Every word that it can begin with. */
    Set<WordShape> openings();

    /**
     * Any of these words.
     *
     * @param exact what most are, and found at once
     */
    record OneOf(Set<WordShape> words, Set<String> exact, List<WordShape> inexact) implements Part {

        static OneOf of(List<WordShape> words) {
            var exact = new HashSet<String>();
            var inexact = new ArrayList<WordShape>();
            for (WordShape word : words) {
                if (word instanceof WordShape.Exact(String only)) {
                    exact.add(only);
                } else {
                    inexact.add(word);
                }
            }
            return new OneOf(Set.copyOf(words), Set.copyOf(exact), List.copyOf(inexact));
        }

        @Override
        public boolean matches(PlainWords.Sentence in, int at, IntPredicate rest) {
            return at < in.end() && fits(in.word(at)) && rest.test(at + 1);
        }

        @Override
        public Set<WordShape> openings() {
            return words;
        }

        private boolean fits(String word) {
            if (exact.contains(word)) {
                return true;
            }
            for (WordShape own : inexact) {
                if (own.fits(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whatever is left of the sentence. */
    record ToEnd() implements Part {
        @Override
        public boolean matches(PlainWords.Sentence in, int at, IntPredicate rest) {
            return rest.test(in.end());
        }

        @Override
        public Set<WordShape> openings() {
            return Set.of();
        }
    }

    /** Nothing up to so many words. */
    record Gap(int most) implements Part {
        @Override
        public boolean matches(PlainWords.Sentence in, int at, IntPredicate rest) {
            for (int next = at; next <= Math.min(at + most, in.end()); next++) {
                if (rest.test(next)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Set<WordShape> openings() {
            return Set.of();
        }
    }

    /** Any of these phrases. */
    record AnyOf(List<Sequence> phrases) implements Part {
        @Override
        public boolean matches(PlainWords.Sentence in, int at, IntPredicate rest) {
            for (Sequence phrase : phrases) {
                if (phrase.matches(in, at, rest)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Set<WordShape> openings() {
            return phrases.stream()
                    .flatMap(phrase -> phrase.openings().stream())
                    .collect(Collectors.toSet());
        }
    }

    record Perhaps(Part part) implements Part {
        @Override
        public boolean matches(PlainWords.Sentence in, int at, IntPredicate rest) {
            return part.matches(in, at, rest) || rest.test(at);
        }

        @Override
        public Set<WordShape> openings() {
            return part.openings();
        }
    }

    record Sequence(List<Part> parts) implements Part {
        @Override
        public boolean matches(PlainWords.Sentence in, int at, IntPredicate rest) {
            return matches(in, at, 0, rest);
        }

        /** A phrase begins with a word that has to be there, so the first piece's are all. */
        @Override
        public Set<WordShape> openings() {
            return parts.getFirst().openings();
        }

        /** The place after the phrase when it stands at {@code at}, else -1. */
        int endIn(PlainWords.Sentence in, int at) {
            var end = new int[] {-1};
            matches(in, at, after -> {
                end[0] = after;
                return true;
            });
            return end[0];
        }

        private boolean matches(PlainWords.Sentence in, int at, int next, IntPredicate rest) {
            return next == parts.size()
                    ? rest.test(at)
                    : parts.get(next).matches(in, at, after -> matches(in, after, next + 1, rest));
        }
    }
}
