package io.sallyport.text.phrases;

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

    /** The {@linkplain WordShape#initial initials} of every word that it can begin with. */
    Set<Character> initials();

    /** Any of these words. */
    record OneOf(List<WordShape> words) implements Part {
        public OneOf {
            words = List.copyOf(words);
        }

        @Override
        public boolean matches(PlainWords.Sentence in, int at, IntPredicate rest) {
            return at < in.end() && fits(in.word(at)) && rest.test(at + 1);
        }

        @Override
        public Set<Character> initials() {
            return words.stream().map(WordShape::initial).collect(Collectors.toSet());
        }

        private boolean fits(String word) {
            for (WordShape own : words) {
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
        public Set<Character> initials() {
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
        public Set<Character> initials() {
            return Set.of();
        }
    }

    /** Any of these phrases. */
    record AnyOf(List<Sequence> phrases) implements Part {
        @Override
        public boolean matches(PlainWords.Sentence in, int at, IntPredicate rest) {
            return phrases.stream().anyMatch(phrase -> phrase.matches(in, at, rest));
        }

        @Override
        public Set<Character> initials() {
            return phrases.stream()
                    .flatMap(phrase -> phrase.initials().stream())
                    .collect(Collectors.toSet());
        }
    }

    record Perhaps(Part part) implements Part {
        @Override
        public boolean matches(PlainWords.Sentence in, int at, IntPredicate rest) {
            return part.matches(in, at, rest) || rest.test(at);
        }

        @Override
        public Set<Character> initials() {
            return part.initials();
        }
    }

    record Sequence(List<Part> parts) implements Part {
        @Override
        public boolean matches(PlainWords.Sentence in, int at, IntPredicate rest) {
            return matches(in, at, 0, rest);
        }

        /** A phrase begins with a word that has to be there, so the first piece's are all. */
        @Override
        public Set<Character> initials() {
            return parts.getFirst().initials();
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
