package io.sallyport.text;

import java.util.Locale;
import java.util.Set;

/** Decides within one block whether a punctuation mark ends a sentence. */
final class Boundaries {

    private static final String CLOSERS = "\"'”’»)]}*_`";
    private static final String MARKS = ".!?…";

    /** ASCII punctuation without what prices and numbers may end in. */
    private static final String TRAILING = "!\"%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static final int FIRST_MARKS = 4;
    private static final int LAST_MARKS = 2;

    private static final String WIDE = "。！？";

    /** Company names written with a mark of their own. */
    private static final Set<String> NAMES_WITH_MARK = Set.of("yahoo", "jeopardy", "yum");

    /** A lower-case word after a full stop opens a sentence only after a word at least this long: shorter ones may be
     * abbreviations nobody listed. */
    private static final int LONG_WORD = 4;

    /** A bracket that closes later than this is a slip of the pen, not an aside. */
    private static final int LONGEST_ASIDE = 300;

    private final String text;
    private final TextSpan block;

    Boundaries(String text, TextSpan block) {
        this.text = text;
        this.block = block;
    }

    /** Where the sentence that began at {@code from} ends if the mark at {@code at} ends it, else {@code at}. */
    int endAfter(int at, int from) {
        char mark = text.charAt(at);
        if (WIDE.indexOf(mark) >= 0) {
            return afterClosers(at + 1);
        }
        if (MARKS.indexOf(mark) < 0) {
            return at;
        }
        if (isAmidMarks(at, from)) {
            return at;
        }
        int marksEnd = at + 1;
        while (marksEnd < block.end() && MARKS.indexOf(text.charAt(marksEnd)) >= 0) {
            marksEnd++;
        }
        int end = afterClosers(marksEnd);
        if (end >= block.end()) {
            return block.end();
        }
        if (!TextSpan.isBlank(text.charAt(end)) || isInsideAside(at, from)) {
            return at;
        }
        String next = nextWord(end);
        return ends(mark, at, marksEnd, end, from, next) ? end : at;
    }

    /** Of a long run of marks the first and the last ones say all: "!!!!!!!!" a thousand times must not be read to its end from each. */
    private boolean isAmidMarks(int at, int from) {
        if (at - FIRST_MARKS < from || at + LAST_MARKS >= block.end()) {
            return false;
        }
        for (int i = at - FIRST_MARKS; i <= at + LAST_MARKS; i++) {
            if (MARKS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean ends(char mark, int at, int marksEnd, int end, int from, String next) {
        boolean dots = mark == '…' || (mark == '.' && marksEnd - at > 1);
        if (dots) {
            return !opensLower(next);
        }
        if (mark != '.') {
            boolean quotedCry = end > marksEnd && opensLower(next);
            return !quotedCry && !NAMES_WITH_MARK.contains(wordBefore(at, from).toLowerCase(Locale.ROOT));
        }
        return fullStopEnds(at, end > marksEnd, from, next);
    }

    private boolean fullStopEnds(int at, boolean closed, int from, String next) {
        String word = wordBefore(at, from);
        if (word.isEmpty() || isStepNumber(word, at, from) || Abbreviations.keepsOpen(word, next)) {
            return false;
        }
        if (isInitial(word, at, from)) {
            return false;
        }
        if (!opensLower(next)) {
            return true;
        }
        boolean plainWord = word.chars().allMatch(Character::isLetter);
        return !closed && plainWord && word.length() >= LONG_WORD && !Abbreviations.isKnown(word);
    }

    /** "2." at the start of a sentence numbers it. */
    private boolean isStepNumber(String word, int at, int from) {
        return word.length() <= 3
                && word.chars().allMatch(Character::isDigit)
                && text.substring(from, at)
                        .replaceFirst("^[#>*\\s-]+", "")
                        .strip()
                        .equals(word);
    }

    /** "J." in "J. Smith"; but not in "so do I." or "choose option B." */
    private boolean isInitial(String word, int at, int from) {
        if (word.length() != 1 || !Character.isUpperCase(word.charAt(0)) || "I".equals(word)) {
            return false;
        }
        String before = wordBefore(Math.max(from, at - 2), from);
        return before.isEmpty()
                || (before.length() == 1 && Character.isLetter(before.charAt(0)))
                || Character.isUpperCase(before.charAt(0));
    }

    private boolean isInsideAside(int at, int from) {
        int depth = 0;
        for (int i = Math.max(from, at - LONGEST_ASIDE * 3); i < at; i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
        }
        int close = depth > 0 ? text.indexOf(')', at) : -1;
        return close >= 0 && close < block.end() && close - at <= LONGEST_ASIDE;
    }

    private int afterClosers(int from) {
        int at = from;
        while (at < block.end() && CLOSERS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private String nextWord(int from) {
        int start = from;
        while (start < block.end() && isOpener(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < block.end() && !TextSpan.isBlank(text.charAt(end))) {
            end++;
        }
        while (end > start && TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isOpener(char c) {
        return TextSpan.isBlank(c) || "\"'“‘«([{*_`".indexOf(c) >= 0;
    }

    private String wordBefore(int at, int from) {
        int start = at;
        while (start > from && !TextSpan.isBlank(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, at).replaceAll("^[\\p{Punct}“‘«&&[^#]]+", "");
    }

    /** iPhone and eBay open a sentence as they are. */
    private static boolean opensLower(String word) {
        return !word.isEmpty()
                && Character.isLowerCase(word.charAt(0))
                && word.chars().skip(1).noneMatch(Character::isUpperCase);
    }
}
