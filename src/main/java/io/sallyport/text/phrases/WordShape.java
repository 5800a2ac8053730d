package io.sallyport.text.phrases;

/** One word of a phrase, as its notation means it. */
sealed interface WordShape {

    /** Stands for every digit. */
    char FIGURE = '0';

    boolean fits(String word);

    /** How each word that fits begins, as {@link #initial(String)} says it. */
    char initial();

    record Exact(String word) implements WordShape {
        @Override
        public boolean fits(String other) {
            return word.equals(other);
        }

        @Override
        public char initial() {
            return WordShape.initial(word);
        }
    }

    /** Every word that begins so. */
    record Beginning(String start) implements WordShape {
        @Override
        public boolean fits(String other) {
            return other.startsWith(start);
        }

        @Override
        public char initial() {
            return WordShape.initial(start);
        }
    }

    /** A figure, with or without an ending: 3, 4th. */
    record Figure() implements WordShape {
        @Override
        public boolean fits(String other) {
            return Character.isDigit(other.charAt(0));
        }

        @Override
        public char initial() {
            return FIGURE;
        }
    }

    /** The word, or the word with one letter wrong, missing, doubled or swapped with the next. */
    record Misspelt(String word) implements WordShape {
        @Override
        public boolean fits(String other) {
            return word.equals(other) || (Math.abs(word.length() - other.length()) <= 1 && isOneSlipAway(other));
        }

        @Override
        public char initial() {
            return WordShape.initial(word);
        }

        /** Slips are rare in a word's first letter, and allowing them there would mix up words. */
        private boolean isOneSlipAway(String other) {
            if (other.isEmpty() || other.charAt(0) != word.charAt(0)) {
                return false;
            }
            int head = 0;
            while (head < Math.min(word.length(), other.length()) && word.charAt(head) == other.charAt(head)) {
                head++;
            }
            String own = word.substring(head);
            String its = other.substring(head);
            return after(own, 1).equals(after(its, 1))
                    || after(own, 1).equals(its)
                    || own.equals(after(its, 1))
                    || isSwapped(own, its);
        }

        private static boolean isSwapped(String own, String its) {
            return own.length() >= 2
                    && its.length() >= 2
                    && own.charAt(0) == its.charAt(1)
                    && own.charAt(1) == its.charAt(0)
                    && after(own, 2).equals(after(its, 2));
        }

        private static String after(String text, int count) {
            return text.substring(Math.min(count, text.length()));
        }
    }

    /** The first letter, or {@link #FIGURE}; words with another initial cannot fit. */
    static char initial(String word) {
        return Character.isDigit(word.charAt(0)) ? FIGURE : word.charAt(0);
    }

    /** @param plain the word as phrases are compared, with the notation's sign */
    static WordShape of(String plain) {
        if (plain.equals("%")) {
            return new Figure();
        }
        String stem = plain.substring(0, plain.length() - 1);
        if (plain.endsWith("*")) {
            return new Beginning(stem);
        }
        return plain.endsWith("~") ? new Misspelt(stem) : new Exact(plain);
    }
}
