package io.sallyport.text.phrases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text as its words made plain: lower case, without accents, apostrophes and invisible characters, look-alike letters
 * of other alphabets and signs that stand in for letters replaced, letters that are spaced out joined. Each character of a script without blanks is a word. Addresses are one word each.
 */
public final class PlainWords {

    /**
     * @param start and {@code end} where it stands in the text as given
     * @param opensSentence whether no phrase may reach into it from the words before
     */
    record Word(String plain, int start, int end, boolean opensSentence) {}

    /** Nothing of it is tried twice over a long run of signs: a message of nothing else must not hold a worker. */
    private static final Pattern WORD = Pattern.compile("""
            (?<address>(?<!\\S)(?:\\S[^\\s@]*+@\\S[^\\s.]*+\\.\\S++|\\S*?://\\S++))\
            |(?<spaced>(?<![\\p{L}\\p{N}])\\p{L}(?:[ .\\-_*]\\p{L}){3,}(?![\\p{L}\\p{N}]))\
            |[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]\
            |[\\p{L}\\p{M}\\p{N}\\p{Cf}]++(?:['’ʼ`´@$][\\p{L}\\p{M}\\p{N}\\p{Cf}]++)*+\
            |(?<end>(?<![.!?…。！？])[.!?…。！？]++(?=\\s|\\p{Z}|["'”)»]|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|$)|\\n\\s*\\n|[;:。！？])""");

    private static final Pattern DROPPED = Pattern.compile("[\\p{M}\\p{Cf}'’ʼ`´]");
    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[ .\\-_*]");

    /** Signs that stand in for letters, within a word. */
    private static final Pattern STAND_INS = Pattern.compile("(?<=[a-z])[013457@$]{1,2}(?=[a-z])");

    private static final String SIGNS = "013457@$";
    private static final String LETTERS = "oieastas";

    /** No word of a phrase has one letter three times in a row. */
    private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

    /** Cyrillic and Greek letters that pass for Latin ones, and what they pass for. */
    private static final String LOOK_ALIKES = "аеорсухіјѕԁɡһӏкмтвнοαεινρτυχκ";

    private static final String LATIN = "aeopcyxijsdghlkmtbhoaeivptuxk";

    private static final Pattern MIXED = Pattern.compile(".*[a-z].*");

    private final String text;
    private final List<Word> words;

    private PlainWords(String text, List<Word> words) {
        this.text = text;
        this.words = words;
    }

    public static PlainWords of(String text) {
        var words = new ArrayList<Word>();
        boolean opens = true;
        Matcher match = WORD.matcher(text);
        while (match.find()) {
            if (match.group("end") != null) {
                opens = true;
                continue;
            }
            String plain = match.group("address") == null ? plain(written(match)) : "@";
            if (!plain.isEmpty()) {
                words.add(new Word(plain, match.start(), match.end(), opens));
                opens = false;
            }
        }
        return new PlainWords(text, List.copyOf(words));
    }

    private static String written(Matcher match) {
        return match.group("spaced") == null
                ? match.group()
                : BETWEEN_LETTERS.matcher(match.group()).replaceAll("");
    }

    /** One word as phrases are compared. */
    static String plain(String word) {
        String folded = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String bare = DROPPED.matcher(folded)
                .replaceAll("")
                .replace("ß", "ss")
                .replace('ł', 'l')
                .replace('ı', 'i');
        String drawnIn = DRAWN_OUT.matcher(bare).replaceAll("$1");
        return MIXED.matcher(drawnIn).matches() ? letters(latin(drawnIn)) : drawnIn;
    }

    private static String letters(String word) {
        return STAND_INS
                .matcher(word)
                .replaceAll(found -> found.group()
                        .chars()
                        .mapToObj(sign -> String.valueOf(LETTERS.charAt(SIGNS.indexOf(sign))))
                        .collect(Collectors.joining()));
    }

    private static String latin(String word) {
        var plain = new StringBuilder(word);
        for (int i = 0; i < plain.length(); i++) {
            int at = LOOK_ALIKES.indexOf(plain.charAt(i));
            if (at >= 0) {
                plain.setCharAt(i, LATIN.charAt(at));
            }
        }
        return plain.toString();
    }

    public int size() {
        return words.size();
    }

    /** The word at a place, made plain. */
    String word(int index) {
        return words.get(index).plain();
    }

    /** The sentence around a word; phrases do not reach out of it. */
    Sentence sentenceOf(int index) {
        int end = index + 1;
        while (end < words.size() && !words.get(end).opensSentence()) {
            end++;
        }
        return new Sentence(words, end);
    }

    /** @param end the place after its last word */
    record Sentence(List<Word> words, int end) {
        String word(int index) {
            return words.get(index).plain();
        }

        boolean isOpenedBy(int index) {
            return words.get(index).opensSentence();
        }
    }

    /** The words of the text as given, from one place to another. */
    String quote(int from, int to) {
        return text.substring(words.get(from).start(), words.get(to - 1).end());
    }
}
